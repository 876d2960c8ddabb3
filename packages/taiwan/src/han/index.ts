/** Characters: one spelling for width, case, variant glyphs and Simplified; which characters are mistaken for one another. */
export { shapeGroups } from '../generated/han-shapes.ts';
export {
  type Agreement,
  agreement,
  coarseCode,
  coarseForm,
  flatten,
  isSimplified,
  plainForm,
} from './fold.ts';
export { looksAlike, soundKey, soundsSame } from './likeness.ts';
export { soundGroups } from './sounds.ts';
