// The registry owns the 統一編號 and says why one is wrong. The form only has to refuse typing errors, and the programme
// may not import the registry; a test holds the two together on every kind of number.
const weights = [1, 2, 1, 2, 1, 2, 4, 1] as const;

/** Eight digits that pass the checksum in force since 2023-04-01 (sum divisible by 5, or one short with a 7 in place seven). */
export function passesUbnChecksum(ubn: string): boolean {
  if (!/^[0-9]{8}$/.test(ubn) || ubn === '00000000') return false;
  const sum = weights.reduce((total, weight, i) => {
    const product = weight * Number(ubn[i]);
    return total + Math.floor(product / 10) + (product % 10);
  }, 0);
  return sum % 5 === 0 || (ubn[6] === '7' && (sum + 1) % 5 === 0);
}
