/** `@aipower/taiwan`: everything but `/fold`, which carries a table of characters. */
export * from './answers.ts';
export * from './counties.ts';
export * from './dates.ts';
export * from './ubn.ts';
