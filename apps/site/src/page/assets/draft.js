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
  // What a browser kept of an earlier visit, or what was typed before this script came, is counted too.
  window.addEventListener('pageshow', show);
}

/** Whether somebody changed a field since the server wrote it. */
function isChanged(field) {
  if (field.options) {
    const written = Array.from(field.options).findIndex((option) => option.defaultSelected);
    return field.selectedIndex !== Math.max(written, 0);
  }
  if (field.type === 'checkbox' || field.type === 'radio') return field.checked !== field.defaultChecked;
  return 'defaultValue' in field && field.value !== field.defaultValue;
}

if (form) {
  const status = document.getElementById('saved');
  let timer;
  let saving = null;
  let leaving = false;
  const saveLater = () => {
    clearTimeout(timer);
    timer = setTimeout(save, QUIET_MS);
  };
  const save = async () => {
    if (leaving) return;
    // What is typed while a save is on its way is not in it.
    if (saving) return saveLater();
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
  form.addEventListener('input', saveLater);
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
    if (Array.from(form.elements).some(isChanged)) saveLater();
  });
}
