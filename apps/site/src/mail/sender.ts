import type { CaseFile } from '@aipower/applications';
import {
  type Delivery,
  lastFormVersion,
  NothingCanBeSent,
  type OutboxNotice,
  programmeOfCase,
  readCase,
  type SendNotice,
  sendDueNotices,
  textOf,
} from '@aipower/applications/storage';
import { createTransport, type SendMailOptions, type Transporter } from 'nodemailer';
import type { Config } from '../config.ts';
import type { Deps, MailServer } from '../deps.ts';
import { composeMail, type Mail, type OtherApplication } from './compose.ts';

/** How long a mail server is waited for, in milliseconds; by default an answer may take ten minutes. */
const WAITS = { dnsTimeout: 10_000, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };
/** Faults of the server or of the way to it, as nodemailer names them; the others are of one mail and its addresses. */
const AWAY = new Set([
  'ECONNECTION',
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'ESOCKET',
  'EDNS',
  'ETLS',
  'EAUTH',
  'ENOAUTH',
  'EPROTOCOL',
]);

/** @param origin names the sender's host where MAIL_FROM is not set */
export function mailServer({ SMTP_URL, MAIL_FROM }: Config, origin: string): MailServer | null {
  if (SMTP_URL === undefined) return null;
  return {
    transport: createTransport({ url: SMTP_URL, ...WAITS }),
    from: MAIL_FROM ?? `no-reply@${new URL(origin).hostname}`,
  };
}

/** The mail of a notice as it would go out now; null where the application has no form with an address yet. */
export async function mailOf(deps: Deps, notice: OutboxNotice): Promise<Mail | null> {
  const first = await applicationOf(deps, notice.application);
  if (!first) return null;
  const named = ((notice.detail['deadlines'] ?? []) as readonly { readonly application?: string }[])
    .flatMap(({ application }) => application ?? [])
    .filter((id) => id !== notice.application);
  const found = await Promise.all([...new Set(named)].map((id) => applicationOf(deps, id)));
  const others = found.filter((one) => one !== null);
  const { programme, state, form } = first;
  const facts = { programme, origin: deps.origin, fictional: deps.isSample(), now: deps.clock.now(), others };
  const mail = composeMail(notice, state, form, facts);
  return mail.to.length > 0 ? mail : null;
}

async function applicationOf(deps: Deps, id: string): Promise<OtherApplication | null> {
  const { database } = deps.desk;
  const state = await readCase(database, id);
  const stored = state && (await lastFormVersion(database, state));
  if (!state || !stored) return null;
  const programme = await programmeOfCase(database, state, deps.programmes);
  return { programme, state, form: { ...stored.form, ...(await newPeople(deps, state)) } };
}

/** Contacts that a granted change put in the place of those of the form; of several changes the last one counts. */
export async function newPeople(
  { desk }: Deps,
  { id, changes = [] }: CaseFile,
): Promise<Readonly<Record<string, string>>> {
  const granted = changes.findLast(({ state, wanted }) => state === 'granted' && wanted.people !== null);
  const people = granted ? await textOf(desk.database, id, granted.wanted.people!) : null;
  return (people ?? {}) as Record<string, string>;
}

/** Sends notices; null without a mail server: then officers see the outbox and tell the company themselves. */
export function noticeSender(deps: Deps): SendNotice | null {
  const { mail: server } = deps.desk;
  // On fictional data nothing leaves the house, whatever address somebody types.
  if (!server || deps.demonstration?.isActive()) return null;
  return async (notice, isSettled) => {
    const mail = await mailOf(deps, notice);
    if (!mail) throw new Error('no address to send to');
    const to = mail.to.filter((address) => !isSettled(address));
    if (to.length === 0) return [];
    return post(server.transport, to, {
      from: server.from,
      subject: mail.subject,
      text: mail.text,
      // The same for every try of one notice: a crash between sending and recording cannot make a second, other mail.
      messageId: `<${notice.id}@${new URL(deps.origin).hostname}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
      ...(mail.calendar && { icalEvent: { filename: 'deadline.ics', ...mail.calendar } }),
    });
  };
}

/** What the server answered for each recipient: it may take the mail for some and refuse others. */
async function post(
  transport: Transporter,
  to: readonly string[],
  mail: SendMailOptions,
): Promise<readonly Delivery[]> {
  try {
    return deliveries(to, (await transport.sendMail({ ...mail, to: [...to] })) as Answers);
  } catch (error) {
    const { code, message, rejectedErrors } = error as Error & Answers & { readonly code?: string };
    // Nobody's address was taken: each has its own answer.
    if (code === 'EENVELOPE' && rejectedErrors) return deliveries(to, { accepted: [], rejectedErrors });
    throw code !== undefined && AWAY.has(code) ? new NothingCanBeSent(message, { cause: error }) : error;
  }
}

/** As nodemailer tells them; addresses are written as the server was given them. */
interface Answers {
  readonly accepted?: readonly string[];
  readonly rejectedErrors?: readonly (Error & {
    readonly recipient?: string;
    readonly responseCode?: number;
    readonly response?: string;
  })[];
}

function deliveries(to: readonly string[], { accepted = [], rejectedErrors = [] }: Answers): Delivery[] {
  const isSame = (one: string | undefined, other: string) => one?.toLowerCase() === other.toLowerCase();
  // A domain that is no ASCII was written differently for the server: what stands on neither list was refused under that name.
  const unnamed = rejectedErrors.find(({ recipient }) => !to.some((address) => isSame(recipient, address)));
  return to.map((address) => {
    const isTaken = accepted.some((one) => isSame(one, address));
    const error = rejectedErrors.find(({ recipient }) => isSame(recipient, address)) ?? (isTaken ? undefined : unnamed);
    if (!error) return { address, state: 'taken', answer: null };
    const { responseCode = 500, response, message } = error;
    // Answers from 400 to 499 are for the moment (RFC 5321 §4.2.1): many servers take a stranger's mail at the second try.
    return { address, state: responseCode < 500 ? 'deferred' : 'refused', answer: response ?? message };
  });
}

/** Notices that are claimed together: a server that is slow with each must be done before another process may claim them. */
const AT_ONCE = 4;

/** Sends what is due; nothing without a mail server. */
export async function sendMail(deps: Deps): Promise<void> {
  const send = noticeSender(deps);
  if (!send) return;
  const some = () => sendDueNotices(deps.desk.database, send, deps.clock.now().toISOString(), AT_ONCE);
  while ((await some()).sent > 0);
}
