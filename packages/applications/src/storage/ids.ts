import { createHash, randomBytes } from 'node:crypto';

const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A ULID: 48 bits of time, 80 of chance; sorts by time. @param now ISO instant. */
export function newId(now: string): string {
  let time = Date.parse(now);
  let head = '';
  for (let i = 0; i < 10; i++) {
    head = digits[time % 32]! + head;
    time = Math.floor(time / 32);
  }
  return head + Array.from(randomBytes(16), (byte) => digits[byte & 31]).join('');
}

/** 256 random bits in base64url: what a cookie carries. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What the table keeps of a secret. */
export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
