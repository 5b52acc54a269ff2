// Saves answers while they are typed. Whatever is not saved yet is kept in this browser, per person and request, until it is: a lost
// connection or an ended session loses nothing. Without this file the page's own buttons save the whole section.
const form = document.querySelector('[data-answers]');
const FIELDS = ['answer', 'reason', 'comment', 'measure'];
const TYPING = 700;
const LONGEST_WAIT = 30_000;
const meta = document.querySelector('meta[name="csrf-token"]');

const shelfOf = ({ person, request }) => `kenshu.unsaved:${person}:${request}`;
function kept(shelf) {
  try { return JSON.parse(localStorage.getItem(shelf)) ?? {}; } catch { return {}; }
}
function keep(shelf, all) {
  try {
    if (Object.keys(all).length === 0) localStorage.removeItem(shelf);
    else localStorage.setItem(shelf, JSON.stringify(all));
  } catch { /* a full or forbidden storage: saving goes on all the same */ }
}
const same = (a, b) => FIELDS.every((field) => a[field].trim().replaceAll('\r\n', '\n') === b[field].trim().replaceAll('\r\n', '\n'));
const clock = () => new Intl.DateTimeFormat(document.documentElement.lang, { hour: '2-digit', minute: '2-digit', timeZone: form.dataset.zone }).format(new Date());

class Question {
  constructor(element) {
    this.element = element;
    this.key = element.dataset.key;
    this.version = Number(element.dataset.version);
    this.controls = Object.fromEntries(FIELDS.map((field) => [field, [...element.querySelectorAll(`[name="${CSS.escape(`${field}.${this.key}`)}"]`)]]));
    this.stands = this.read();
    this.wasAnswered = this.stands.answer !== '';
    this.state = 'clean';
    this.wait = 2000;
    this.clear = element.querySelector('[data-clear]');
    element.addEventListener('input', (event) => { if (this.owns(event.target)) this.typed(event.target.type === 'radio' ? 0 : TYPING); });
    element.addEventListener('focusout', (event) => { if (this.owns(event.target) && this.state === 'typing') this.save(); });
    this.clear?.addEventListener('click', () => { for (const radio of this.controls.answer) radio.checked = false; this.typed(0); this.controls.answer[0].focus(); });
    this.showClear();
  }

  owns(control) { return FIELDS.some((field) => this.controls[field].includes(control)); }

  read() {
    const one = (field) => field === 'answer' ? this.controls.answer.find((radio) => radio.checked)?.value ?? '' : this.controls[field][0]?.value ?? '';
    const content = Object.fromEntries(FIELDS.map((field) => [field, one(field)]));
    // a reason belongs to "not applicable" only; it stays in its field, in case the choice comes back
    return content.answer === 'not_applicable' ? content : { ...content, reason: '' };
  }

  write(content) {
    for (const radio of this.controls.answer) radio.checked = radio.value === content.answer;
    for (const field of FIELDS.slice(1)) if (this.controls[field][0]) this.controls[field][0].value = content[field];
    this.showClear();
  }

