import { RequestStory } from '@libs/insight';
import { AddRecipient, Chasing, RecordBounce, RecordTalk, RemindRespondent, RequestActs, Requests, SettleBounce, SwitchReminders, TALK_KINDS } from '@libs/request';
import { RegisterProxyReply, ReviewActs } from '@libs/review';
import { listing, query, verb } from '../web/operation.js';
import type { Operation } from '../web/operation.js';
import { day, digest, flag, id, instant, integer, list, named, nullable, object, oneOf, optional, text } from '../web/schema.js';
import { answerValue, remark } from './response.schemas.js';

const recipient = named('Recipient', object({ id: id(), email: text(254), name: nullable(text()), addedBy: text(), addedAt: instant() }));
const bounce = named('Bounce', object({ id: id(), address: text(254), reason: text(4000), source: oneOf(['refused', 'came_back']), by: text(), at: instant(), settledAt: nullable(instant()) }));
const talk = named('Talk', object({ id: id(), kind: oneOf(TALK_KINDS), text: text(8000), writtenBy: id(), by: text(), at: instant() }));
const reminder = object({ kind: text(20), dueOn: day(), remindedOn: day(), by: text(), at: instant() });
const event = object({ step: text(20), at: instant(), by: nullable(text()), id: nullable(id()), label: nullable(text()) });

/** How an answer is got: who is written to, what did not arrive, what was said. */
export const chasingOperations: readonly Operation[] = [
  query('getRequestStory', 'get /requests/{requestId}/story', RequestActs.read, 'What happened to a request, by both sides', {
    covers: ['RequestStory.of'], answer: object({ items: list(event) }),
    read: async ({ get, tx }, { path }) => ({ items: await get(RequestStory).of(tx, (await get(Requests).byId(tx, path.requestId)).id) }) }),
  listing('listRecipients', 'get /requests/{requestId}/recipients', RequestActs.read, 'Who is written to about a request', {
    covers: ['Chasing.recipients'], answer: recipient, read: async ({ get, tx }, { path }) => get(Chasing).recipients(tx, (await get(Requests).byId(tx, path.requestId)).id) }),
  verb(AddRecipient, 'post /requests/{requestId}/recipients', RequestActs.add_recipient, 'Writes to somebody else too, or instead')({
    body: object({ email: text(254), name: optional(nullable(text())), insteadOf: optional(nullable(text(254))) }), args: ({ path, body }) => [path.requestId, body] }),
  query('listReminders', 'get /requests/{requestId}/reminders', RequestActs.read, 'Reminders that went out, newest first', {
    covers: ['Chasing.reminders'], answer: object({ items: list(reminder) }),
    read: async ({ get, tx }, { path }) => ({ items: await get(Chasing).reminders(tx, (await get(Requests).byId(tx, path.requestId)).id) }) }),
  verb(RemindRespondent, 'post /requests/{requestId}/reminders', RequestActs.remind, 'Reminds the respondent')({ args: ({ path }) => [path.requestId] }),
  query('getReminderSwitch', 'get /requests/reminders', RequestActs.read, 'Whether reminders go out by themselves', {
    covers: ['Chasing.automatic'], answer: object({ on: flag() }), read: async ({ get, tx }) => ({ on: await get(Chasing).automatic(tx) }) }),
  verb(SwitchReminders, 'put /requests/reminders', RequestActs.switch_reminders, 'Switches automatic reminders on or off')({ body: object({ on: flag() }), args: ({ body }) => [body.on] }),
  listing('listBounces', 'get /requests/{requestId}/bounces', RequestActs.read, 'Mails that did not arrive', {
    covers: ['Chasing.bounces'], answer: bounce, read: async ({ get, tx }, { path }) => get(Chasing).bounces(tx, (await get(Requests).byId(tx, path.requestId)).id) }),
  verb(RecordBounce, 'post /requests/{requestId}/bounces', RequestActs.record_bounce, 'A mail came back')({
    body: object({ address: text(254), reason: text(4000) }), args: ({ path, body }) => [path.requestId, body] }),
  verb(SettleBounce, 'post /requests/{requestId}/bounces/{bounceId}/settlement', RequestActs.settle_bounce, 'A bounce has been dealt with')({ args: ({ path }) => [path.requestId, path.bounceId] }),
  listing('listTalks', 'get /requests/{requestId}/talks', RequestActs.read, 'What was said about cost, and what was objected to', {
    covers: ['Chasing.talks'], answer: talk, read: async ({ get, tx }, { path }) => get(Chasing).talks(tx, (await get(Requests).byId(tx, path.requestId)).id) }),
  verb(RecordTalk, 'post /requests/{requestId}/talks', RequestActs.talk, 'Records a talk about cost, or an objection')({
    body: object({ kind: oneOf(TALK_KINDS), text: text(8000) }), args: ({ path, body }) => [path.requestId, body] }),
  verb(RegisterProxyReply, 'post /requests/{requestId}/proxy-reply', ReviewActs.register_proxy, 'Registers a reply that came by mail or on paper (代理登録); it is unsigned')({
    body: object({
      evidenceId: id(), receivedOn: day(), answeredBy: text(), answers: list(object({ key: text(), answer: optional(nullable(answerValue)), comment: optional(remark), compensatingMeasure: optional(remark) }), 1000),
    }), args: ({ path, body }) => [{ requestId: path.requestId, ...body }], answer: object({ statementId: id(), revision: integer(1), sha256: digest() }) }),
];
