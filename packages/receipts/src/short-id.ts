/** Crockford base32: no I, L, O or U, so that an id read aloud is typed back as it was. */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Crockford's five further check symbols for the remainders 32 to 36. */
const checkSymbols = `${digits}*~$=U`;
const idLength = 12;

/**
 * A new receipt id: twelve random characters (60 bits) and Crockford's check symbol (the value modulo 37).
 * Ids whose check symbol is not a letter or digit of the alphabet are drawn again, so that every id can be spoken.
 *
 * @param random fills an array with random bytes; the platform's own source when left out.
 */
export function newShortId(
  random: (bytes: Uint8Array) => Uint8Array = (bytes) => crypto.getRandomValues(bytes),
): string {
  for (;;) {
    const body = Array.from(random(new Uint8Array(idLength)), (byte) => digits[byte & 31]).join('');
    const check = checkSymbolOf(body);
    if (digits.includes(check)) return body + check;
  }
}

/**
 * The id a person typed: case, blanks and hyphens do not matter, O is 0, I and L are 1.
 * @returns the id as it is stored, or null when it has another length, a foreign character or a wrong check character.
 */
export function readShortId(typed: string): string | null {
  const id = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return isShortId(id) ? id : null;
}

/** Is this an id in its stored form, with the right check character? */
export function isShortId(id: string): boolean {
  if (id.length !== idLength + 1 || [...id].some((character) => !digits.includes(character))) return false;
  return checkSymbolOf(id.slice(0, idLength)) === id[idLength];
}

/** In groups of four, as it is printed and read out: `7K3M-9PQR-ST2V-X`. */
export function printShortId(id: string): string {
  return (id.match(/.{1,4}/g) ?? []).join('-');
}

function checkSymbolOf(body: string): string {
  let remainder = 0;
  for (const character of body) remainder = (remainder * 32 + digits.indexOf(character)) % 37;
  return checkSymbols[remainder]!;
}
