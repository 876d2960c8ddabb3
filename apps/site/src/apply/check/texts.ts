import { hashOf } from '@aipower/applications';
import type { Programme } from '@aipower/programme';

/** The fingerprint of every notice, declaration and pledge that was shown: what exactly was agreed to can be proven later. */
export function textHashes(programme: Programme): Record<string, string> {
  return Object.fromEntries(programme.notices.map((notice) => [notice.id, hashOf(notice)]));
}
