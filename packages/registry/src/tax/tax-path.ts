/**
 * The file of a SQLite tax register: beside the register and named after it, so that one folder is the whole of it and
 * a copy under another name finds its own.
 * @param location as recorded in `tax_snapshot`, e.g. `tax-3.sqlite`
 */
export function taxPath(register: { readonly path: string }, location: string): string {
  return `${register.path}-${location}`;
}
