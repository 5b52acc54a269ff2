import { Line, Lines, Many } from '../web/form-fields.js';

export class NewSpecificationForm {
  @Line() title?: string;
  @Line() titleEn?: string;
  @Lines() scope?: string;
  @Line() criticality?: string;
  @Line() start?: string;
  @Many(50) catalog!: string[];
  @Many(50) checklist!: string[];
  @Line() copyOf?: string;
  @Line() itemEdition?: string;
  @Line() itemCode?: string;
}

export class AdditionForm {
  @Line() editionId?: string;
  @Line() code?: string;
}

export class BasicsForm {
  @Line() seen?: string;
  @Line() title?: string;
  @Line() titleEn?: string;
  @Lines() scope?: string;
  @Line() criticality?: string;
  @Line() governingDocument?: string;
  @Line() department?: string;
  @Line() contactName?: string;
  @Line() contactEmail?: string;
}

export class ChooseForm {
  @Line() editionId?: string;
  /** What was ticked when the page was drawn: only the difference is a change. */
  @Many() before!: string[];
  @Many() code!: string[];
  @Line() all?: string;
  @Line() none?: string;
  @Line() then?: string;
}

/** One table: the same fields for every row, in the order of the rows. */
export class DetailsForm {
  @Many() key!: string[];
  @Many() seen!: string[];
  @Many() was!: string[];
  @Many() necessity!: string[];
  @Many() condition!: string[];
  @Many() requiredLevel!: string[];
  @Line() then?: string;
}

export class ItemForm {
  @Line() seen?: string;
  @Line() necessity?: string;
  @Line() condition?: string;
  @Line() requiredLevel?: string;
  @Lines() criterion?: string;
  @Lines() criterionEn?: string;
  @Line() method?: string;
  @Lines() evidence?: string;
  @Lines() evidenceEn?: string;
  @Lines() rationale?: string;
  @Lines() rationaleEn?: string;
  @Line() then?: string;
}

export class ChecklistForm {
  @Line() editionId?: string;
  @Many() before!: string[];
  @Many() code!: string[];
  @Many() row!: string[];
  @Many() seen!: string[];
  @Many() was!: string[];
  @Many() necessity!: string[];
  @Many() condition!: string[];
  @Line() all?: string;
  @Line() none?: string;
  @Line() then?: string;
}

export class OrderForm {
  @Many() key!: string[];
  @Many() rank!: string[];
  @Line() reset?: string;
}

export class VersionForm {
  @Line() version?: string;
}

export class ReturnForm {
  @Line() version?: string;
  @Lines() reason?: string;
}

export const versionOf = ({ version }: VersionForm): number => /^\d{1,9}$/.test(version ?? '') ? Number(version) : -1;
/** The typed fields of a form as plain texts; what was not sent is empty. */
export const typedOf = (form: object): Readonly<Record<string, string>> => Object.fromEntries(Object.entries(form).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
