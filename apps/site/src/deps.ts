import type { ItemCode } from '@aipower/taxonomy';
import type { Clock } from './clock.ts';

export interface Logger {
  info(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** What the site needs from the world; production and tests give the same shape. */
export interface Deps {
  readonly clock: Clock;
  readonly log: Logger;
  /** The address that others reach us under, without a trailing slash. */
  readonly origin: string;
  readonly isSample: () => boolean;
  providerCounts(): Promise<ReadonlyMap<string, number>>;
  providersOfItem(code: ItemCode, on: string): Promise<{ total: number; rows: { ubn: string; name: string }[] }>;
}
