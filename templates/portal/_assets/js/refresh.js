// Something is being made elsewhere: look from time to time whether it is there, and only then draw the page again. Without scripts there is a link.
const waiting = document.querySelector('[data-refresh]');
if (waiting) {
  const look = async () => {
    try {
      const answer = document.visibilityState === 'visible' ? await fetch(window.location.href) : null;
      if (answer?.ok && !new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-refresh]')) { window.location.reload(); return; }
    } catch { /* no connection now; the next look will tell */ }
    setTimeout(look, Number(waiting.dataset.refresh) * 1000);
  };
  setTimeout(look, Number(waiting.dataset.refresh) * 1000);
}
