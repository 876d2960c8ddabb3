// Generated from data/gpki/subject-kinds.yml by packages/gpki/scripts. Edit the data, then npm run generate.

/** Kinds of certificate holders by the OID in the subject directory attributes. */
export const subjectKinds = [
  {"id":"natural-person","oid":"2.16.886.1.100.3.1.1","name":{"zh":"自然人","en":"natural person"}},
  {"id":"agency","oid":"2.16.886.1.100.3.2.1.1","name":{"zh":"政府機關","en":"government agency"}},
  {"id":"agency-unit","oid":"2.16.886.1.100.3.2.1.2","name":{"zh":"政府單位","en":"government unit"}},
  {"id":"company","oid":"2.16.886.1.100.3.2.2.1.1","name":{"zh":"公司","en":"company"}},
  {"id":"branch","oid":"2.16.886.1.100.3.2.3.3.1","name":{"zh":"分公司","en":"branch of a company"}},
  {"id":"firm","oid":"2.16.886.1.100.3.2.3.1","name":{"zh":"商業（行號）","en":"firm (sole proprietorship or partnership)"}},
  {"id":"server","oid":"2.16.886.1.100.3.3.1","name":{"zh":"伺服器","en":"server"}},
] as const;