  typed(after) {
    this.showClear();
    this.remember();
    if (this.state === 'changed') return;
    this.show('typing');
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), after);
  }

  remember() {
    const all = kept(shelf);
    all[this.key] = { ...this.read(), version: this.version, path: form.dataset.path, at: this.element.id, name: this.element.querySelector('.code').textContent };
    keep(shelf, all);
  }

  forget() {
    keep(shelf, Object.fromEntries(Object.entries(kept(shelf)).filter(([key]) => key !== this.key)));
  }

  async save() {
    clearTimeout(this.timer);
    if (this.state === 'changed') return;
    if (this.busy) { this.again = true; return; }
    const content = this.read();
    if (same(content, this.stands)) { this.forget(); this.show(this.state === 'clean' ? 'clean' : 'saved'); return; }
    this.busy = true;
    this.show('saving');
    await this.send(content, true);
    this.busy = false;
    if (this.again) { this.again = false; this.save(); }
  }

  async send(content, mayRetry) {
    let answer;
    try {
      answer = await fetch(`/questionnaires/${form.dataset.request}/answers/${encodeURIComponent(this.key)}`, {
        method: 'POST', redirect: 'manual', keepalive: true, signal: AbortSignal.timeout(20_000), headers: { accept: 'application/json', 'x-csrf-token': meta.content },
        body: new URLSearchParams({ ...content, responseId: form.elements.responseId.value, version: this.version }),
      });
      if (answer.type === 'opaqueredirect' || answer.status === 401 || answer.status === 403) {
        if (mayRetry && await sessionLives()) { await this.send(content, false); return; }
        if (answer.status === 403 && !ended) { this.show('failed'); return; }
        this.show('ended');
        return;
      }
      if (answer.status >= 500) throw new Error(`answered ${answer.status}`);
      this.answered(answer.status, await answer.json().catch(() => ({})), content);
    } catch {
      this.later();
    }
  }

  answered(status, said, content) {
    this.wait = 2000;
    if (status === 200) {
      this.version = said.version;
      this.stands = content;
      if (same(this.read(), content)) { this.forget(); this.show('saved'); } else { this.remember(); this.again = true; }
    } else if (said.current) this.differs(said.current);
    else this.show('failed', said.message);
  }

  /** The connection or the server is away: tried again, first soon, then every half minute, and at once when the browser is online again. */
  later() {
    this.show('offline');
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), this.wait);
    this.wait = Math.min(this.wait * 2, LONGEST_WAIT);
  }

  /** Somebody else was faster: both texts are shown, and the person chooses. */
  differs(theirs) {
    if (same(this.read(), theirs)) { this.version = theirs.version; this.stands = theirs; this.forget(); this.show('saved'); return; }
    this.element.querySelector('.two-answers')?.remove();
    const box = document.querySelector('template[data-conflict]').content.firstElementChild.cloneNode(true);
    box.querySelector('h4').textContent = theirs.by ? `${form.dataset.changed} (${theirs.by})` : form.dataset.changed;
    box.querySelector('[data-theirs]').textContent = this.inWords(theirs);
    box.querySelector('[data-mine]').textContent = this.inWords(this.read());
    const decide = (mine) => {
      this.version = theirs.version;
      this.stands = theirs;
      if (!mine) this.write(theirs);
      box.remove();
      this.state = 'typing';
      if (mine) this.remember();
      this.controls.answer[0].focus();
      this.save();
    };
    box.querySelector('[data-keep="mine"]').addEventListener('click', () => decide(true));
    box.querySelector('[data-keep="theirs"]').addEventListener('click', () => decide(false));
    this.element.querySelector('.options').before(box);
    this.show('changed');
  }

  inWords(content) {
    const chosen = this.controls.answer.find((radio) => radio.value === content.answer);
    return [chosen?.parentElement.textContent.trim() ?? '–', content.reason, content.comment, content.measure].filter(Boolean).join('\n');
  }

  show(state, message) {
    this.state = state;
    this.message = message;
    const line = this.element.querySelector('[data-state]');
    if (state !== 'clean') line.textContent = state === 'saved' ? `${form.dataset.saved} ${clock()}` : message ? `${form.dataset.failed}: ${message}` : form.dataset[state];
    line.dataset.tone = { saved: 'done', offline: 'wrong', ended: 'wrong', changed: 'wrong', failed: 'wrong' }[state] ?? '';
    overall();
  }

  showClear() { if (this.clear) this.clear.hidden = !this.controls.answer.some((radio) => radio.checked); }
}

