// Fills the system check with what this browser can say of itself, and on a click with what the component says.
const UNTRUE_MS = 5 * 60_000;
const byId = (id) => document.getElementById(id);

function systemOf(agent) {
  if (/Windows/.test(agent)) return ['windows', 'Windows'];
  if (/Macintosh|Mac OS X/.test(agent)) return ['mac', 'macOS'];
  if (/Android|iPhone|iPad/.test(agent)) return [null, /Android/.test(agent) ? 'Android' : 'iOS'];
  return /Linux/.test(agent) ? ['linux', 'Linux'] : [null, ''];
}

function browserOf(agent) {
  const found = [
    [/Edg\/(\d+)/, 'Edge'],
    [/Firefox\/(\d+)/, 'Firefox'],
    [/Chrome\/(\d+)/, 'Chrome'],
    [/Version\/(\d+).*Safari/, 'Safari'],
  ].find(([pattern]) => pattern.test(agent));
  return found ? `${found[1]} ${found[0].exec(agent)[1]}` : '';
}

function cookieWorks() {
  const name = 'aipower-check';
  // biome-ignore lint/suspicious/noDocumentCookie: the point is whether this browser keeps one.
  document.cookie = `${name}=1; path=${location.pathname}; SameSite=Lax`;
  const kept = document.cookie.includes(`${name}=1`);
  // biome-ignore lint/suspicious/noDocumentCookie: taken away at once.
  document.cookie = `${name}=; path=${location.pathname}; max-age=0`;
  return kept;
}

export function environmentPage(box, { bridgeTexts, checkEnvironment, versionState }) {
  const { language } = box.dataset;
  const words = (key) => box.dataset[key];
  const set = (row, state, text, help = '') => {
    const cell = byId(`check-${row}`);
    cell.className = `status ${state}`;
    const mark = { good: 'ok', bad: 'bad', unsure: 'unk', open: 'none' }[state];
    cell.querySelector('.mark')?.setAttribute('class', `mark ${mark}`);
    cell.querySelector('use')?.setAttribute('href', `#m-${mark}`);
    cell.querySelector('.said').textContent = text;
    byId(`help-${row}`).hidden = state === 'good' || state === 'open';
    if (help) byId(`help-${row}`).textContent = help;
  };
  const [platform, system] = systemOf(navigator.userAgent);
  set('system', platform ? 'good' : 'unsure', system || words('unknown'));
  const browser = browserOf(navigator.userAgent);
  set('browser', browser ? 'good' : 'unsure', browser || words('unknown'));
  set('cookie', cookieWorks() ? 'good' : 'bad', cookieWorks() ? words('yes') : words('no'));
  const difference = Date.now() - Date.parse(box.dataset.now) - performance.now();
  const near = Math.abs(difference) <= UNTRUE_MS;
  set('time', near ? 'good' : 'unsure', near ? words('timeFine') : words('timeOff'));

  const button = byId('ask-component');
  const status = byId('check-status');
  button.hidden = false;
  button.addEventListener('click', async () => {
    button.disabled = true;
    const answer = await checkEnvironment({
      onCountdown: (seconds) => {
        status.textContent = words('waiting').replace('{n}', seconds);
      },
    });
    button.disabled = false;
    if (!answer.ok) {
      const said = answer.failure === 'component-error' ? answer.error.words : bridgeTexts[answer.failure];
      const help = answer.failure === 'component-error' ? answer.error.nextStepWords : said;
      set('component', answer.failure === 'cancelled' ? 'open' : 'bad', said[language], help[language]);
      status.textContent = words('failed');
      return;
    }
    const state = versionState(answer.version, platform);
    set(
      'component',
      state === 'too-old' ? 'bad' : state === 'fine' ? 'good' : 'unsure',
      answer.version ?? words('unknown'),
    );
    const cards = answer.readers.filter(({ card }) => card);
    const company = cards.some(({ card }) => card.issuer === 'moeaca');
    const list = answer.readers.map(({ name, card }) => `${name} ${card ? `[${card.number}]` : words('noCard')}`);
    set('card', company ? 'good' : 'bad', list.join('; ') || words('noReader'));
    const result = words('result').replace('{r}', answer.readers.length).replace('{c}', cards.length);
    status.textContent = result;
  });
}
