/** Who stands at this till now: every page below the gate may ask, and ask what the person may do. */
import { createContext, type ReactNode, useContext } from 'react';
import type { z } from 'zod';
import type { Role } from '../../shared/actor.ts';
import type { shopStatusSchema } from '../../shared/shop/contract.ts';
import { mayDo } from '../../shared/staff/permissions.ts';
import { useKeys } from './useKeys.ts';

export type ShopStatus = z.output<typeof shopStatusSchema>;
export type PersonIn = NonNullable<ShopStatus['person']>;

export interface Session {
  readonly person: PersonIn;
  readonly shop: ShopStatus;
  /** Leaves the till to the next person. */
  readonly lock: () => void;
}

const SessionContext = createContext<Session | null>(null);

/** Wherever a person is, whatever is open, the same key leaves the till to the next one. */
export function SessionProvider({ session, children }: { session: Session; children: ReactNode }) {
  useKeys('selling', { lock: session.lock });
  return <SessionContext value={session}>{children}</SessionContext>;
}

/** The session of whoever is logged in; throws outside the gate, because that is a bug. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('nobody is logged in here');
  return session;
}

/** Whether the person may do an action of the contract. The till decides again; this only hides what it would refuse. */
export function useMay(action: string): boolean {
  return useMayRole()(useSession().person.role, action);
}

/** What each role may do in this shop now: for lists of who may approve, and for menus that ask for many actions. */
export function useMayRole(): (role: Role, action: string) => boolean {
  const { permissions } = useSession().shop;
  return (role, action) => mayDo(role, action, permissions);
}
