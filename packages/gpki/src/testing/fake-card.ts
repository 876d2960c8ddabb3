import { toBase64 } from './build.ts';
import { signMessage } from './sign.ts';
import type { TestCertificate } from './test-authority.ts';

const CARD_TRIES = 3;

/** What a card answers: numbers of the component, see `data/gpki/component-codes.yml`. */
export interface FakeAnswer {
  /** 0: done. */
  readonly ret_code: number;
  /** The second number; left out where the component gives none. */
  readonly last_error?: number;
  /** Base64 of the CMS message. */
  readonly signature?: string;
  /** Base64 of the card's certificate, DER. */
  readonly certb64?: string;
}

/** A card in a fake reader: locks after three wrong PINs, as real ones do. */
export class FakeCard {
  /** Number of the card, in full. */
  readonly number: string;
  /** With its private key, which a real card never gives out. */
  readonly certificate: TestCertificate;
  readonly #pin: string;
  readonly #authority: TestCertificate;
  #triesLeft = CARD_TRIES;

  constructor(card: { number: string; pin: string; certificate: TestCertificate; authority: TestCertificate }) {
    this.number = card.number;
    this.certificate = card.certificate;
    this.#pin = card.pin;
    this.#authority = card.authority;
  }

  /** PIN entries that are left; 0: locked. */
  get triesLeft(): number {
    return this.#triesLeft;
  }

  /** Signs the text as the component would, or says why not; a wrong PIN costs a try. */
  async sign(text: string, pin: string): Promise<FakeAnswer> {
    if (pin === '') return { ret_code: 0x76000998 };
    if (this.#triesLeft === 0) return { ret_code: 0x76100006, last_error: 0xa4 };
    if (pin !== this.#pin) return this.#wrongPin();
    this.#triesLeft = CARD_TRIES;
    const message = await signMessage({
      signers: [this.certificate],
      content: new TextEncoder().encode(text),
      certificates: [this.certificate.pki, this.#authority.pki],
    });
    return { ret_code: 0, signature: toBase64(message), certb64: toBase64(this.certificate.der) };
  }

  #wrongPin(): FakeAnswer {
    this.#triesLeft -= 1;
    const lastError = { 2: -2147483646, 1: -2147483647, 0: 0xa4 }[this.#triesLeft]!;
    return { ret_code: 0x76100006, last_error: lastError };
  }
}
