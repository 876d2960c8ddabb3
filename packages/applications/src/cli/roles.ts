import { type Command, InvalidArgumentError } from 'commander';
import { type DeskDatabase, openDesk } from '../storage/open-desk.ts';
import { endRole, givenRoles, giveRole, type StaffRole, staffRoles } from '../storage/staff-roles.ts';
import { isDay } from '../taipei-day.ts';
import type { ExitCode, Terminal } from './terminal.ts';

const DATABASE = 'SQLite file or postgres:// address of the applications';
const ISSUER = 'the login provider, as OIDC_ISSUER names it';
const SUB = "the person's id at the provider: the login page shows it to who has no role yet";

/** Who may do what at the desk. Only these commands give a role; no login provider does. */
export function addRoleCommands(command: Command, terminal: Terminal, leave: (code: ExitCode) => void): void {
  const roleNames = `one of ${staffRoles.join(', ')}`;
  command
    .command('grant-role')
    .description('Give a person a role from a day on.')
    .argument('<DATABASE>', DATABASE)
    .argument('<ISSUER>', ISSUER, httpAddress)
    .argument('<SUB>', SUB)
    .argument('<ROLE>', roleNames, roleOf)
    .requiredOption('--from <DAY>', 'first day, inclusive, as YYYY-MM-DD', dayOf)
    .option('--to <DAY>', 'last day, inclusive; without it until further notice', dayOf)
    .action(async (database: string, issuer: string, sub: string, role: StaffRole, days: Days) => {
      if (days.to !== undefined && days.to < days.from) {
        terminal.err(`--to: expected a day not before ${days.from}, found ${days.to}\n`);
        return leave(2);
      }
      await withDesk(database, (desk) => giveRole(desk, { issuer, sub }, role, days.from, days.to ?? null));
      terminal.out(`${role} from ${days.from} to ${days.to ?? 'further notice'}: ${sub} at ${issuer}\n`);
    });
  command
    .command('end-role')
    .description('End a role with a day. Exit 1: the person has no such role after that day.')
    .argument('<DATABASE>', DATABASE)
    .argument('<ISSUER>', ISSUER, httpAddress)
    .argument('<SUB>', SUB)
    .argument('<ROLE>', roleNames, roleOf)
    .requiredOption('--to <DAY>', 'last day, inclusive, as YYYY-MM-DD', dayOf)
    .action(async (database: string, issuer: string, sub: string, role: StaffRole, { to }: Days) => {
      const ended = await withDesk(database, (desk) => endRole(desk, { issuer, sub }, role, to!));
      if (ended > 0) return terminal.out(`${role} ends with ${to}: ${sub} at ${issuer}\n`);
      terminal.err(`${sub} at ${issuer} has no role ${role} after ${to}; \`roles\` lists what was given\n`);
      leave(1);
    });
  command
    .command('roles')
    .description('List every role that was given.')
    .argument('<DATABASE>', DATABASE)
    .action(async (database: string) => {
      const given = await withDesk(database, givenRoles);
      for (const { issuer, sub, role, from, to } of given) {
        terminal.out(`${role}\t${from}\t${to ?? '-'}\t${sub}\t${issuer}\n`);
      }
      if (given.length === 0) terminal.err('No role was ever given.\n');
    });
}

type Days = { readonly from: string; readonly to?: string };

async function withDesk<T>(url: string, step: (desk: DeskDatabase) => Promise<T>): Promise<T> {
  const desk = await openDesk(url);
  try {
    return await step(desk);
  } finally {
    await desk.close();
  }
}

function roleOf(text: string): StaffRole {
  const role = staffRoles.find((one) => one === text);
  if (!role) throw new InvalidArgumentError(`expected one of ${staffRoles.join(', ')}, found ${JSON.stringify(text)}`);
  return role;
}

function dayOf(text: string): string {
  if (!isDay(text)) throw new InvalidArgumentError(`expected a day such as 2026-07-01, found ${JSON.stringify(text)}`);
  return text;
}

function httpAddress(text: string): string {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text;
  throw new InvalidArgumentError(
    `expected an address such as https://login.example.gov.tw, found ${JSON.stringify(text)}`,
  );
}
