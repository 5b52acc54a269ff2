import type { EditionDocument, RequirementRecord } from '@pure/catalog';
import type { DomainError } from '@platform-pure/errors';
import { chooseAll, chooseChecklist, writeDraft } from './draft.rules.js';
import type { DraftInput } from './draft.rules.js';

const fields = (input: DraftInput): string[] => {
  try { writeDraft(input); return []; } catch (error) { return (error as DomainError).fields.map((problem) => problem.field); }
};
const choice = { editionId: 'e', code: '2-7' };

describe('a draft', () => {
  it('may be nearly empty', () => {
    expect(writeDraft({ title: { ja: '洗浄装置' } })).toMatchObject({
      title: { ja: '洗浄装置', en: '洗浄装置' }, criticality: 'middle', governingDocument: 'purchase_spec', requirements: [], scope: '',
    });
  });

  it('changes only what is given', () => {
    const before = writeDraft({ title: { ja: '洗浄装置', en: 'Cleaning tool' }, scope: '第二工場', criticality: 'high' });
    expect(writeDraft({ scope: '第三工場' }, before)).toEqual({ ...before, scope: '第三工場' });
  });

  it('keeps what is inherited out of a choice, and null as a decision', () => {
    const draft = writeDraft({ requirements: [{ ...choice, condition: null, necessity: undefined }] });
    expect(draft.requirements).toEqual([{ ...choice, condition: null }]);
  });

  it('reads an own criterion, in English too or in Japanese for both', () => {
    const draft = writeDraft({ requirements: [{ ...choice, criterion: { ja: ' 台帳がある ', en: '' } }] });
    expect(draft.requirements[0]).toEqual({ ...choice, criterion: { ja: '台帳がある', en: '台帳がある' } });
  });

  it('refuses values that are none, each by its field', () => {
    expect(fields({
      criticality: 'urgent' as 'high', contact: { name: '', email: 'x' },
      requirements: [{ ...choice, necessity: 'perhaps' as 'must', condition: 'weather' as 'wlan', method: 'guess' as 'document' }],
    })).toEqual(['contact.name', 'contact.email', 'criticality', 'requirements.2-7.necessity', 'requirements.2-7.condition', 'requirements.2-7.method']);
  });

  it('needs the address of the contact it names', () => {
    expect(fields({ contact: { name: '久保田', email: '' } })).toEqual(['contact.email']);
  });
});

describe('choosing a whole edition', () => {
  const item = (code: string, extra: Partial<RequirementRecord> = {}): RequirementRecord => ({ code, subject: 'product', ...extra }) as RequirementRecord;
  const document = {
    requirements: [item('1'), item('0-1', { known: 'text_not_seen' }), item('2', { subject: 'buyer_process' }), item('3'), item('3-1', { parent: '3' })],
    checklist: [{ code: 'AC-01' }, { code: 'AC-02' }],
  } as unknown as EditionDocument;

  it('takes what can be asked of a supplier: no unseen text, no process of the buyer, criteria instead of their parent', () => {
    expect(chooseAll('e', document).map((chosen) => chosen.code)).toEqual(['1', '3-1']);
  });

  it('takes the whole acceptance checklist, the reminders to the buyer too', () => {
    expect(chooseChecklist('e', document).map((chosen) => chosen.code)).toEqual(['AC-01', 'AC-02']);
    expect(chooseChecklist('e', { ...document, checklist: undefined } as EditionDocument)).toEqual([]);
  });
});
