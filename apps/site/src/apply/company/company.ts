import type { Session } from '@aipower/applications/storage';
import type { Sitter } from '../../desk/desk-page.ts';

/** The company that is logged in, as its card said. */
export interface Company {
  readonly ubn: string;
  readonly name: string;
  readonly kind: string;
  readonly fingerprint: string;
  readonly detail: Session['detail'];
  readonly sitter: Sitter;
}
