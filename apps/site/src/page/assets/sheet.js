// Sending a sheet with its progress in view. The page works without this file: the browser then shows its own.
// An answer takes the place of the page and becomes an entry of the history; the page it came from is kept as it stands,
// with the chosen file, so that going back loses nothing and a line that breaks changes nothing. The entry also holds the
// fields the answer can be asked for again with (the table travels with the page), for a reload or a way back from a link.

const SAID_EVERY_MS = 5000;
const kept = new Map();
let entry = history.state?.sheet ?? 0;
let running = null;
/** What the answer shown now can be asked for again with. Whoever types the address again wants the empty form. */
let again = history.state?.again;
if (again && performance.getEntriesByType('navigation')[0]?.type === 'navigate') {
  again = undefined;
  history.replaceState({ sheet: entry }, '');
}

addEventListener('submit', (event) => {
  const { target: form, submitter } = event;
  // A download leaves the page standing.
  if (!('upload' in form.dataset) || (submitter && 'download' in submitter.dataset)) return;
  event.preventDefault();
  if (running) return;
  const fields = new FormData(form);
  if (submitter?.name) fields.append(submitter.name, submitter.value);
  // The switch of language sends the same fields to the page in the other language.
  const address = submitter?.hasAttribute('formaction') ? submitter.formAction : form.action;
  send(address, fields, submitter, (answer, landed, place) => arrive(answer, landed, place, fields));
});

addEventListener('click', ({ target }) => {
  if (target.closest('[data-upload-cancel]')) running?.abort();
});

addEventListener('popstate', ({ state }) => {
  // A place on the page, such as #kind-expired, belongs to the answer that is shown.
  if (!state) return history.replaceState({ sheet: entry, again }, '');
  if (state.sheet === entry) return;
  const page = kept.get(state.sheet);
  // From before a reload: it is asked for again.
  if (!page) return location.reload();
  running?.abort();
  keep();
  entry = state.sheet;
  again = state.again;
  put(page);
});

function send(address, fields, submitter, done) {
  const request = new XMLHttpRequest();
  const panel = document.querySelector('[data-upload-panel]');
  const { uploading, checking, failed, cancelled } = panel.dataset;
  const part = (name) => panel.querySelector(`[data-upload-${name}]`);
  const bar = panel.querySelector('progress');
  const status = document.querySelector('[data-upload-status]');
  let said = 0;
  const say = (text) => {
    said = performance.now();
    status.textContent = text;
  };
  const phase = (text) => {
    part('phase').textContent = text;
    say(text);
  };
  const rest = () => {
    running = null;
    part('running').hidden = true;
    part('percent').textContent = '';
    submitter?.removeAttribute('aria-disabled');
  };
  const stop = (text) => {
    rest();
    phase(text);
    panel.classList.toggle('failed', text === failed);
    submitter?.focus();
  };

  request.upload.addEventListener('progress', ({ lengthComputable, loaded, total }) => {
    if (!lengthComputable) return;
    bar.value = Math.floor((loaded / total) * 100);
    part('percent').textContent = `${bar.value}%`;
    if (loaded < total && performance.now() - said > SAID_EVERY_MS) say(`${bar.value}%`);
  });
  request.upload.addEventListener('load', () => {
    // How far the server has come is not known.
    bar.removeAttribute('value');
    part('percent').textContent = '';
    phase(checking);
  });
  request.addEventListener('load', () => {
    const type = request.getResponseHeader('content-type') ?? '';
    if (!type.startsWith('text/html')) return stop(failed);
    rest();
    panel.hidden = true;
    say('');
    const { hash } = new URL(address, location.href);
    done(new DOMParser().parseFromString(request.responseText, 'text/html'), request.responseURL, hash);
  });
  request.addEventListener('error', () => stop(failed));
  request.addEventListener('abort', () => stop(cancelled));

  running = request;
  submitter?.setAttribute('aria-disabled', 'true');
  bar.value = 0;
  part('running').hidden = false;
  panel.hidden = false;
  panel.classList.remove('failed');
  phase(uploading);
  request.open('POST', address);
  request.send(fields);
}

/** Puts an answer in the place of the page, as a new entry of the history, and leads to its result. */
function arrive(answer, address, place, sent) {
  keep();
  for (const other of kept.keys()) if (other > entry) kept.delete(other);
  history.replaceState({ ...history.state, sheet: entry }, '');
  entry++;
  const form = answer.querySelector('#sheet');
  again = form && [
    ...new FormData(form),
    ...['kind', 'page', 'open'].flatMap((name) => (sent.has(name) ? [[name, sent.get(name)]] : [])),
  ];
  try {
    history.pushState({ sheet: entry, again }, '', address);
  } catch {
    // Larger than this browser keeps: going back shows it, a reload does not.
    history.pushState({ sheet: entry }, '', address);
  }
  put({ title: answer.title, lang: answer.documentElement.lang, body: answer.body, top: 0 });
  // A cell that was opened keeps the focus; a matrix is read from its heading on.
  const first = document.querySelector('main .matrix') ? 'h1' : '.verdict';
  const places = ['.error-summary', ...(place === '#open' ? ['#open [aria-expanded="true"]'] : []), first, 'h1'];
  const result = places.map((one) => document.querySelector(`main ${one}`)).find(Boolean);
  if (!result.matches('button')) result.tabIndex = -1;
  result.focus();
}

function keep() {
  const { title, body, documentElement } = document;
  kept.set(entry, { title, lang: documentElement.lang, body, top: scrollY });
}

function put({ title, lang, body, top }) {
  document.title = title;
  document.documentElement.lang = lang;
  document.body.replaceWith(body);
  scrollTo(0, top);
}

if (again) {
  const fields = new FormData();
  for (const [name, value] of again) fields.append(name, value);
  send(document.querySelector('form[data-upload]').action, fields, null, (answer) => {
    put({ title: answer.title, lang: answer.documentElement.lang, body: answer.body, top: 0 });
  });
}
