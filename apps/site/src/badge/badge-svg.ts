import { xmlText } from '../feeds/xml.ts';

export interface BadgeFace {
  /** What is judged: the registration. */
  readonly label: string;
  /** The verdict and the day it is of. */
  readonly message: string;
  readonly mark: 'good' | 'warn' | 'bad' | 'open' | 'unsure';
  /** Read out in place of the picture. */
  readonly title: string;
}

/** White text on each has a contrast of at least 4.5. */
const colours: Readonly<Record<BadgeFace['mark'], string>> = {
  good: '#1b6e3c',
  warn: '#8a5300',
  bad: '#a3261d',
  open: '#4a5560',
  unsure: '#4a5560',
};

/** Chinese characters are as wide as they are high, others about half. */
const widthOf = (text: string) => [...text].reduce((sum, one) => sum + (one.codePointAt(0)! > 0x2e80 ? 12 : 6.8), 0);

/** A badge as SVG: two fields, no script, no font and nothing loaded. */
export function badgeSvg({ label, message, mark, title }: BadgeFace): string {
  const left = Math.round(widthOf(label) + 16);
  const right = Math.round(widthOf(message) + 16);
  const width = left + right;
  const text = (x: number, said: string, space: number) =>
    `<text x="${x}" y="16" text-anchor="middle" textLength="${space}" lengthAdjust="spacingAndGlyphs">${xmlText(said)}</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="24" viewBox="0 0 ${width} 24" role="img" aria-label="${xmlText(title)}"><title>${xmlText(title)}</title><rect width="${width}" height="24" rx="3" fill="#2b333a"/><path d="M${left} 0h${right - 3}a3 3 0 0 1 3 3v18a3 3 0 0 1-3 3H${left}z" fill="${colours[mark]}"/><g fill="#fff" font-family="'Noto Sans TC','PingFang TC','Microsoft JhengHei',sans-serif" font-size="12">${text(left / 2, label, left - 16)}${text(left + right / 2, message, right - 16)}</g></svg>
`;
}
