/** `@aipower/taxonomy`: what a provider can be registered for. No dependency, no I/O, no clock, no side effect. */
export * from './bilingual.ts';
export * from './catalogue.ts';
export * from './codes.ts';
export * from './crosswalk.ts';
export * from './edition.ts';
