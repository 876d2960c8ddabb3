import type { DeskDatabase } from '@aipower/applications/storage';
import type { CardVerifier } from '@aipower/gpki';
import type { FakeCard, FakeComponent } from '@aipower/gpki/testing';
import type { CompanyIndex } from '@aipower/matcher';
import type { Programme } from '@aipower/programme';
import type { KeyRing } from '@aipower/receipts';
import type { Register } from '@aipower/registry';
import type { Transporter } from 'nodemailer';
import type { Clock, MovableClock } from './clock.ts';
import type { Currency } from './current-register.ts';
import type { Logger } from './http/log.ts';
import type { WorkQueue } from './http/work-queue.ts';
import type { Receipts } from './signing/open-receipts.ts';
import type { WebhookEndpoint } from './webhook-endpoints.ts';

/** What keeps one visitor from slowing down the others. */
export interface Limits {
  readonly requestsPerMinute: number;
  readonly requestTimeoutSeconds: number;
  /** As Express takes it for `trust proxy`: how many, or which, proxies may say who the client is. */
  readonly trustProxy: number | readonly string[];
}

/** What the site needs from the world; production and tests give the same shape. */
export interface Deps {
  readonly clock: Clock;
  readonly log: Logger;
  /** The address that others reach us under, without a trailing slash. */
  readonly origin: string;
  readonly limits: Limits;
  /** `mailto:` or `https:` for security.txt; `null`: the page that says how to report an error. */
  readonly securityContact: string | null;
  readonly register: Register;
  /** How old what the register answers is, and whether it still answers. */
  readonly currency: Currency;
  /** The compute programme, year by year, as `programmesFrom` gives them. */
  readonly programmes: ReadonlyMap<string, Programme>;
  /** Whether anything in the register comes from the fictional sample. */
  readonly isSample: () => boolean;
  /** The register's providers by name, made when first asked and anew after an import: about 10 µs per name. */
  companies(): Promise<CompanyIndex>;
  /** The door that large computations pass one after another, so that small requests never wait for them. */
  readonly workQueue: WorkQueue;
  /** Signs answers so that they can be proved later. */
  readonly receipts: Receipts;
  /** The applications and what is needed to take them. */
  readonly desk: Desk;
  /** The login provider of those who work at the desk; null where none is configured. */
  readonly staffLogin: StaffLogin | null;
  /** On fictional data and this machine's own address alone; null otherwise, and with DEMONSTRATION=no. */
  readonly demonstration: Demonstration | null;
  /** Receivers of changes that the operator has set up. */
  readonly webhooks: readonly WebhookEndpoint[];
}

export interface OpenDeps extends Deps {
  close(): Promise<void>;
}

/** A mail server to hand notices to, and who they come from. */
export interface MailServer {
  readonly transport: Transporter;
  readonly from: string;
}

/** What the application desk needs beside the register: its own database, the keys of receipts, who checks cards. */
export interface Desk {
  readonly database: DeskDatabase;
  readonly receiptKeys: KeyRing;
  /** Null: no roots are configured, so nobody can log in with a card. */
  readonly cards: CardVerifier | null;
  /** Null without SMTP_URL. */
  readonly mail: MailServer | null;
  /** What the compute platform shows when it reports usage; null without USAGE_TOKEN: then it cannot. */
  readonly usageToken: string | null;
}

/** Who logged in, as the provider names them. What they may do is said by our own table. */
export interface StaffPerson {
  readonly issuer: string;
  readonly sub: string;
  readonly name: string;
  /** As the provider has verified it; null where it has not, or tells none. */
  readonly email: string | null;
}

/** A login at a provider: OpenID Connect with PKCE, state and nonce. @throws LoginUnavailable, LoginRefused */
export interface StaffLogin {
  readonly issuer: string;
  /** Where to send the browser, and what its answer is checked against: kept here, for one use. */
  begin(): Promise<{ readonly address: string; readonly checks: string }>;
  /** @param answer the address the provider sent the browser back to */
  finish(answer: URL, checks: string): Promise<StaffPerson>;
  /** Where somebody logs out at the provider, too; null when it has no such page. */
  logoutAddress(): Promise<string | null>;
}

/**
 * The whole programme to be walked through without card, login provider or mail server: a clock that can be set forward and
 * cards of a test authority. Only where every list is fictional and only on this machine's own address.
 */
export interface Demonstration {
  readonly clock: MovableClock;
  /** The clock of the machine: sessions end by it, whatever day the demonstration shows. */
  readonly realClock: Clock;
  /** False as soon as a real list is loaded: then nothing of the demonstration answers any more. */
  isActive(): boolean;
  readonly cards: CardVerifier;
  /** The PIN of every card of the demonstration. */
  readonly pin: string;
  /** The card of a company of the sample register, which has to be in it. */
  cardOf(ubn: string): Promise<FakeCard>;
  /** Puts a company's card into the reader of the stand-in component. */
  insert(ubn: string): Promise<void>;
  /** Settled when its applications are there, or will not be; never rejected. */
  filled: Promise<void>;
  /** The stand-in for the card component, where its port was free. */
  readonly component: FakeComponent | null;
  close(): Promise<void>;
}
