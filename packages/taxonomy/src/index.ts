/** `@aipower/taxonomy`: what a provider can be registered for. No dependency, no I/O, no clock, no side effect. */
export * from './catalogue.ts';
export * from './codes.ts';
export type { Text } from './edition.ts';
