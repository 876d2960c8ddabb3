/** `@aipower/taxonomy/codes`: the codes and their grammar, without any text. */
export * from './code.ts';
export { nearestCodes } from './nearest.ts';
export { type CodeOf, type ParsedCode, type ParseFailure, parseCode } from './parse-code.ts';
