import { FACT_NAMES } from '@pure/catalog';
import type { Facts } from '@pure/catalog';
import { Line, Lines, Many } from '../web/form-fields.js';

/** The facts as a form asks for them: `fact_wlan` = yes, no, or nothing. */
export class FactsForm {}
for (const name of FACT_NAMES) Line(3)(FactsForm.prototype, `fact_${name}`);

/** Only what was answered: a fact that nobody chose is not stated. */
export function factsOf(form: object): Facts {
  const fields = form as Readonly<Record<string, unknown>>;
  const stated = FACT_NAMES.flatMap((name) => (fields[`fact_${name}`] === 'yes' ? [[name, true]] : fields[`fact_${name}`] === 'no' ? [[name, false]] : []));
  return Object.fromEntries(stated) as Facts;
}

/** Everything that is said at sending, for all addressees at once; `site` and `recipients` go together by their place. */
export class SendForm extends FactsForm {
  @Line(36) specification?: string;
  @Many(200, 36) site!: string[];
  @Many(200, 4000) recipients!: string[];
  @Line(10) dueOn?: string;
  @Lines(4000) noteJa?: string;
  @Lines(4000) noteEn?: string;
  @Line(3) secrets?: string;
  @Line(3) stoppage?: string;
  @Line(3) reach?: string;
  @Line(1) level?: string;
  @Lines(1000) levelReason?: string;
  @Line(36) sending?: string;
}

export class ExtendForm { @Line(10) extendDueOn?: string; @Lines(1000) extendReason?: string }
export class WithdrawForm { @Lines(1000) withdrawReason?: string; @Line(3) withdrawSure?: string }
export class RecipientForm { @Line(36) recipientInsteadOf?: string; @Line(300) recipientEmail?: string; @Line(200) recipientName?: string }
export class BounceForm { @Line(300) bounceAddress?: string; @Lines(500) bounceReason?: string }
export class SettleForm { @Line(36) bounceId?: string }
export class CorrectFactsForm extends FactsForm { @Lines(1000) factsReason?: string }
export class TalkForm { @Line(20) talkKind?: string; @Lines(4000) talkText?: string }
export class RemindersForm { @Line(3) reminders?: string }
