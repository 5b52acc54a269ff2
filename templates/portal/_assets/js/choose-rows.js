// Ticks all rows without a round trip and keeps the count; without this script the same button asks the server to tick them.
const form = document.getElementById('choose-rows');
const boxes = () => [...form.querySelectorAll('input[type=checkbox][name=site]')];
const place = document.querySelector('[data-chosen]');

function count() {
  if (place) place.textContent = place.textContent.replace(/\d+/, String(boxes().filter((box) => box.checked).length));
}

form?.addEventListener('click', (event) => {
  const button = event.target.closest('button[data-all-rows]');
  if (!button) return;
  event.preventDefault();
  const rows = [...form.querySelectorAll('table input[type=checkbox][name=site]')];
  const all = rows.some((box) => !box.checked);
  for (const box of rows) box.checked = all;
  count();
});
form?.addEventListener('change', count);
