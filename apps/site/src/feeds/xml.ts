// XML 1.0 allows no other control characters, and no half of a surrogate pair, not even escaped.
const forbidden = /[^\P{Cc}\t\n\r]|\p{Cs}|[\uFFFE\uFFFF]/gu;

/** Text as it may stand in an element or a quoted attribute of XML 1.0. What XML cannot hold is left out. */
export function xmlText(text: string): string {
  return text
    .replace(forbidden, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
