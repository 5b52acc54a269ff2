import { Certificates, RevokeCertificate, SupersedeCertificate } from '@libs/certificate';
import type { House } from './scene-house.js';
import type { Stage } from './stage.js';

/** What happens to certificates afterwards: one is replaced because a number on it was wrong, one is withdrawn because a defect was found. */
export async function afterIssue(stage: Stage, house: House): Promise<void> {
  stage.at(stage.calendar.last, 8, 40);
  const issued = await stage.read(house.organizationId, (tx) => stage.verb(Certificates).list(tx, { state: 'issued' }));
  const [replaced, withdrawn] = [issued.at(-3), issued.at(-5)];
  if (!replaced || !withdrawn) throw new Error('the story has issued too few certificates');
  const { sakuraba } = house.people;
  const by = await stage.as(sakuraba);
  await stage.verb(SupersedeCertificate).execute(by, { certificateId: replaced.id, reason: '受注番号の誤記を訂正するため' });
  await stage.verb(RevokeCertificate).execute(by, { certificateId: withdrawn.id, kind: 'defect_found', reason: '納入後に隠れた不適合が見つかったため' });
  await stage.settle();
  stage.tell(sakuraba, 'after_issue', { replaced: replaced.number, withdrawn: withdrawn.number });
}
