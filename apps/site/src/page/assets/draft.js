// Saves a page of the form while somebody writes and when it is left, and counts characters as the server does. The form works
// without it.
const form = document.getElementById('answers');
const QUIET_MS = 4000;
const AGAIN_MS = 15_000;
const PATIENCE_MS = 20_000;
/** Browsers send 64 KiB of a page that is gone, all its requests together. */
const MOST_ON_LEAVING = 60_000;

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
  /** Fields as this page saved them last; null while they are those that the server wrote. */
  let saved = null;
  /** Fields that are on their way. */
  let sent = null;
  let saving = null;
  let timer;
  let leaving = false;
  let waits = false;
  /** Why what is typed cannot be saved by itself: "later" may, "never" cannot on this page. */
  let failed = null;

  // What is typed is saved here when the page is left, so on the way back the server's text is the newer one.
  form.autocomplete = 'off';

  const typed = () => {
    const fields = new URLSearchParams(new FormData(form));
    fields.delete('version');
    return String(fields);
  };
  const isUnsaved = () => {
    const now = typed();
    if (now === sent) return false;
    return saved === null ? Array.from(form.elements).some(isChanged) : now !== saved;
  };
  const saveIn = (milliseconds) => {
    clearTimeout(timer);
    timer = setTimeout(save, milliseconds);
  };

  async function store(fields, version) {
    const body = new URLSearchParams(fields);
    body.set('version', version);
    body.set('to', 'auto');
    try {
      const answer = await fetch(form.action, {
        method: 'POST',
        body,
        credentials: 'same-origin',
        keepalive: fields.length < MOST_ON_LEAVING,
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      const said = await answer.json().catch(() => null);
      if (!answer.ok) {
        // Saved in another window, or logged out: the button shows both texts, or leads to the login.
        failed = answer.status >= 500 || answer.status === 429 ? 'later' : 'never';
        status.textContent = said?.message ?? form.dataset.failed;
      } else {
        failed = null;
        saved = fields;
        form.elements.version.value = said.version;
        const time = new Date().toTimeString().slice(0, 5);
        status.textContent = form.dataset.draft.replace('{time}', time);
      }
    } catch {
      failed = 'later';
      status.textContent = form.dataset.failed;
    }
    if (failed === 'later' && !leaving) saveIn(AGAIN_MS);
  }

  function save() {
    clearTimeout(timer);
    if (leaving || failed === 'never' || !isUnsaved()) return;
    // What is typed while a save is on its way is not in it.
    if (saving) return saveIn(QUIET_MS);
    sent = typed();
    saving = store(sent, form.elements.version.value).finally(() => {
      saving = null;
      sent = null;
    });
  }

  /** Nothing waits for a page that is being left: the save that is on its way has made the next version by then. */
  function saveOnLeaving() {
    if (leaving || failed === 'never' || !isUnsaved()) return;
    if (!saving) return save();
    sent = typed();
    void store(sent, Number(form.elements.version.value) + 1);
  }

  form.addEventListener('input', () => {
    // A page that is still there after its button was pressed was not left.
    leaving = false;
    saveIn(QUIET_MS);
  });
  // One save at a time: the button waits for the one that is on its way, or its version would be an old one.
  form.addEventListener('submit', (event) => {
    clearTimeout(timer);
    leaving = true;
    if (!saving) return;
    event.preventDefault();
    if (waits) return;
    waits = true;
    const { submitter } = event;
    submitter?.setAttribute('aria-busy', 'true');
    saving.then(() => {
      waits = false;
      submitter?.removeAttribute('aria-busy');
      form.requestSubmit(submitter);
    });
  });
  window.addEventListener('beforeunload', (event) => {
    if (leaving || !isUnsaved()) return;
    saveOnLeaving();
    // What cannot be sent from here is not left without a question.
    if (failed || typed().length >= MOST_ON_LEAVING) event.preventDefault();
  });
  // A phone tells of a page that is left by these two alone.
  window.addEventListener('pagehide', saveOnLeaving);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') saveOnLeaving();
  });
  window.addEventListener('online', () => {
    if (failed === 'later') save();
  });
  window.addEventListener('pageshow', (event) => {
    leaving = false;
    if (isUnsaved()) saveIn(QUIET_MS);
    // As it stood when it was left, with a version that the server has gone on from.
    else if (event.persisted) location.reload();
  });
}
