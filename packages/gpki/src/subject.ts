import { isUbn } from '@aipower/taiwan/ubn';
import type { CertificateView } from './certificate.ts';
import { subjectKinds } from './generated/subject-kinds.ts';
import { isNaturalPersonIssuer, ORGANISATION, SERIAL_NUMBER, valuesOf } from './names.ts';
import { Refusal } from './outcome.ts';

/** Subject directory attributes of GPKI certificates (GPKI certificate and CRL profile, 1.3.6). */
const ATTRIBUTE = {
  kind: '2.16.886.1.100.2.1',
  rank: '2.16.886.1.100.2.2',
  ubn: '2.16.886.1.100.2.101',
} as const;

/** Kinds of holders whose OID is known: `data/gpki/subject-kinds.yml`. */
export type SubjectKind = (typeof subjectKinds)[number]['id'];
/** 正卡 or 附卡. */
export type CardRank = 'primary' | 'secondary' | 'unknown';

/** All below this arc are people: citizens, and the professions of other issuers. */
const NATURAL_PERSONS = '2.16.886.1.100.3.1.';

export interface Holder {
  /** 統一編號, eight digits. */
  readonly ubn: string;
  /** Name as the certificate prints it. */
  readonly organisation: string;
  readonly kind: SubjectKind;
  readonly rank: CardRank;
}

/** Says at once, and by its name, that the wrong card is in the reader: a person with two cards needs no other reason. */
export function refuseNaturalPerson(card: CertificateView): void {
  const kind = card.attributes.get(ATTRIBUTE.kind)?.find((value) => value.startsWith(NATURAL_PERSONS));
  if (kind !== undefined || isNaturalPersonIssuer(card.pki.issuer))
    throw new Refusal('natural-person-card', '自然人憑證', '工商憑證');
}

/** Who holds the card. `kinds` are those that may log in. */
export function readHolder(card: CertificateView, kinds: readonly SubjectKind[]): Holder {
  const kind = kindOf(card, kinds);
  const ubn = ubnOf(card);
  const [organisation] = valuesOf(card.pki.subject, ORGANISATION);
  if (!organisation) throw new Refusal('name-missing', 'no organisation in the subject', 'an organisation name');
  return { ubn, organisation, kind, rank: rankOf(card) };
}

function kindOf(card: CertificateView, kinds: readonly SubjectKind[]): SubjectKind {
  const values = card.attributes.get(ATTRIBUTE.kind) ?? [];
  const expected = kinds.join(', ');
  if (values.length !== 1) throw new Refusal('kind-missing', `${values.length} kinds`, expected);
  const kind = subjectKinds.find(({ oid }) => oid === values[0])?.id;
  if (!kind || !kinds.includes(kind)) throw new Refusal('kind-not-allowed', kind ?? values[0]!, expected);
  return kind;
}

function ubnOf(card: CertificateView): string {
  const values = card.attributes.get(ATTRIBUTE.ubn) ?? [];
  const [ubn] = values;
  if (values.length !== 1 || ubn === undefined)
    throw new Refusal('ubn-missing', `${values.length} numbers`, `one, in attribute ${ATTRIBUTE.ubn}`);
  if (!isUbn(ubn)) throw new Refusal('ubn-invalid', ubn, 'eight digits with a right check digit');
  // The whole value, never its end: public code compares endings, and logs in the wrong company.
  const other = valuesOf(card.pki.subject, SERIAL_NUMBER).find((serial) => serial !== ubn);
  if (other !== undefined) throw new Refusal('ubn-differs', other, ubn);
  return ubn;
}

function rankOf(card: CertificateView): CardRank {
  const [rank] = card.attributes.get(ATTRIBUTE.rank) ?? [];
  return rank === 'primary' || rank === 'secondary' ? rank : 'unknown';
}
