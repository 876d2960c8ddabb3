import type { Widen } from '../page/widen.ts';
import type { searchZh } from './words.zh.ts';

export const searchEn: Widen<typeof searchZh> = {
  title: 'Search',
  description: 'Search service items, registered providers, registration numbers and the pages of this site.',
  titleFor: (q) => `Search for “${q}”`,
  placeRead: (names) => `City or county: ${names}`,
  pages: 'Pages of this site',
  listOf: (scheme) => `Providers registered for: ${scheme}`,
  categories: { training: 'model training', inference: 'model inference' },
  items: 'Service items',
  providers: 'Provider names',
  providersIn: (place, n) => `Registered providers in ${place} (${n})`,
  certificates: 'Registration numbers',
  allIn: (name) => `All providers in ${name}`,
  firms: (n) => (n === 1 ? '1 registered provider' : `${n} registered providers`),
  firmsIn: (place, n) =>
    n === 0
      ? `No provider in ${place} is registered`
      : `${n} registered ${n === 1 ? 'provider' : 'providers'} in ${place}`,
  noFirms: 'No provider has a valid registration now',
  moreFirms: (n) => `${n} more`,
  anywhere: (n) => `${n} anywhere`,
  allProviders: (n) => `See all ${n}`,
  noNumber: (number) => `Number “${number}” is not on the lists`,
  noNumberUnsure: (lists) =>
    `The lists for ${lists} are not loaded, incomplete or old. It may still be registered there.`,
  noNumberHint: 'Check the number as printed, or search by UBN.',
  nearNumbers: 'Similar numbers',
  nearNumbersHint: 'For checking only.',
  nothing: 'Nothing was found',
  onlyCommon: 'Enter a service, a provider or a number',
  onlyCommonHint: 'Your search has only common words.',
  nothingHint: 'Try other words, or begin here:',
  startHere: 'Or begin here:',
  tooLong: 'Your search is too long. Use up to 200 characters.',
  ubnUnknown: (ubn) => `No registered provider has UBN “${ubn}”. The company may exist without being registered.`,
  ubnInvalid: (ubn) => `Check the UBN “${ubn}”: one digit may be mistyped.`,
  ubnLength: (typed) => `A UBN has 8 digits; “${typed}” has ${typed.length}.`,
  codeUnknown: (code) => `The catalogue has no code “${code}”. Similar codes:`,
  matched: (word) => `Matches ${word}`,
  kinds: { item: 'Item', provider: 'Provider', certificate: 'Number', page: 'Page' },
  suggestions: (n) =>
    n === 0 ? 'No suggestions' : `${n} ${n === 1 ? 'suggestion' : 'suggestions'}; use the arrow keys`,
};
