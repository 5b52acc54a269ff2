// Each item of the inspection is saved as soon as something is chosen. What is typed lies in this browser until the server has it: a clean room has no reception.
const root = document.querySelector('.work[data-inspection]');
const net = root?.querySelector('[data-net]');
const csrf = document.querySelector('meta[name="csrf-token"]')?.content ?? '';
const said = net?.dataset ?? {};
const FIELDS = ['result', 'method', 'checkedOn', 'note'];
const pending = new Set();
let uploads = 0;
let pause = 2000;
let timer = null;

function tell(text, link = null) {
  net.hidden = text === '';
  net.replaceChildren(text);
  if (link) net.append(' ', Object.assign(document.createElement('a'), link));
}

/** The changed parts of the page, by name; what a person is typing into is not among them. */
function place(html) {
  for (const part of new DOMParser().parseFromString(html, 'text/html').querySelectorAll('[data-part]')) {
    const there = document.querySelector(`[data-part="${CSS.escape(part.dataset.part)}"]`);
    if (!there) continue;
    const open = there.querySelector('details')?.open;
    there.replaceChildren(...part.childNodes);
    const details = there.querySelector('details');
    if (details && open) details.open = true;
  }
}

const storage = {
  read(key) { try { return JSON.parse(localStorage.getItem(key) ?? 'null'); } catch { return null; } },
  write(key, value) { try { localStorage.setItem(key, JSON.stringify(value)); } catch { /* full or forbidden: the page still saves to the server */ } },
  drop(key) { try { localStorage.removeItem(key); } catch { /* as above */ } },
};

class Item {
  constructor(form) {
    this.form = form;
    this.index = form.dataset.index;
    this.itemKey = form.elements.itemKey.value;
    this.key = `kenshu:inspection:${root.dataset.inspection}:${root.dataset.round}:${this.itemKey}`;
    this.stored = JSON.stringify(this.values());
    this.sending = false;
    form.addEventListener('input', (event) => { if (event.target.type !== 'file') this.keep(); });
    form.addEventListener('change', (event) => { if (event.target.type === 'file') this.upload([...event.target.files], event.target); else this.changed(); });
    form.addEventListener('submit', (event) => { event.preventDefault(); this.keep(); this.save(true); });
    this.restore();
  }

  values() { return Object.fromEntries(FIELDS.map((name) => [name, this.form.elements[name].value ?? ''])); }

  say(text) {
    const place_ = root.querySelector(`[data-save="${this.index}"]`);
    if (place_) place_.textContent = text;
  }

  keep() { storage.write(this.key, this.values()); this.say(said.typing); }

  changed() { this.keep(); this.save(false); }

  restore() {
    const kept = storage.read(this.key);
    if (!kept || JSON.stringify(kept) === this.stored) { storage.drop(this.key); return; }
    for (const name of FIELDS) if (typeof kept[name] === 'string') this.form.elements[name].value = kept[name];
    tell(said.restored);
    this.changed();
  }

  async save(asked) {
    const values = this.values();
    if (values.result === '' && !asked) return; // nothing to judge by yet; it lies in the browser
    if (this.sending) { this.again = true; return; }
    this.sending = true;
    this.again = false;
    this.say(said.saving);
    try {
      const answer = await fetch(this.form.action, { method: 'POST', headers: { 'x-csrf-token': csrf, 'x-part': '1' }, body: new URLSearchParams({ itemKey: this.itemKey, ...values }) });
      await this.answered(answer, values);
    } catch {
      this.wait();
    } finally {
      this.sending = false;
      if (this.again) this.save(false);
    }
  }

  async answered(answer, values) {
    if (expired(answer)) { this.say(said.typing); return; }
    if (answer.status >= 500) { this.wait(); return; }
    place(await answer.text());
    if (pending.delete(this) && pending.size === 0) tell(said.back);
    if (answer.ok && JSON.stringify(values) === JSON.stringify(this.values())) storage.drop(this.key);
  }

  wait() {
    pending.add(this);
    this.say(said.waiting);
    tell(said.offline);
    if (timer === null) timer = setTimeout(retry, pause);
    pause = Math.min(pause * 2, 60_000);
  }

  upload(files, input) {
    for (const file of files) new Picture(this, file).send();
    input.value = '';
  }
}

/** The session is over or another one has begun: the page must be opened again, and finds what was typed. */
function expired(answer) {
  const signedOut = answer.redirected && new URL(answer.url).pathname.startsWith('/sign-in');
  if (!signedOut && answer.status !== 403 && answer.status !== 401) return false;
  tell(said.expired, { href: `/sign-in?next=${window.location.pathname}`, textContent: said.signIn });
  return true;
}

function retry() {
  timer = null;
  for (const item of [...pending]) item.save(true);
}

/** One file on its way, with its progress; one that did not arrive can be sent again while the page is open. */
class Picture {
  constructor(item, file) {
    this.item = item;
    this.file = file;
    this.line = document.createElement('p');
    this.line.className = 'upload';
    this.bar = Object.assign(document.createElement('progress'), { max: 100, value: 0 });
    this.bar.setAttribute('aria-label', `${said.uploading} ${file.name}`);
    root.querySelector(`#item-${item.index}`).append(this.line);
  }

  send() {
    uploads += 1;
    this.line.setAttribute('role', 'status');
    this.line.replaceChildren(`${said.uploading} ${this.file.name} `, this.bar);
    const request = new XMLHttpRequest();
    request.open('POST', `/inspections/${root.dataset.inspection}/files`);
    request.setRequestHeader('x-csrf-token', csrf);
    request.setRequestHeader('x-part', '1');
    request.upload.addEventListener('progress', ({ loaded, total }) => { this.bar.value = total ? Math.round((loaded / total) * 100) : 0; });
    request.addEventListener('load', () => this.loaded(request));
    request.addEventListener('error', () => this.failed());
    request.addEventListener('abort', () => this.failed());
    const body = new FormData();
    body.append('itemKey', this.item.itemKey);
    body.append('photo', this.file);
    request.send(body);
  }

  loaded(request) {
    if (expired({ redirected: request.responseURL.includes('/sign-in'), url: request.responseURL, status: request.status }) || request.status >= 500 || request.status === 413) { this.failed(); return; }
    uploads -= 1;
    this.line.remove();
    place(request.responseText);
  }

  failed() {
    uploads -= 1;
    const button = Object.assign(document.createElement('button'), { type: 'button', className: 'btn btn-outline-primary', textContent: said.retry });
    button.addEventListener('click', () => this.send(), { once: true });
    this.line.replaceChildren(`${said.uploadFailed} ${this.file.name} `, button);
  }
}

if (root && net) {
  for (const form of root.querySelectorAll('form.item-form')) new Item(form);
  window.addEventListener('online', () => { pause = 2000; retry(); });
  window.addEventListener('offline', () => tell(said.offline));
  window.addEventListener('beforeunload', (event) => { if (uploads > 0) event.preventDefault(); });
}
