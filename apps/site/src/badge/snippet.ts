/** What a provider puts on its own page: a picture that leads to the proof, without a script. */
export function badgeSnippet(origin: string, page: string, badge: string, alt: string): string {
  const quoted = alt.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  return `<a href="${origin}${page}"><img src="${origin}${badge}" alt="${quoted}" height="24"></a>`;
}
