import { knownSyllables } from '../han/likeness.ts';

/** Wade-Giles, as names in Taiwan write it: without apostrophes. Pinyin initial and final → the usual spelling. */
function wadeGiles(pinyin: string): string[] {
  const special: Record<string, string[]> = {
    zhi: ['chih'],
    chi: ['chih'],
    shi: ['shih'],
    ri: ['jih'],
    zi: ['tzu'],
    ci: ['tzu'],
    si: ['ssu', 'szu'],
    yan: ['yen'],
    ye: ['yeh'],
    you: ['yu'],
    yong: ['yung'],
    er: ['erh'],
  };
  if (special[pinyin]) return special[pinyin];
  const match = /^(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]?)(.*)$/.exec(pinyin)!;
  const initials: Record<string, string> = {
    b: 'p',
    d: 't',
    g: 'k',
    zh: 'ch',
    j: 'ch',
    q: 'ch',
    x: 'hs',
    z: 'ts',
    c: 'ts',
    r: 'j',
  };
  const finals: Record<string, string> = {
    ong: 'ung',
    iong: 'iung',
    ie: 'ieh',
    ue: 'ueh',
    ve: 'ueh',
    ian: 'ien',
    e: 'o',
    v: 'u',
    ui: 'uei',
  };
  const [initial, final] = [match[1]!, match[2]!];
  const to = initials[initial] ?? initial;
  const retroflex = 'jqx'.includes(initial) && initial !== '' && final === 'u' ? 'u' : (finals[final] ?? final);
  return [to + retroflex, to + final];
}

let known: ReadonlySet<string> | undefined;
const syllables = (): ReadonlySet<string> => {
  known ??= new Set(knownSyllables().flatMap((one) => [one, one.replace('v', 'u'), ...wadeGiles(one)]));
  return known;
};
const MAX_LENGTH = 6;

/**
 * Can a Latin name be the sound of Chinese characters (pinyin or Wade-Giles)? Such a name is shared by every homophone, registered
 * under an English name or not, so alone it singles out nobody: lingyu may be 聆語, 翎語 or 凌語. A coined name (owlbyte) is not.
 */
export function soundsLikeMandarin(latin: string): boolean {
  const reached = new Set([0]);
  for (let start = 0; start < latin.length; start++) {
    if (!reached.has(start)) continue;
    for (let end = start + 1; end <= Math.min(latin.length, start + MAX_LENGTH); end++) {
      if (syllables().has(latin.slice(start, end))) reached.add(end);
    }
  }
  return reached.has(latin.length);
}
