// An application: its form as a schema, reading and checking what came in, and what it says to the rules.
export {
  type Application,
  applicationJsonSchema,
  applicationSchema,
  type FieldValue,
  type JsonSchema,
} from './application/application-schema.ts';
export { type FieldCode, fieldCodes } from './application/field-code.ts';
export {
  applicationBonusClaims,
  applicationFacts,
  applicationModels,
  applicationText,
  readApplicationForm,
} from './application/read-application.ts';
export { countCharacters } from './application/text-field.ts';
export {
  type ApplicationCheck,
  type ApplicationOptions,
  type FieldIssue,
  validateApplication,
} from './application/validate-application.ts';
