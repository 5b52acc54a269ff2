import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { FixedClock } from '@platform/clock';
import { MailTransport, Mailbox, OutgoingMail } from '@platform/mail';
import type { MailMessage, OutgoingOne } from '@platform/mail';
import { AuditTrail } from '@platform/audit';
import { TenantDb, acts, newId, systemActor } from '@platform/tenancy';
import type { OrganizationId } from '@platform/tenancy';
import { IdentityFixture } from './identity.fixture.js';

/** A mail server that takes what is not addressed to `full@…`. */
class TinySmtp {
  readonly taken: { to: string; data: string }[] = [];
  private constructor(private readonly server: Server) {}

  static async listen(): Promise<TinySmtp> {
    const server = createServer();
    const smtp = new TinySmtp(server);
    server.on('connection', (socket) => smtp.talk(socket));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return smtp;
  }

  get url(): string { return `smtp://127.0.0.1:${(this.server.address() as AddressInfo).port}`; }
  close(): Promise<void> { return new Promise((resolve) => this.server.close(() => resolve())); }

  private talk(socket: Socket): void {
    let to = '';
    let data: string | null = null;
    let rest = '';
    const answer = (line: string): void => {
      if (data !== null) {
        if (line !== '.') { data += `${line}\n`; return; }
        this.taken.push({ to, data });
        data = null;
        socket.write('250 taken\r\n');
      } else if (/^RCPT TO:/i.test(line)) {
        to = /<(.*)>/.exec(line)?.[1] ?? '';
        socket.write(to.startsWith('full@') ? '452 mailbox full\r\n' : to.startsWith('gone@') ? '550 5.1.1 no such user\r\n' : '250 ok\r\n');
      } else if (/^DATA/i.test(line)) { data = ''; socket.write('354 go on\r\n'); }
      else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n');
      else socket.write('250 ok\r\n');
    };
    socket.write('220 tiny\r\n');
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      const lines = (rest + chunk.toString('utf8')).split('\r\n');
      rest = lines.pop() ?? '';
      lines.forEach(answer);
    });
  }
}

const ThingActs = acts('thing', { send: ['system'] });
const actor = systemActor(newId<'Organization'>() as OrganizationId);
let fixture: IdentityFixture;
let smtp: TinySmtp;
let transport: MailTransport;
let outgoing: OutgoingMail;

const message = (address: string): MailMessage => ({
  kind: 'request-sent', messageId: `<${newId()}@kenshu.example>`, from: 'Kenshu <noreply@kenshu.example>', to: { name: '髙﨑 誠', address },
  replyTo: { name: '森 さくら', address: 'mori@buyer.example' }, subject: '回答のお願い', text: '本文', html: '<p>本文</p>', language: 'ja', date: new Date() });
const one = (email: string): OutgoingOne => ({ to: { email, name: '髙﨑 誠', language: 'ja' }, compose: () => message(email) });
const event = (): Promise<string> => fixture.app.get(TenantDb).run(actor, (tx) => fixture.app.get(AuditTrail).record(tx, ThingActs.send, { kind: 'thing', id: newId() }));
const toWhom = (): string[] => smtp.taken.map((mail) => mail.to).sort();

beforeAll(async () => {
  fixture = await IdentityFixture.open();
  smtp = await TinySmtp.listen();
  transport = new MailTransport({ smtpUrl: smtp.url, mailboxDir: '/nowhere', from: 'x', publicUrl: 'https://kenshu.example' }, fixture.app.get(Mailbox));
  outgoing = new OutgoingMail(fixture.app.get(TenantDb), transport, new FixedClock(new Date('2026-11-20T00:00:00Z')));
});
beforeEach(() => { smtp.taken.length = 0; });
afterAll(async () => {
  transport.onApplicationShutdown();
  await smtp.close();
  await fixture.close();
});

describe('outgoing mail', () => {
  it('reaches several recipients, with the buyer’s contact to reply to', async () => {
    expect(await outgoing.deliver(actor, { eventId: await event(), reaction: 'tell' }, [one('a@kikai.example'), one('b@kikai.example')])).toBe(2);
    expect(toWhom()).toEqual(['a@kikai.example', 'b@kikai.example']);
    expect(smtp.taken[0].data).toMatch(/^Reply-To: .*<mori@buyer\.example>$/m);
  });
  it('goes once for the same event, reaction and address, however often and however many workers try', async () => {
    const cause = { eventId: await event(), reaction: 'tell' };
    await Promise.all([1, 2, 3].map(() => outgoing.deliver(actor, cause, [one('a@kikai.example')])));
    await outgoing.deliver(actor, cause, [one('A@kikai.example')]);
    expect(toWhom()).toEqual(['a@kikai.example']);
    await outgoing.deliver(actor, { ...cause, reaction: 'remind' }, [one('a@kikai.example')]);
    expect(smtp.taken).toHaveLength(2);
  });
  it('that one server refuses is tried again alone: the others are not written to twice', async () => {
    const cause = { eventId: await event(), reaction: 'tell' };
    const mails = [one('full@kikai.example'), one('b@kikai.example')];
    await expect(outgoing.deliver(actor, cause, mails)).rejects.toThrow('452');
    await expect(outgoing.deliver(actor, cause, mails)).rejects.toThrow('452');
    expect(toWhom()).toEqual(['b@kikai.example']);
  });
  it('that is refused for good is kept as such, not tried again, and holds up nobody', async () => {
    const cause = { eventId: await event(), reaction: 'tell' };
    expect(await outgoing.deliver(actor, cause, [one('gone@kikai.example'), one('b@kikai.example')])).toBe(1);
    expect(await outgoing.deliver(actor, cause, [one('gone@kikai.example'), one('b@kikai.example')])).toBe(0);
    expect([toWhom(), await outgoing.refusals(actor, cause)]).toEqual([['b@kikai.example'], [{ recipient: 'gone@kikai.example', answer: '550 5.1.1 no such user' }]]);
  });
  it('cannot be booked for another organisation’s event', async () => {
    const stranger = systemActor(newId<'Organization'>() as OrganizationId);
    const cause = { eventId: await event(), reaction: 'tell' };
    await outgoing.deliver(actor, cause, [one('a@kikai.example')]);
    expect(await fixture.app.get(TenantDb).run(stranger, (tx) => tx.query('select 1 from app.mail_sent'))).toEqual([]);
  });
});
