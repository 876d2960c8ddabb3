import { isItemCode } from '@aipower/taxonomy';
import { backgroundTexts } from '../generated/background.ts';
import { buildIndex, type CapabilityIndex as Index } from './build-index.ts';
import { cataloguePassages, fields, type Passage } from './passages.ts';
import { type Slips, slipsOf } from './slips.ts';

/** What an index is built of; by default the catalogue's own texts. */
export interface CapabilityIndexOptions {
  /** Texts that speak for items; `cataloguePassages()` when left out. Give those and your own together to add to them. */
  readonly passages?: readonly Passage[];
}

/** What `matchCapabilities` looks things up in. Opaque; build it once and share it. */
export interface CapabilityIndex {
  /** @internal */
  readonly index: Index;
  /** @internal */
  readonly slips: Slips;
}

let standard: CapabilityIndex | undefined;

/**
 * What does `matchCapabilities` search in? Without options the index of the catalogue, built on the first call and kept.
 * Cost: 0.2 to 0.4 s once and about 10 MB; pure computation.
 * @throws TypeError when a passage has no text, no item code of the catalogue or an unknown field
 * @example const index = capabilityIndex({ passages: [...cataloguePassages(), { code: '4.6.1', field: 'keyword', text: '光學檢查' }] });
 */
export function capabilityIndex(options: CapabilityIndexOptions = {}): CapabilityIndex {
  const { passages } = options;
  if (passages === undefined) {
    standard ??= build(cataloguePassages());
    return standard;
  }
  passages.forEach((passage, number) => {
    if (typeof passage.text !== 'string' || !isItemCode(passage.code) || !fields.includes(passage.field)) {
      const wanted = `an item code, one of the fields ${fields.join(', ')}, and a text`;
      throw new TypeError(`capabilityIndex(passages): entry ${number} needs ${wanted}; got ${JSON.stringify(passage)}`);
    }
  });
  return build(passages);
}

function build(passages: readonly Passage[]): CapabilityIndex {
  const index = buildIndex(passages, backgroundTexts);
  return { index, slips: slipsOf(index) };
}
