import type { Clock } from './clock.ts';
import type { Directory } from './directory/directory.ts';

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
  /**
   * The register of this moment, as people look through it. The same object for as long as the register stays the
   * same; rejects with the register's own error when it cannot be read, never answers with an empty one.
   */
  directory(): Promise<Directory>;
}
