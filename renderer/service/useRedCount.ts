/** How much a person of this till should see to now, and clocks that go on while nobody does anything. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '../app/api.ts';
import { useMay } from '../app/session.tsx';
import { refreshTopics, useTill } from '../app/useTill.ts';

const minute = 60_000;

/** Complaints and questions that are late or nearly so; 0 for whoever may not see them. Asks anew every minute. */
export function useRedCount(): number {
  const isOn = useMay('service.read');
  const queries = useQueryClient();
  useEffect(() => {
    if (!isOn) return;
    const timer = setInterval(() => refreshTopics(queries, ['service']), minute);
    return () => clearInterval(timer);
  }, [isOn, queries]);
  return useTill(api.service.waiting, {}, { isOn }).data?.red ?? 0;
}
