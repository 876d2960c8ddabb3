import type { Answered, Snapshot } from './snapshot.ts';

/** One line for each request that is answered otherwise, with the first place where it is. */
export function differences(before: Snapshot, after: Snapshot, { html }: { readonly html: boolean }): string[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) => {
    const [was, is] = [before[key], after[key]];
    if (!was || !is) return [`${key}: ${was ? 'is not asked any more' : 'is new'}`];
    const difference = inAnswer(was, is, html);
    return difference ? [`${key}: ${difference}`] : [];
  });
}

function inAnswer(was: Answered, is: Answered, html: boolean): string | null {
  if (was.status !== is.status) return `status ${was.status} → ${is.status}`;
  for (const name of new Set([...Object.keys(was.headers), ...Object.keys(is.headers)])) {
    if (was.headers[name] !== is.headers[name]) return `${name}: ${was.headers[name]} → ${is.headers[name]}`;
  }
  for (const part of ['body', 'text', ...(html ? (['html'] as const) : [])] as const) {
    const place = firstDifference(was[part] ?? '', is[part] ?? '');
    if (place) return `${part} ${place}`;
  }
  return null;
}

function firstDifference(was: string, is: string): string | null {
  if (was === is) return null;
  let at = 0;
  while (was[at] === is[at]) at++;
  const cut = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 40), at + 60));
  return `at ${at}: ${cut(was)} → ${cut(is)}`;
}
