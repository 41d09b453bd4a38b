/** Who acts: every call to the till has an actor. */

export const roles = ['owner', 'senior', 'cashier'] as const;
export type Role = (typeof roles)[number];

/** The roles that may do each action; an action that is not here is refused to everyone. */
export type PermissionMatrix = Readonly<Record<string, readonly Role[]>>;

export interface Actor {
  readonly personId: string;
  /** `system` is the till itself: timers and jobs whose ids are made from job and day. */
  readonly role: Role | 'system';
  readonly tillId: string;
  /** A second person who allowed, in place, what the first may not do alone. */
  readonly approver: { readonly personId: string; readonly role: Role } | null;
  /** Who may do what in this shop now. */
  readonly permissions: PermissionMatrix;
}
