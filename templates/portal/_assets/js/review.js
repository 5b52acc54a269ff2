// A review without jumps: an opinion is saved in its place, and the keys go from item to item. Without this file every button works by itself.
const items = () => [...document.querySelectorAll('.review-item')];
const field = (element) => /^(INPUT|TEXTAREA|SELECT|BUTTON|SUMMARY|A)$/.test(element.tagName) && element.type !== 'radio';

async function save(form, button) {
  const anchor = form.dataset.for;
  const article = document.getElementById(anchor);
  button?.setAttribute('disabled', '');
  try {
    const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)), headers: { 'x-part': 'item' }, redirect: 'manual' });
    if (!answer.ok && answer.status !== 422) throw new Error(String(answer.status));
    const part = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-progress]');
    article.replaceWith(part.querySelector('.review-item'));
    const progress = document.getElementById('review-progress');
    if (progress) progress.textContent = part.dataset.progress;
    const prepared = document.getElementById('prepared-count');
    if (prepared) prepared.textContent = part.dataset.prepared;
    if (answer.ok) goTo(next(anchor) ?? anchor); else document.getElementById(anchor)?.focus();
  } catch (error) {
    button?.removeAttribute('disabled');
    // no line: say so and keep what was typed. Anything else (the session has ended) the plain form says by itself.
    if (error instanceof TypeError) tellFailure(form); else form.submit();
  }
}

function tellFailure(form) {
  form.querySelector('.save-failed')?.remove();
  const said = document.createElement('p');
  said.className = 'field-error save-failed';
  said.setAttribute('role', 'alert');
  said.textContent = form.dataset.failed;
  form.prepend(said);
}

const next = (anchor, step = 1) => {
  const all = items();
  return all[all.findIndex((item) => item.id === anchor) + step]?.id;
};
function goTo(anchor) {
  const item = document.getElementById(anchor);
  item?.focus({ preventScroll: true });
  item?.scrollIntoView({ block: 'start', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
}
const current = () => document.activeElement?.closest?.('.review-item') ?? null;

document.addEventListener('submit', (event) => {
  if (!event.target.matches('form[data-part="item"]')) return;
  event.preventDefault();
  void save(event.target, event.submitter);
});

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || field(event.target)) return;
  const here = current();
  if (event.key === 'j' || event.key === 'k') {
    const to = here ? next(here.id, event.key === 'j' ? 1 : -1) : items()[0]?.id;
    if (to) { event.preventDefault(); goTo(to); }
    return;
  }
  const choice = here?.querySelectorAll('input[name="opinion"]')[Number(event.key) - 1];
  if (!choice) return;
  event.preventDefault();
  choice.checked = true;
  choice.focus();
  if (event.key === '1') choice.form.requestSubmit();
  else { const more = here.querySelector('details.more'); if (more) { more.open = true; more.querySelector('textarea')?.focus(); } }
});
