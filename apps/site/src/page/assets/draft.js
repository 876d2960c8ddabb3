// Saves a page of the form while somebody writes, and counts characters as the server does. The form works without it.
const form = document.getElementById('answers');
const QUIET_MS = 4000;

function count(text) {
  return Array.from(text.replace(/\r\n?/g, '\n')).length;
}
for (const area of form?.querySelectorAll('textarea[data-max]') ?? []) {
  const line = document.getElementById(`${area.id}-count`);
  const show = () => {
    const [n, max] = [count(area.value), Number(area.dataset.max)];
    line.textContent = line.dataset.counter
      .replace('{n}', n.toLocaleString('en'))
      .replace('{max}', max.toLocaleString('en'));
    line.classList.toggle('warn-text', n > max);
  };
  area.addEventListener('input', show);
}

if (form) {
  const status = document.getElementById('saved');
  let timer;
  let saving = null;
  let leaving = false;
  const save = async () => {
    if (saving || leaving) return;
    const body = new URLSearchParams(new FormData(form));
    body.set('to', 'auto');
    saving = fetch(form.action, { method: 'POST', body, credentials: 'same-origin' });
    try {
      const answer = await saving;
      if (!answer.ok) throw new Error(String(answer.status));
      form.elements.version.value = (await answer.json()).version;
      const time = new Date().toTimeString().slice(0, 5);
      status.textContent = form.dataset.draft.replace('{time}', time);
    } catch {
      status.textContent = form.dataset.failed;
    } finally {
      saving = null;
    }
  };
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(save, QUIET_MS);
  });
  // One save at a time: the button waits for the one that is on its way, or its version would be an old one.
  form.addEventListener('submit', (event) => {
    clearTimeout(timer);
    leaving = true;
    if (!saving) return;
    event.preventDefault();
    const { submitter } = event;
    saving.finally(() => setTimeout(() => form.requestSubmit(submitter)));
  });
  window.addEventListener('pageshow', () => {
    leaving = false;
  });
}
