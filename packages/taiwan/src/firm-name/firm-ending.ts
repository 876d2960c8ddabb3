import { nameWords } from '../generated/name-words.ts';
import { coarseForm, plainForm } from '../han/fold.ts';
import { nameParts } from './name-parts.ts';
import { noForm, organisationForms, someCompany, someEnglishCompany } from './name-words.ts';

/** How a text ends as the name of a firm does; the answer of {@link firmEnding}. */
export type FirmEnding =
  /** In a form of organisation or a branch: 有限公司, 企業社, Ltd. */
  | 'registered'
  /** In 公司 or Company alone, which ends a question as well (AOI 公司). */
  | 'some';

const things: ReadonlySet<string> = new Set(nameWords.alsoThings.map((word) => coarseForm(plainForm(word))));
const shortest = 2;

/**
 * Whether a text ends as the name of a firm does. What also ends the word for a thing (無人商店, 瓦斯行) tells nothing.
 * @returns `null` when it does not
 * @example firmEnding('示範算力雲有限公司') // 'registered'
 */
export function firmEnding(text: string): FirmEnding | null {
  const { form, branch } = nameParts(text);
  if (branch !== '') return 'registered';
  if (form === noForm) return null;
  if (form === someCompany || form === someEnglishCompany) return 'some';
  const { ending, id } = organisationForms[form]!;
  const isLatin = ending === '' && id !== 'english-trade-name';
  return isLatin || (ending.length >= shortest && !things.has(ending)) ? 'registered' : null;
}

/**
 * A name without its form of organisation; its branch stays, since it tells two firms apart.
 * @returns folded to letters and digits as written, Latin words parted by blanks; empty for a form alone
 * @example withoutForm('示範算力雲有限公司高雄分公司') // '示範算力雲高雄分公司'
 */
export function withoutForm(name: string): string {
  const { plain, coreEnd, branch, script } = nameParts(name);
  return [plain.slice(0, coreEnd).trim(), branch].filter((part) => part !== '').join(script === 'latin' ? ' ' : '');
}
