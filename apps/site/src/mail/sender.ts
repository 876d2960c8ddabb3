import type { CaseFile } from '@aipower/applications';
import {
  formVersion,
  type OutboxNotice,
  programmeOfCase,
  readCase,
  type SendNotice,
  textOf,
} from '@aipower/applications/storage';
import { createTransport } from 'nodemailer';
import type { Config } from '../config.ts';
import type { Deps, MailServer } from '../deps.ts';
import { composeMail, type Mail, type OtherApplication } from './compose.ts';

/** @param origin names the sender's host where MAIL_FROM is not set */
export function mailServer({ SMTP_URL, MAIL_FROM }: Config, origin: string): MailServer | null {
  if (SMTP_URL === undefined) return null;
  return { transport: createTransport(SMTP_URL), from: MAIL_FROM ?? `no-reply@${new URL(origin).hostname}` };
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
  const stored = state && (await formVersion(database, state.id, state.forms.length));
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
  return async (notice) => {
    const mail = await mailOf(deps, notice);
    if (!mail) throw new Error('no address to send to');
    await server.transport.sendMail({
      from: server.from,
      to: [...mail.to],
      subject: mail.subject,
      text: mail.text,
      // The same for every try of one notice: a crash between sending and recording cannot make a second, other mail.
      messageId: `<${notice.id}@${new URL(deps.origin).hostname}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
      ...(mail.calendar && { icalEvent: { filename: 'deadline.ics', ...mail.calendar } }),
    });
  };
}
