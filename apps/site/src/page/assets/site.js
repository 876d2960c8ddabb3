// Everything works without this file. It only makes waiting visible and keeps the reader's place.
for (const form of document.querySelectorAll('form[data-busy]')) {
  form.addEventListener('submit', ({ submitter: button }) => {
    // A download leaves the page standing, so nothing may say that it is still busy.
    if (!button || 'download' in button.dataset) return;
    button.setAttribute('aria-busy', 'true');
    button.textContent = form.dataset.busy;
  });
}
window.addEventListener('pageshow', (event) => {
  // A page that comes back from the history must not keep its "please wait".
  if (event.persisted && document.querySelector('[aria-busy]')) location.reload();
});