let ended = false;
/** Whether the same person is still signed in, perhaps anew in another window; then the page's token is renewed. */
let asking = null;
function sessionLives() {
  asking ??= ask().finally(() => { asking = null; });
  return asking;
}
async function ask() {
  const answer = await fetch('/step-up', { redirect: 'manual', headers: { accept: 'text/html' } });
  const page = answer.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null;
  const who = (from) => ['.who', '.whose strong'].map((part) => from.querySelector(part)?.textContent.trim()).join(' ');
  const lives = page !== null && who(page) === who(document);
  if (lives) for (const holder of [meta, ...document.querySelectorAll('input[name="_csrf"]')]) holder[holder === meta ? 'content' : 'value'] = page.querySelector('meta[name="csrf-token"]').content;
  ended = !lives;
  document.querySelector('[data-session-ended]').hidden = lives;
  return lives;
}

function overall() {
  const states = questions.map(({ state }) => state);
  const has = (...some) => states.filter((state) => some.includes(state)).length;
  const said = has('ended') ? form.dataset.ended : has('offline') ? form.dataset.offline : has('saving') ? form.dataset.saving
    : has('typing', 'changed', 'failed') ? `${form.dataset.waiting}: ${has('typing', 'changed', 'failed')}` : has('saved') ? `${form.dataset.all} ${clock()}` : '';
  const line = document.querySelector('[data-save-all]');
  if (line.textContent !== said) line.textContent = said;
  const now = questions.map((question) => question.read().answer);
  document.querySelector('.answer-bar [data-answered]').textContent = before.answered + now.filter((answer) => answer !== '').length;
  const unknown = before.unknown + now.filter((answer) => answer === 'unknown').length;
  document.querySelector('[data-unknown]').textContent = unknown;
  document.querySelector('[data-unknown-part]').hidden = unknown === 0;
}

let questions = [];
let before = { answered: 0, unknown: 0 };
const shelf = form ? shelfOf(form.dataset) : '';

/** What was typed before the page was left or the session ended comes back into its fields, and is saved. */
function resume() {
  const all = kept(shelf);
  for (const question of questions) {
    const draft = all[question.key];
    if (!draft) continue;
    if (same(draft, question.stands)) { question.forget(); continue; }
    const stood = { ...question.stands, version: question.version, by: '' };
    question.write(draft);
    if (draft.version === question.version) question.typed(0);
    else question.differs(stood);
  }
}

function begin() {
  const number = (part) => Number(document.querySelector(part).textContent);
  questions = [...document.querySelectorAll('.answer-item')].map((element) => new Question(element));
  before = { answered: number('.answer-bar [data-answered]') - questions.filter(({ wasAnswered }) => wasAnswered).length, unknown: number('[data-unknown]') - questions.filter(({ stands }) => stands.answer === 'unknown').length };
  for (const element of document.querySelectorAll('[data-without-script]')) element.hidden = true;
  const saveAll = () => Promise.all(questions.filter(({ state }) => ['typing', 'offline', 'ended'].includes(state)).map((question) => question.save()));
  form.addEventListener('submit', (event) => { event.preventDefault(); saveAll(); });
  addEventListener('online', saveAll);
  addEventListener('focus', () => { if (ended) sessionLives().then((lives) => lives && saveAll()).catch(() => undefined); });
  // a page that is hidden may be closed: one more try, which the browser finishes without the page; what fails waits in the shelf
  document.addEventListener('visibilitychange', () => { if (document.hidden) for (const question of questions) if (['typing', 'offline'].includes(question.state)) question.save(); });
  const leave = document.querySelector('form[action="/sign-out"]');
  leave?.addEventListener('submit', async (event) => { event.preventDefault(); await saveAll(); localStorage.removeItem(shelf); leave.submit(); });
  resume();
}

/** On the page of the whole questionnaire: where something waits in this browser. */
function point(box) {
  const drafts = Object.values(kept(shelfOf(box.dataset)));
  for (const { path, at, name } of drafts) {
    const link = Object.assign(document.createElement('a'), { href: `${path}#${at}`, textContent: name });
    box.querySelector('ul').append(Object.assign(document.createElement('li'), {}));
    box.querySelector('li:last-child').append(link);
  }
  box.hidden = drafts.length === 0;
}

if (form) begin();
for (const box of document.querySelectorAll('[data-unsaved]')) point(box);
