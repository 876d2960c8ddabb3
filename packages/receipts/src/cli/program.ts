import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Command, CommanderError, Option } from 'commander';
import { KeyFileError, readKeyFile, writeKeyFile } from '../key-file.ts';
import { publicKeys, rotateKeyRing } from '../key-ring.ts';
import { printShortId } from '../short-id.ts';
import { verifyReceipt } from '../verify-receipt.ts';
import { verificationWords } from '../words.ts';

export type Terminal = {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** ISO instant. */
  readonly now: () => string;
};

/** 0 valid or done · 1 not valid or refused · 2 cannot verify, misuse or a file that cannot be used. */
export async function program(args: readonly string[], terminal: Terminal): Promise<0 | 1 | 2> {
  let exit: 0 | 1 | 2 = 0;
  const command = new Command('aipower-receipt')
    .description('Verify signed receipts offline, and look after the keys that sign them.')
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err });
  command
    .command('verify')
    .description('Is this receipt genuine? Exit 0: valid, 1: invalid, 2: cannot verify.')
    .argument('<FILE>', 'the receipt as it was saved or copied')
    .option(
      '--jwks <FILE>',
      'the public keys (/.well-known/jwks.json of the site); jwks.json beside the receipt by default',
    )
    .action(async (file: string, { jwks }: { jwks?: string }) => {
      exit = await verify(file, jwks ?? join(dirname(file), 'jwks.json'), terminal);
    });
  command
    .command('rotate-key')
    .description('Let the next key sign, retire the old one and make a new next key.')
    .argument('<FILE>', 'the key file')
    .option('--early', 'even when the next key has been public for less than a day')
    .option('--revoke', 'the old key was lost or stolen: its receipts fail from now on')
    .addOption(
      new Option('--since <INSTANT>', 'with --revoke: they fail from this ISO instant on').implies({ revoke: true }),
    )
    .action(async (file: string, options: RotateOptions) => {
      exit = await rotate(file, options, terminal);
    });
  command
    .command('public-keys')
    .description('Print the public keys of a key file, as /.well-known/jwks.json shows them.')
    .argument('<FILE>', 'the key file')
    .action(async (file: string) => {
      terminal.out(`${JSON.stringify(publicKeys(await readKeyFile(file)), null, 2)}\n`);
    });
  try {
    await command.parseAsync([...args], { from: 'user' });
    return exit;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof KeyFileError)) throw error;
    terminal.err(`${error.message}\n`);
    return 2;
  }
}

async function verify(file: string, jwksFile: string, { out, err }: Terminal): Promise<0 | 1 | 2> {
  const text = await readText(file, err);
  const jwks = text === null ? null : await readText(jwksFile, err);
  if (text === null || jwks === null) return 2;
  let keys: unknown;
  try {
    keys = JSON.parse(jwks);
  } catch {
    keys = null;
  }
  const result = await verifyReceipt(text, keys);
  if (result.status === 'valid') {
    const { receipt, kid, cautions } = result;
    out(`有效 Valid: ${receipt.kind} ${printShortId(receipt.id)}, ${receipt.at}, ${receipt.issuer}, key ${kid}\n`);
    if (receipt.data.fictional) out('示範資料，請勿引用。Sample data: this proves nothing about real firms.\n');
    if (cautions.length > 0) {
      out('簽章金鑰後來廢止，請另行確認回條時間。The key was revoked later: confirm the time by other means.\n');
    }
    out(`${JSON.stringify(receipt, null, 2)}\n`);
    return 0;
  }
  const { zh, en } = verificationWords[result.code];
  const heading = result.status === 'invalid' ? '無效 Invalid' : '無法查驗 Cannot verify';
  err(`${heading} (${result.code}): ${zh} ${en}\n`);
  return result.status === 'invalid' ? 1 : 2;
}

async function readText(file: string, err: Terminal['err']): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    err(`無法查驗 Cannot verify: ${file} cannot be read (${(error as NodeJS.ErrnoException).code}).\n`);
    return null;
  }
}

type RotateOptions = { readonly early?: boolean; readonly revoke?: boolean; readonly since?: string };

async function rotate(file: string, options: RotateOptions, { out, err, now }: Terminal): Promise<0 | 1 | 2> {
  if (options.since !== undefined && Number.isNaN(Date.parse(options.since))) {
    err(
      `--since: expected an ISO instant such as 2026-08-12T14:00:00+08:00, found ${JSON.stringify(options.since)}.\n`,
    );
    return 2;
  }
  const since = options.since === undefined ? {} : { since: options.since };
  const ring = await rotateKeyRing(await readKeyFile(file), now(), {
    early: options.early === true,
    ...(options.revoke ? { revoke: since } : {}),
  });
  if ('refused' in ring) {
    err(`The next key has been public for less than a day: rotate after ${ring.readyAt}, or now with --early.\n`);
    return 1;
  }
  await writeKeyFile(file, ring);
  const [current, next] = ['current', 'next'].map((state) => ring.keys.find((key) => key.state === state)!.kid);
  out(
    `Signs now: ${current}\nNext: ${next}\nRestart the site, so that it signs with the new key and shows the next one.\n`,
  );
  return 0;
}
