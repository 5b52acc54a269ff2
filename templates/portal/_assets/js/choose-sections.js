// Selects or clears a section without a round trip; without this script the same buttons save the form with the section chosen.
const form = document.getElementById('choose');
const boxes = (group) => [...form.querySelectorAll('input[type=checkbox][data-group]')].filter((box) => box.dataset.group === group);

function count(group) {
  const place = document.querySelector(`[data-count="${CSS.escape(group)}"]`);
  if (place) place.textContent = place.textContent.replace(/\d+/, String(boxes(group).filter((box) => box.checked).length));
}

form?.addEventListener('click', (event) => {
  const button = event.target.closest('button[data-all], button[data-none]');
  if (!button) return;
  event.preventDefault();
  const group = button.dataset.all ?? button.dataset.none;
  for (const box of boxes(group)) box.checked = button.dataset.all !== undefined;
  count(group);
});
form?.addEventListener('change', (event) => {
  if (event.target.dataset.group) count(event.target.dataset.group);
});
