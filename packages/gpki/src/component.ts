import {
  cardNumberPrefixes,
  componentNextSteps,
  componentVersions,
  lastErrors,
  returnCodes,
} from './generated/component-codes.ts';
import type { Words } from './words.ts';

export { componentVersions };

/** A return code of the card component that has words of its own. */
export type ReturnCodeId = (typeof returnCodes)[number]['id'];
/** A `last_error` of the card component that has words of its own. */
export type LastErrorId = (typeof lastErrors)[number]['id'];
/** What the person can do next. */
export type ComponentStep = (typeof componentNextSteps)[number]['id'];

/** What the component said went wrong, in words. */
export interface ComponentError {
  /** `unknown`: the number is in no table we have; it is shown as it is. */
  readonly id: ReturnCodeId | 'unknown';
  /** `0x76100006`, for the service desk. */
  readonly code: string;
  /** The second number the component gives; null when it gave none. */
  readonly lastError: { readonly id: LastErrorId | 'unknown'; readonly code: string } | null;
  /** What went wrong. */
  readonly words: Words;
  /** What the holder can do about it. */
  readonly nextStep: ComponentStep;
  /** The same in words. */
  readonly nextStepWords: Words;
  /** PIN entries the card has left: 0 is locked, null is not said. Nothing here or elsewhere tries a PIN again by itself. */
  readonly triesLeft: number | null;
}

const PROGRAM_FAILED = 0x7600000d;

/**
 * Explains `ret_code` and `last_error` of the component. Numbers come signed or unsigned, as 32 bits or extended to 64; the last
 * as text, because JSON numbers of that length lose the digits that tell one try left from two ({@link parseReply} sees to it).
 * @returns null when the component reports no error.
 */
export function componentError(returnCode: unknown, lastError?: unknown): ComponentError | null {
  const code = unsigned32(returnCode);
  if (code === 0) return null;
  const known = returnCodes.find((row) => row.code === (code ?? PROGRAM_FAILED));
  const last = lastErrorOf(lastError);
  const lastKnown = last === null ? undefined : lastErrors.find((row) => row.code === last);
  const main = known ?? {
    zh: '元件回報未知的錯誤',
    en: 'the component reports an unknown error',
    nextStep: 'report' as const,
  };
  const nextStep = lastKnown?.nextStep ?? main.nextStep;
  return {
    id: code !== null && known ? known.id : 'unknown',
    code: code === null ? shown(returnCode) : hex(code),
    lastError: last === null ? null : { id: lastKnown?.id ?? 'unknown', code: last < 0 ? String(last) : hex(last) },
    words: { zh: joined(main.zh, lastKnown?.zh, '：'), en: joined(main.en, lastKnown?.en, ': ') },
    nextStep,
    nextStepWords: stepWords(nextStep),
    triesLeft: lastKnown?.triesLeft ?? null,
  };
}

/** What a program of somebody else sent as a code, as text; an object may have no text, or one that throws. */
function shown(value: unknown): string {
  return typeof value === 'object' || typeof value === 'function' ? typeof value : String(value);
}

/** A next step in words, in both languages. */
export function stepWords(step: ComponentStep): Words {
  const { zh, en } = componentNextSteps.find(({ id }) => id === step)!;
  return { zh, en };
}

/** Must the person first add this site to the component's trusted sites? */
export function asksForTrust(error: ComponentError): boolean {
  return error.nextStep === 'trust-site';
}

/**
 * Reads the JSON text of an answer. Integers too long for a JavaScript number stay text: 0xFFFFFFFF80000001 and …02 would
 * become the same number.
 * @returns null when it is not a JSON object.
 */
export function parseReply(text: string): Readonly<Record<string, unknown>> | null {
  const exact = text.replace(/("(?:ret_code|last_error)"\s*:\s*)(-?\d{16,})/g, '$1"$2"');
  try {
    const value: unknown = JSON.parse(exact);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

/** Numeric order of versions such as `1.3.4.103350`: negative, zero or positive. Text order would put 1.3.4.9 after it. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => text.split('.').map(Number));
  for (let at = 0; at < Math.max(left!.length, right!.length); at++) {
    const difference = (left![at] ?? 0) - (right![at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The systems that the component exists for. */
export type Platform = 'windows' | 'mac' | 'linux';
/** Whether the installed version of the component is the one that is wanted. */
export type VersionState = 'fine' | 'too-old' | 'unknown';

/** Is the version of the component recent enough for this platform? What cannot be compared is unknown, never too old. */
export function versionState(version: string | null, platform: Platform | null): VersionState {
  if (version === null || platform === null || !/^\d+(\.\d+)*$/.test(version)) return 'unknown';
  return compareVersions(version, componentVersions.minimum[platform]) < 0 ? 'too-old' : 'fine';
}

/** The issuer of a card, by the start of its number. */
export type CardIssuer = (typeof cardNumberPrefixes)[number]['issuer'] | 'unknown';

/** Who issued a card, by the first two letters of its number: `moeaca` 工商憑證, `moica` 自然人憑證. */
export function cardIssuer(number: string): CardIssuer {
  return cardNumberPrefixes.find(({ prefix }) => number.startsWith(prefix))?.issuer ?? 'unknown';
}

/** A card number with its middle hidden: `MT00••••••••4926`. One too short to be a card number is hidden altogether. */
export function maskCardNumber(number: string): string {
  if (number.length < 12) return '•'.repeat(number.length);
  return number.slice(0, 4) + '•'.repeat(number.length - 8) + number.slice(-4);
}

function integer(value: unknown): bigint | null {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return BigInt(value);
  if (typeof value === 'string' && /^-?\d+$/.test(value)) return BigInt(value);
  return null;
}

function unsigned32(value: unknown): number | null {
  const number = integer(value);
  return number === null ? null : Number(BigInt.asUintN(32, number));
}

/** As a signed 32-bit number; nothing, empty and 0 are no error. */
function lastErrorOf(value: unknown): number | null {
  const number = integer(value);
  return number === null || number === 0n ? null : Number(BigInt.asIntN(32, number));
}

function hex(number: number): string {
  return `0x${number.toString(16).toUpperCase().padStart(8, '0')}`;
}

function joined(first: string, second: string | undefined, between: string): string {
  return second ? first + between + second : first;
}
