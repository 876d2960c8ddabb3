// Which models may be used, as far as their origin goes.
export { modelKey } from './model-origin/model-name.ts';
export {
  type ModelDescription,
  type ModelOriginAnswer,
  type ModelOriginReason,
  type ModelPart,
  modelOrigin,
  modelOriginReasons,
} from './model-origin/model-origin.ts';
