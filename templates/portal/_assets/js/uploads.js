// Sends files as soon as they are chosen and says how far it is; the list of the item's files comes back drawn by the server.
// Without this file the form beside it does the same with a button.
const form = document.querySelector('[data-answers]');
const token = () => document.querySelector('meta[name="csrf-token"]').content;

function replace(list, html) {
  const drawn = new DOMParser().parseFromString(html, 'text/html').querySelector('[data-files]');
  if (!drawn) return false;
  list.replaceWith(drawn);
  (drawn.querySelector('[role="alert"]') ? drawn.querySelector('input[type="file"]') : drawn.querySelector('li:last-of-type a') ?? drawn.querySelector('input[type="file"]'))?.focus({ preventScroll: true });
  return true;
}

function send(sent, list) {
  const bar = list.querySelector('progress');
  const state = list.querySelector('.upload-state');
  const data = new FormData(sent);
  const call = new XMLHttpRequest();
  const fail = (text) => { if (bar) bar.hidden = true; if (state) { state.textContent = text; state.dataset.tone = 'wrong'; } list.removeAttribute('aria-busy'); };
  call.open('POST', sent.action);
  call.setRequestHeader('x-csrf-token', token());
  call.setRequestHeader('x-requested-with', 'fetch');
  if (bar && sent.classList.contains('add-file')) {
    bar.hidden = false;
    call.upload.addEventListener('progress', ({ loaded, total }) => { bar.value = total ? (loaded / total) * 100 : 0; state.textContent = `${Math.round(bar.value)}%`; });
  }
  call.addEventListener('load', () => {
    if (new URL(call.responseURL).pathname === '/sign-in' || call.status === 401 || call.status === 403) {
      document.querySelector('[data-session-ended]').hidden = false;
      fail(form.dataset.uploadEnded);
    } else if (call.status === 413) fail(form.dataset.uploadLarge);
    else if (![200, 422, 409].includes(call.status) || !replace(list, call.responseText)) fail(form.dataset.uploadFailed);
  });
  for (const lost of ['error', 'timeout', 'abort']) call.addEventListener(lost, () => fail(form.dataset.uploadLost));
  list.setAttribute('aria-busy', 'true');
  call.send(data);
}

if (form) {
  document.addEventListener('submit', (event) => {
    const list = event.target.closest('[data-files]');
    if (!list) return;
    event.preventDefault();
    const file = event.target.querySelector('input[type="file"]');
    if (file && file.files.length === 0) file.focus();
    else send(event.target, list);
  });
  document.addEventListener('change', ({ target }) => {
    const list = target.matches?.('input[type="file"]') ? target.closest('[data-files]') : null;
    if (list && target.files.length > 0) send(target.form, list);
  });
}
