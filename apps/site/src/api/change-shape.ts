import type { NumberedChange } from '@aipower/registry';
import type { z } from 'zod';
import { pathsFor } from '../page/paths.ts';
import type { change } from './schemas/change.ts';

export type ChangeShape = Omit<z.output<typeof change>, 'fields'> & { readonly fields: NumberedChange['fields'] };

const paths = pathsFor('zh');

/** A change as the API, the feeds and the webhooks tell it; who imported it is no business of the public. */
export function changeShape(one: NumberedChange, origin: string): ChangeShape {
  const { sequence, revision, recordedAt, seenOn, source, subject, kind, ubn, name, scheme, number, fields } = one;
  const url = origin + paths.provider(ubn);
  return { sequence, revision, recordedAt, seenOn, source, subject, kind, ubn, name, scheme, number, fields, url };
}
