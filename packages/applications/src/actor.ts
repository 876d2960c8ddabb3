/** Who acts on an application: people by their part, and rules (`system`, `clock`). */
export const actorKinds = ['company', 'officer', 'reviewer', 'chair', 'auditor', 'system', 'clock'] as const;
/** One of {@link actorKinds}. */
export type ActorKind = (typeof actorKinds)[number];

/**
 * Who acts. The id of a company is its 統一編號, of staff their id in the table of roles, of system and clock the rule that acts:
 * never a person's name, and never a borrowed account.
 */
export type Actor = { readonly kind: ActorKind; readonly id: string };

/** Those who work for the executor or the organiser and can move an application on. */
export const staffKinds: readonly ActorKind[] = ['officer', 'chair'];
