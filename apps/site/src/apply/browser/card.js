// The two pages that speak to the card component: the login and the system check. Bundled into page/assets/generated.
// Nothing here asks localhost before a click, and the PIN goes to the component's window alone.
import {
  asksForTrust,
  bridgeTexts,
  checkEnvironment,
  listReaders,
  openTrustPage,
  signChallenge,
  versionState,
} from '@aipower/gpki/browser';
import { environmentPage } from './environment.js';

/** A challenge lives three minutes; a person needs some of them for the PIN. */
const FRESH_MS = 100_000;
const PATIENCE_MS = 20_000;

const byId = (id) => document.getElementById(id);

function loginPage(box) {
  const { language, challenge: address } = box.dataset;
  const [status, problem, pin] = ['card-status', 'card-problem', 'pin'].map(byId);
  const buttons = {
    read: byId('read-readers'),
    enter: byId('card-enter'),
    cancel: byId('card-cancel'),
    trust: byId('trust'),
  };
  let ready = null;
  let stop = null;
  /** From the click until the card has answered, or the page is left: a PIN that is sent twice may lock the card. */
  let isBusy = false;

  const say = (text) => {
    problem.replaceChildren(...(text ? [Object.assign(document.createElement('p'), { textContent: text })] : []));
  };
  const busy = (on) => {
    isBusy = on;
    for (const button of [buttons.read, buttons.enter]) button.disabled = on;
    if (!on) status.textContent = '';
  };
  const waiting = (seconds) => {
    status.textContent = box.dataset.waiting.replace('{n}', seconds);
  };

  /** @throws Error with a sentence for people */
  async function newChallenge() {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const answer = await fetch(address, { method: 'POST', credentials: 'same-origin', signal }).catch(() => null);
    // What stands in front of the site answers with a page of its own.
    const body = await answer?.json().catch(() => null);
    if (!answer?.ok || !body) throw new Error(body?.message ?? box.dataset.noNetwork);
    return body;
  }

  // Asked for while the PIN is typed, so that the component's window still opens inside the click.
  async function challenge() {
    if (ready && performance.now() - ready.at < FRESH_MS) return ready.value;
    const value = newChallenge();
    ready = { at: performance.now(), value };
    value.catch(() => {
      ready = null;
    });
    return value;
  }
  pin.addEventListener('focus', () => void challenge().catch(() => {}));

  async function ask(question) {
    say('');
    buttons.trust.hidden = true;
    stop = new AbortController();
    busy(true);
    buttons.cancel.hidden = false;
    const answer = await question({ signal: stop.signal, onCountdown: waiting });
    buttons.cancel.hidden = true;
    busy(false);
    if (!answer.ok) explain(answer);
    return answer;
  }

  function explain({ failure, error }) {
    if (failure !== 'component-error') return say(bridgeTexts[failure][language]);
    const parts = [error.words[language], error.nextStepWords[language]];
    if (error.triesLeft === 0) parts.push(box.dataset.locked);
    else if (error.triesLeft !== null) parts.push(box.dataset.tries.replace('{n}', error.triesLeft));
    say([...parts, error.code].join(language === 'zh' ? '。' : '. '));
    buttons.trust.hidden = !asksForTrust(error);
  }

  buttons.read.addEventListener('click', async () => {
    const answer = await ask(listReaders);
    if (!answer.ok) return;
    if (answer.readers.length === 0) return say(box.dataset.none);
    const first = answer.readers.findIndex(({ card }) => card?.issuer === 'moeaca');
    byId('reader-list').replaceChildren(
      ...answer.readers.map(({ name, card }, i) => {
        const label = Object.assign(document.createElement('label'), { className: 'choice' });
        const input = Object.assign(document.createElement('input'), { type: 'radio', name: 'reader', value: name });
        input.checked = i === Math.max(first, 0);
        const person = card?.issuer === 'moica' ? ` ${box.dataset.person}` : '';
        label.append(input, ` ${name} ${card ? `[${card.number}]${person}` : box.dataset.noCard}`);
        return label;
      }),
    );
    byId('readers').hidden = false;
    pin.focus();
  });

  async function enter() {
    if (isBusy) return;
    const typed = pin.value;
    if (typed === '') {
      say(box.dataset.pinEmpty);
      return pin.focus();
    }
    busy(true);
    let asked;
    try {
      asked = await challenge();
    } catch (error) {
      busy(false);
      return say(error.message);
    }
    const reader = document.querySelector('input[name="reader"]:checked')?.value ?? '';
    // Emptied before it is used: a wrong one is never sent a second time by itself.
    pin.value = '';
    ready = null;
    const answer = await ask((options) => signChallenge({ text: asked.text, pin: typed, reader }, options));
    if (!answer.ok) return pin.focus();
    const form = byId('card-form');
    form.elements.challenge.value = asked.id;
    form.elements.signature.value = answer.signature;
    busy(true);
    form.submit();
  }
  buttons.enter.addEventListener('click', () => void enter());
  pin.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') void enter();
  });
  buttons.cancel.addEventListener('click', () => stop?.abort());
  buttons.trust.addEventListener('click', () => openTrustPage());
  // A page that comes back from the history is asked anew.
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) busy(false);
  });
  box.hidden = false;
}

const login = byId('card-login');
if (login) loginPage(login);
const environment = byId('environment');
if (environment) environmentPage(environment, { bridgeTexts, checkEnvironment, versionState });
