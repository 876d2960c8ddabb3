import type { RelativeDistinguishedNames } from 'pkijs';

export const ORGANISATION = '2.5.4.10';
export const SERIAL_NUMBER = '2.5.4.5';
const ORGANISATIONAL_UNIT = '2.5.4.11';

const SHORT: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.6': 'C',
  [ORGANISATION]: 'O',
  [ORGANISATIONAL_UNIT]: 'OU',
  [SERIAL_NUMBER]: 'serialNumber',
};

/** Every value of one attribute of a name. */
export function valuesOf(name: RelativeDistinguishedNames, type: string): string[] {
  return name.typesAndValues.filter((pair) => pair.type === type).map((pair) => String(pair.value.valueBlock.value));
}

/** A name for people: `C=TW, O=行政院, OU=工商憑證管理中心`. */
export function nameText(name: RelativeDistinguishedNames): string {
  return name.typesAndValues
    .map(({ type, value }) => `${SHORT[type] ?? type}=${String(value.valueBlock.value)}`)
    .join(', ');
}

/** The issuer of natural-person cards (MOICA), by the name of its unit. Used only to say which card was inserted. */
export function isNaturalPersonIssuer(name: RelativeDistinguishedNames): boolean {
  return valuesOf(name, ORGANISATIONAL_UNIT).some((unit) => unit.includes('內政部憑證管理中心'));
}
