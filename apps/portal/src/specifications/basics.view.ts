import type { DraftBasics } from '@pure/specification';
import { CRITICALITIES, GOVERNING_DOCUMENTS, basicsOf } from '@pure/specification';
import { formView } from '../web/form.view.js';
import type { FormView } from '../web/form.view.js';
import type { Problem } from '../web/problems.js';
import { text } from '../web/text.rules.js';
import type { TextRef } from '../web/text.rules.js';
import { differences, valueWords } from './conflict.view.js';
import type { ConflictView, Values } from './conflict.view.js';
import type { OpenDraft } from './draft-head.view.js';

export interface ChoiceView { readonly value: string; readonly label: TextRef }
export const criticalities: readonly ChoiceView[] = CRITICALITIES.map((value) => ({ value, label: text(`portal_specifications.criticality_${value}`) }));
export const governingDocuments: readonly ChoiceView[] = GOVERNING_DOCUMENTS.map((value) => ({ value, label: text(`specification.governing.${value}`) }));

const FIELDS = ['title', 'titleEn', 'scope', 'criticality', 'governingDocument', 'department', 'contactName', 'contactEmail'];
const LABELS = {
  title: 'portal_specifications.title', titleEn: 'portal_specifications.title_en', scope: 'portal_specifications.scope', criticality: 'specification.print.criticality',
  governingDocument: 'specification.print.governing_document', department: 'common.field.department', contactName: 'portal_specifications.contact_name', contactEmail: 'portal_specifications.contact_email',
};

export interface BasicsView { readonly form: FormView; readonly seen: string; readonly criticalities: readonly ChoiceView[]; readonly governingDocuments: readonly ChoiceView[]; readonly conflict: ConflictView | null }

/** `digest` of the basics as they are saved now; a form that was drawn from others shows both texts. */
export function basicsView({ specification: { draft } }: OpenDraft, digest: string, typed?: Values & { readonly seen: string }, problems: readonly Problem[] = []): BasicsView {
  const saved = savedBasics(basicsOf(draft));
  const stale = typed !== undefined && typed.seen !== digest;
  return {
    form: formView(FIELDS, typed ?? saved, problems.map((problem) => ({ ...problem, field: problem.field && (FIELD_NAMES[problem.field] ?? problem.field) }))), seen: digest,
    criticalities, governingDocuments, conflict: stale ? { rows: differences('', LABELS, typed, saved, valueWords) } : null,
  };
}

const FIELD_NAMES: Readonly<Record<string, string>> = { 'contact.name': 'contactName', 'contact.email': 'contactEmail' };

function savedBasics({ title, scope, criticality, governingDocument, department, contact }: DraftBasics): Values {
  const titleEn = title.en === title.ja ? '' : title.en;
  return { title: title.ja, titleEn, scope, criticality, governingDocument, department: department ?? '', contactName: contact?.name ?? '', contactEmail: contact?.email ?? '' };
}

/** The form as the verb wants it; a contact without anything typed is none. */
export function basicsTyped(typed: Values): DraftBasics {
  const { title = '', titleEn = '', scope = '', department = '', contactName = '', contactEmail = '' } = typed;
  const contact = contactName.trim() === '' && contactEmail.trim() === '' ? null : { name: contactName, email: contactEmail };
  return { title: { ja: title, en: titleEn }, scope, criticality: typed.criticality as never, governingDocument: typed.governingDocument as never, department, contact };
}
