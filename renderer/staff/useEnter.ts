/** Another person takes the window over in one act: the page stays as it is, and what it shows is asked again for them. */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Answer } from '../app/answer.ts';
import { api } from '../app/api.ts';
import { rememberPerson } from './lastPerson.ts';
import type { Person } from './person.ts';

export interface Enter {
  readonly bySecret: (personId: string, secret: string) => Promise<Answer<{ readonly person: Person }>>;
  readonly byBadge: (code: string) => Promise<Answer<{ readonly person: Person }>>;
}

export function useEnter(): Enter {
  const queries = useQueryClient();
  const follow = useCallback(
    async (answer: Answer<{ readonly person: Person }>) => {
      if (!answer.ok) return answer;
      rememberPerson(answer.data.person.id);
      // Answers on other pages are the last person's; those in sight are asked again and stay until then.
      queries.removeQueries({ type: 'inactive', predicate: ({ queryKey }) => queryKey[0] !== 'shop' });
      await queries.invalidateQueries();
      return answer;
    },
    [queries],
  );
  return {
    bySecret: async (personId, secret) => follow(await api.staff.logIn({ personId, secret })),
    byBadge: async (code) => follow(await api.staff.logInByBadge({ code })),
  };
}
