/** The shape of a file of words: the same keys, any text; a word with values in it keeps its arguments. */
export type Widen<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : { [K in keyof T]: Widen<T[K]> };
