import type { FormField, Programme } from '@aipower/programme';
import { foldGlyphs, foldWidth } from '@aipower/taiwan/fold';
import freeDomains from 'email-providers/all.json' with { type: 'json' };
import { accessProviders } from './generated/access-providers.ts';
import { extensions } from './generated/extensions.ts';

/** What two applications may have in common. Each value is as it is compared. */
export const featureKinds = ['phone', 'address', 'mail', 'domain', 'link'] as const;
export type FeatureKind = (typeof featureKinds)[number];

export interface Features {
  readonly values: Readonly<Record<FeatureKind, readonly string[]>>;
  /** A sample of the passages of its texts, as numbers. */
  readonly passages: Uint32Array;
}

type Form = Readonly<Record<string, unknown>>;

/** Which questions are compared as what: every programme says of its fields what kind they are. A postal address has none. */
function fieldsOf({ forms, bonus }: Programme) {
  const fields = forms.sections.flatMap((section) => section.fields);
  // A promise to publish names a place that is still empty.
  const promises = new Set(bonus.items.filter(({ kind }) => kind === 'publication').map(({ id }) => id));
  const ids = (...kinds: readonly FormField['kind'][]) =>
    unique(
      fields.filter(({ kind, bonus: item }) => kinds.includes(kind) && !promises.has(item ?? '')).map(({ id }) => id),
    );
  return {
    phone: ids('phone', 'mobile'),
    address: ['address'],
    mail: ids('email'),
    link: ids('url'),
    text: ids('long-text'),
  };
}

const answersTo = (form: Form, ids: readonly string[]) =>
  ids.map((id) => form[id]).filter((value): value is string => typeof value === 'string' && value !== '');

/** The long texts of a form, in its order. */
export const longTexts = (programme: Programme, form: Form): readonly string[] =>
  answersTo(form, fieldsOf(programme).text);

/** Where mail addresses of anybody end: the list of free providers, and the access providers of Taiwan that it lacks. */
const publicDomains: ReadonlySet<string> = new Set([...freeDomains, ...accessProviders]);

/** Characters of a passage that counts as the same: longer than a set phrase, shorter than a sentence. */
export const PASSAGE = 12;
/** One passage in so many is kept, chosen by its own content, so that two texts keep the same ones. */
const SAMPLE = 8;
const MAX_PASSAGES = 400;

/** @param programme whose form it is */
export function featuresOf(programme: Programme, form: Form): Features {
  const fields = fieldsOf(programme);
  const texts = (what: keyof typeof fields) => answersTo(form, fields[what]);
  const mails = texts('mail').map((mail) => foldWidth(mail).trim().toLowerCase());
  const domains = mails.map((mail) => mail.slice(mail.lastIndexOf('@') + 1)).filter((domain) => !isPublic(domain));
  return {
    values: {
      phone: unique(
        texts('phone')
          .map(phoneKey)
          .filter((phone) => phone.length >= 8),
      ),
      address: unique(
        texts('address')
          .map(addressKey)
          .filter((address) => address.length >= 6),
      ),
      mail: unique(mails),
      domain: unique(domains),
      link: unique(
        texts('link')
          .map(linkKey)
          .filter((link) => link !== ''),
      ),
    },
    passages: passagesOf(texts('text')),
  };
}

const extension = new RegExp(extensions, 'i');
/** The digits of a telephone without its extension and country code. */
export function phoneKey(text: string): string {
  const [main = ''] = foldWidth(text).split(extension);
  return main.replace(/\D/g, '').replace(/^886/, '0');
}

export function addressKey(text: string): string {
  return foldGlyphs(foldWidth(text))
    .replaceAll('臺', '台')
    .replace(/[\s,，]/g, '')
    .replace(/^\d{3,6}(?=\p{L})/u, '');
}

/** 無 and the like are no address. */
function linkKey(text: string): string {
  const plain = text.trim();
  if (!URL.canParse(plain)) return '';
  const { hostname, pathname, search } = new URL(plain);
  return `${hostname.replace(/^www\./, '')}${pathname.replace(/\/+$/, '')}${search}`;
}

function isPublic(domain: string): boolean {
  const parts = domain.split('.');
  return parts.some((_part, i) => publicDomains.has(parts.slice(i).join('.')));
}

/** Texts without what writers change last: blanks, line ends, marks, numbers of lists. */
export function plainText(text: string): string {
  return foldGlyphs(foldWidth(text))
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function passagesOf(texts: readonly string[]): Uint32Array {
  const kept = new Set<number>();
  for (const text of texts) {
    const plain = plainText(text);
    for (let at = 0; at + PASSAGE <= plain.length; at++) {
      const hash = hashAt(plain, at);
      if (hash % SAMPLE === 0) kept.add(hash);
    }
  }
  return Uint32Array.from([...kept].sort((a, b) => a - b).slice(0, MAX_PASSAGES));
}

/** FNV-1a over the code units of a passage. */
function hashAt(text: string, at: number): number {
  let hash = 0x811c9dc5;
  for (let i = at; i < at + PASSAGE; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  // The last bits of a product carry least of its factors.
  return (hash ^ (hash >>> 15)) >>> 0;
}

const unique = (values: readonly string[]) => [...new Set(values)];
