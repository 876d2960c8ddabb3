/** Where a visitor may go on from a page that is not there. */
export interface Link {
  readonly href: string;
  readonly label: string;
}

/** Thrown for what does not exist; carries what the visitor may have meant. */
export class NotFound extends Error {
  override name = 'NotFound';
  readonly status = 404;
  readonly links: readonly Link[];
  /** What is not there, where that is more than the page. */
  readonly title: string | undefined;

  constructor(message: string, links: readonly Link[] = [], title?: string) {
    super(message);
    this.links = links;
    this.title = title;
  }
}

/**
 * Thrown where a question has no answer yet, because the list that would give it is missing, incomplete or too old. Never
 * 404, which people, programs and caches read as a no; and no hour to come back, for nobody knows when the list comes.
 */
export class CouldNotCheck extends Error {
  override name = 'CouldNotCheck';
  readonly status = 503;
  readonly links: readonly Link[];
  readonly title: string;

  constructor(message: string, links: readonly Link[], title: string) {
    super(message);
    this.links = links;
    this.title = title;
  }
}

/** Thrown where what was asked for lies at another address by now: a list has become shorter than the page that was asked for. */
export class OtherAddress extends Error {
  override name = 'OtherAddress';
  readonly address: string;

  constructor(address: string) {
    super(`it is at ${address}`);
    this.address = address;
  }
}

/** Thrown for a page of a list whose number is none. */
export class NoPageNumber extends Error {
  override name = 'NoPageNumber';
  readonly found: string;

  constructor(found: string) {
    super(`not the number of a page: ${found}`);
    this.found = found;
  }
}

/** A client has asked more often than the limit allows. */
export class TooManyRequests extends Error {
  override name = 'TooManyRequests';
  /** Until it may ask again. */
  readonly retryAfterSeconds: number;

  constructor(retryAfterSeconds: number) {
    super(`too many requests; the next one may come in ${retryAfterSeconds} s`);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
