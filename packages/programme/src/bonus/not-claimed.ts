/**
 * Words by which people say that they claim nothing. 無 is the programme's own word; the others are seen in practice.
 * What the registry's `saysNotClaimed` takes for nothing is nothing here too; a test holds the two together.
 */
const words = new Set(
  '無 无 無此項 无此项 沒有 没有 否 不同意 不適用 不适用 未取得 未通過 未登錄 n/a na none no null nil false x 0 〇 / ☐'.split(
    ' ',
  ),
);

/**
 * Does this entry claim nothing? True for 無 and its like, blank, dashes, and `false`, whatever the width and case.
 * @example claimsNothing('　無。') // true
 */
export function claimsNothing(entry: string | boolean | null | undefined): boolean {
  if (entry === null || entry === undefined || entry === false) return true;
  if (entry === true) return false;
  const plain = entry
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Cf}\p{Pd}−_~ー·•"'“”‘’「」『』()[\]。.,、]/gu, '');
  return plain === '' || words.has(plain);
}

/** Words by which people say yes in a yes-no field. */
export function saysYes(entry: string | boolean): boolean {
  return (
    entry === true ||
    ['是', '有', 'yes', 'y', 'true', '1', '同意'].includes(String(entry).normalize('NFKC').trim().toLowerCase())
  );
}
