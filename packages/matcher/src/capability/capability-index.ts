import { backgroundTexts } from '../generated/background.ts';
import { buildIndex, type CapabilityIndex as Index } from './build-index.ts';
import { cataloguePassages, type Passage } from './passages.ts';
import { type Slips, slipsOf } from './slips.ts';

export interface CapabilityIndexOptions {
  /** Texts that speak for items; `cataloguePassages()` when left out. Give those and your own together to add to them. */
  readonly passages?: readonly Passage[];
  /** Everyday texts that fit no item; the ones of data/matching/background.yml when left out. */
  readonly background?: readonly string[];
}

/** What `matchCapabilities` looks things up in. Opaque; build it once and share it. */
export interface CapabilityIndex {
  readonly index: Index;
  readonly slips: Slips;
}

let standard: CapabilityIndex | undefined;

/**
 * What does `matchCapabilities` search in? Without options the index of the catalogue, built on the first call and kept.
 * Cost: about 150 ms once and 10 MB; pure computation.
 * @throws TypeError when a passage has no text or no item code
 * @example const index = capabilityIndex({ passages: [...cataloguePassages(), { code: '4.6.1', field: 'keyword', text: '光學檢查' }] });
 */
export function capabilityIndex(options: CapabilityIndexOptions = {}): CapabilityIndex {
  const { passages, background } = options;
  if (passages === undefined && background === undefined) {
    standard ??= build(cataloguePassages(), backgroundTexts);
    return standard;
  }
  passages?.forEach((passage, number) => {
    if (typeof passage.text !== 'string' || typeof passage.code !== 'string') {
      throw new TypeError(
        `capabilityIndex(passages): entry ${number} needs a code and a text, got ${JSON.stringify(passage)}`,
      );
    }
  });
  return build(passages ?? cataloguePassages(), background ?? backgroundTexts);
}

function build(passages: readonly Passage[], background: readonly string[]): CapabilityIndex {
  const index = buildIndex(passages, background);
  return { index, slips: slipsOf(index) };
}
