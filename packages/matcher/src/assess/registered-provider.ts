import { countyNamed } from '@aipower/taiwan/firm-name';

/** A registered provider as plain data: what the register holds as valid on the day judged. */
export interface RegisteredProvider {
  /** 統一編號, eight digits. */
  readonly ubn: string;
  /** As registered now. */
  readonly name: string;
  /** County or city of its seat; `null` when it is not known. */
  readonly city?: string | null | undefined;
  /** Catalogue items of its certificates that are valid on the day. */
  readonly items: readonly string[];
  /** Schemes it holds a valid certificate of. */
  readonly schemes?: readonly string[] | undefined;
  /** Last valid day of the certificate that carries the items, when known. */
  readonly validUntil?: string | null | undefined;
}

/** What two writings of one city share: 台北市, 臺北市 and an address there are one; what names no county stays itself. */
export function cityKey(city: string): string {
  return countyNamed(city) ?? city;
}
