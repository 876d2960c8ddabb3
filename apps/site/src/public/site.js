// Everything works without this file. It only makes waiting visible and keeps the reader's place.
for (const form of document.querySelectorAll('form[data-busy]')) {
  form.addEventListener('submit', () => {
    const button = form.querySelector('button[type="submit"], button:not([type])');
    if (!button) return;
    button.setAttribute('aria-busy', 'true');
    button.textContent = form.dataset.busy;
  });
}
window.addEventListener('pageshow', (event) => {
  // A page that comes back from the history must not keep its "please wait".
  if (event.persisted && document.querySelector('[aria-busy]')) location.reload();
});
