/** Who is logged in at which window. Kept in memory: after a restart everybody logs in again. */
import type { Sessions } from './parts.ts';

export function createSessions(): Sessions {
  const persons = new Map<string, string>();
  return {
    personIdOf: (key) => persons.get(key) ?? null,
    logIn: (key, personId) => void persons.set(key, personId),
    logOut: (key) => void persons.delete(key),
    endAll: (personId) => {
      for (const [key, id] of persons) if (id === personId) persons.delete(key);
    },
  };
}
