import { parseReply } from '../component.ts';
import type { BridgeFailure } from './failure.ts';

/** Where the component listens: fixed by its vendor, plain HTTP, loopback. */
export const COMPONENT_ORIGIN = 'http://localhost:61161';

/** Milliseconds. The first two are the vendor's own limits; the last is how long silence after loading means "not installed". */
export const LIMITS = { check: 20_000, other: 170_000, silence: 10_000 } as const;

const WINDOW_NAME = 'ChtPopupForm';
const FEATURES = 'popup=yes,width=230,height=250,left=100,top=20';
/** The component's window closes itself right after it answered; the answer may be seen a moment later. */
const CLOSED_GRACE_MS = 600;
const LOOK_EVERY_MS = 200;

/** How the page follows the waiting, and how it gives up. */
export interface AskOptions {
  /** Whole seconds left, once a second while waiting. */
  readonly onCountdown?: (secondsLeft: number) => void;
  /** Aborting closes the component's window and gives `cancelled`. */
  readonly signal?: AbortSignal;
  /** Milliseconds, instead of {@link LIMITS}. */
  readonly limitMs?: number;
  /** Milliseconds without a sign of the component that mean it is not installed, instead of {@link LIMITS}. */
  readonly silenceMs?: number;
}

type Reply =
  | { readonly ok: true; readonly reply: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly failure: Failure };
type Failure = Exclude<BridgeFailure, 'component-error' | 'pin-missing'>;

let asking = false;

/**
 * One question to the component: opens its window, waits until it asks what to do, posts the request to its exact origin, and
 * takes one answer. Must run inside a click: it asks localhost for nothing before, and browsers block the window otherwise.
 */
export function askComponent(
  request: Readonly<Record<string, string>>,
  limitMs: number,
  options: AskOptions,
): Promise<Reply> {
  if (options.signal?.aborted) return Promise.resolve({ ok: false, failure: 'cancelled' });
  if (asking) return Promise.resolve({ ok: false, failure: 'busy' });
  const popup = window.open(`${COMPONENT_ORIGIN}/popupForm`, WINDOW_NAME, FEATURES);
  if (!popup || popup.closed) return Promise.resolve({ ok: false, failure: 'popup-blocked' });
  asking = true;
  return new Promise<Reply>((resolve) => new Conversation(popup, request, limitMs, options, resolve).begin()).finally(
    () => {
      asking = false;
    },
  );
}

class Conversation {
  readonly #popup: Window;
  readonly #request: Readonly<Record<string, string>>;
  readonly #limitMs: number;
  readonly #options: AskOptions;
  readonly #resolve: (reply: Reply) => void;
  readonly #began = performance.now();
  #loadedAt: number | null = null;
  #closedAt: number | null = null;
  #told: number | null = null;
  #asked = false;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    popup: Window,
    request: Readonly<Record<string, string>>,
    limitMs: number,
    options: AskOptions,
    resolve: (reply: Reply) => void,
  ) {
    this.#popup = popup;
    this.#request = request;
    this.#limitMs = options.limitMs ?? limitMs;
    this.#options = options;
    this.#resolve = resolve;
  }

  begin(): void {
    window.addEventListener('message', this.#onMessage);
    this.#options.signal?.addEventListener('abort', this.#onAbort);
    this.#timer = setInterval(this.#look, LOOK_EVERY_MS);
    this.#look();
  }

  readonly #onAbort = () => this.#end({ ok: false, failure: 'cancelled' });

  /** Extensions and other frames post to every window: only this popup, from the component's origin, is listened to. */
  readonly #onMessage = (event: MessageEvent<unknown>): void => {
    if (event.origin !== COMPONENT_ORIGIN || event.source !== this.#popup) return;
    const message = typeof event.data === 'string' ? parseReply(event.data) : null;
    if (message?.['func'] !== 'getTbs') {
      this.#end(message && this.#asked ? { ok: true, reply: message } : { ok: false, failure: 'answer-unreadable' });
    } else if (!this.#asked) {
      this.#asked = true;
      this.#popup.postMessage(encodeRequest(this.#request), COMPONENT_ORIGIN);
    }
  };

  readonly #look = (): void => {
    const now = performance.now();
    const left = this.#limitMs - (now - this.#began);
    this.#tell(Math.max(0, Math.ceil(left / 1000)));
    if (this.#popup.closed) {
      this.#closedAt ??= now;
      if (now - this.#closedAt >= CLOSED_GRACE_MS) this.#end({ ok: false, failure: 'popup-closed' });
      return;
    }
    if (!this.#asked && left > 0 && hasLoaded(this.#popup)) {
      this.#loadedAt ??= now;
      const silence = this.#options.silenceMs ?? LIMITS.silence;
      if (now - this.#loadedAt >= silence) this.#end({ ok: false, failure: 'not-installed' });
    } else if (left <= 0) this.#end({ ok: false, failure: this.#asked ? 'no-answer' : 'not-installed' });
  };

  #tell(seconds: number): void {
    if (seconds === this.#told) return;
    this.#told = seconds;
    this.#options.onCountdown?.(seconds);
  }

  #end(reply: Reply): void {
    clearInterval(this.#timer);
    window.removeEventListener('message', this.#onMessage);
    this.#options.signal?.removeEventListener('abort', this.#onAbort);
    if (!this.#popup.closed) this.#popup.close();
    this.#resolve(reply);
  }
}

/** A new window is ours and readable until its page, or the browser's error page, has come: then reading it throws. */
function hasLoaded(popup: Window): boolean {
  try {
    return popup.location.href === undefined;
  } catch {
    return true;
  }
}

/**
 * The component's page puts the text into a form body as it is, and the service decodes it: what a form would decode must be
 * written in its percent form inside the values. A PIN with a plus would otherwise arrive with a blank, and cost a try.
 */
export function encodeRequest(request: Readonly<Record<string, string>>): string {
  const values = Object.entries(request).map(([name, value]) => [name, value.replace(/[%+&]/g, encodeURIComponent)]);
  return JSON.stringify(Object.fromEntries(values));
}
