// Everything works without this file. It only makes waiting visible and keeps the reader's place,
// and offers what may be meant while one types.
for (const form of document.querySelectorAll('form[data-busy]')) {
  form.addEventListener('submit', ({ submitter: button }) => {
    // A download leaves the page standing, so nothing may say that it is still busy; another address is another act.
    if (!button || 'download' in button.dataset || button.hasAttribute('formaction')) return;
    button.setAttribute('aria-busy', 'true');
    button.textContent = form.dataset.busy;
  });
}
// A double click is one click: what was begun, accepted or handed in would be refused the second time.
const DOUBLE_MS = 1000;
const sentAt = new WeakMap();
window.addEventListener('submit', (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== 'post') return;
  if (performance.now() - (sentAt.get(form) ?? -DOUBLE_MS) < DOUBLE_MS) event.preventDefault();
  else sentAt.set(form, performance.now());
});

window.addEventListener('pageshow', (event) => {
  // A page that comes back from the history must not keep its "please wait".
  if (event.persisted && document.querySelector('[aria-busy]')) location.reload();
});

const compared = document.querySelectorAll('input[form="compare"]');
const limitCompared = () => {
  const full = [...compared].filter(({ checked }) => checked).length >= 4;
  for (const other of compared) other.disabled = full && !other.checked;
};
for (const box of compared) box.addEventListener('change', limitCompared);
// Also for what was ticked before this script came, or on an earlier visit.
if (compared.length > 0) window.addEventListener('pageshow', limitCompared);

for (const area of document.querySelectorAll('textarea[data-most]')) {
  const most = Number(area.dataset.most);
  const counter = area.nextElementSibling;
  const words = counter.textContent;
  const show = () => {
    // Characters as the server counts them: a rare one is one, though the browser holds it in two parts.
    const length = Array.from(area.value).length;
    // The first figure of the words is the count, the other the limit.
    counter.textContent = words.replace(/[\d,]+/, length.toLocaleString('en'));
    counter.classList.toggle('over', length > most);
  };
  area.addEventListener('input', show);
  window.addEventListener('pageshow', show);
}

for (const form of document.querySelectorAll('form[data-suggest]')) suggest(form);

/** The combobox of the ARIA practices: a list of links under the field, chosen with the arrow keys. */
function suggest(form) {
  const input = form.querySelector('input[type="search"]');
  const list = document.createElement('ul');
  const status = document.createElement('p');
  list.id = `${input.id}-options`;
  list.className = 'suggest';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', form.querySelector('label').textContent);
  list.hidden = true;
  status.className = 'visually-hidden';
  status.setAttribute('role', 'status');
  form.append(list, status);
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': list.id,
  }))
    input.setAttribute(name, value);

  let chosen = -1;
  let waiting;
  let asking;

  function close() {
    clearTimeout(waiting);
    asking?.abort();
    list.hidden = true;
    status.textContent = '';
    choose(-1);
    input.setAttribute('aria-expanded', 'false');
  }

  function choose(index) {
    chosen = index;
    for (const [at, option] of [...list.children].entries()) option.setAttribute('aria-selected', String(at === index));
    const option = list.children[index];
    if (option) {
      input.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    } else input.removeAttribute('aria-activedescendant');
  }

  function optionOf({ kindName, label, detail, href }, index) {
    const option = document.createElement('li');
    option.id = `${list.id}-${index}`;
    option.setAttribute('role', 'option');
    option.setAttribute('aria-selected', 'false');
    option.dataset.href = href;
    for (const [name, text] of [
      ['kind', kindName],
      ['label', label],
      ['detail', detail],
    ]) {
      const part = document.createElement('span');
      part.className = name;
      part.textContent = text;
      if (text) option.append(part, ' ');
    }
    return option;
  }

  async function ask() {
    asking?.abort();
    const own = new AbortController();
    asking = own;
    const q = input.value.trim();
    if (q === '') return close();
    try {
      const address = `${form.dataset.suggest}?${new URLSearchParams({ q })}`;
      const answer = await fetch(address, { signal: own.signal });
      if (!answer.ok) return close();
      const { options, said } = await answer.json();
      if (document.activeElement !== input || input.value.trim() !== q) return;
      list.replaceChildren(...options.map(optionOf));
      list.hidden = options.length === 0;
      choose(-1);
      input.setAttribute('aria-expanded', String(options.length > 0));
      status.textContent = said;
      // A keyboard on the screen covers what lies below the field.
      const seen = window.visualViewport?.height ?? innerHeight;
      if (matchMedia('(pointer: coarse)').matches && list.getBoundingClientRect().bottom > seen)
        form.scrollIntoView({ block: 'start' });
    } catch {
      // Without an answer the button still works, as it does without this script. One that was given up has its successor.
      if (!own.signal.aborted) close();
    }
  }

  function askSoon({ isComposing }) {
    clearTimeout(waiting);
    // ㄒㄧㄚ is no word yet.
    if (!isComposing) waiting = setTimeout(ask, 150);
  }
  input.addEventListener('input', askSoon);
  input.addEventListener('compositionend', askSoon);
  input.addEventListener('keydown', (event) => {
    // 229: Safari has ended the composition when it tells of the key that did.
    if (event.isComposing || event.keyCode === 229) return;
    const count = list.children.length;
    if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      close();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (list.hidden) return event.key === 'ArrowDown' ? void ask() : undefined;
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      // One place beyond the list is the field itself.
      choose(((chosen + 1 + step + count + 1) % (count + 1)) - 1);
    } else if (event.key === 'Enter' && chosen >= 0) {
      event.preventDefault();
      location.assign(list.children[chosen].dataset.href);
    }
  });
  // Before the field loses the focus.
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', ({ target }) => {
    const option = target.closest('[role="option"]');
    if (option) location.assign(option.dataset.href);
  });
  input.addEventListener('blur', close);
  // A page that comes back from the history does not come with an open list.
  window.addEventListener('pagehide', close);
}
