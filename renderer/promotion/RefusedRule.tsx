/** Why the till did not take a rule: its refusal, and every fault in words. */
import { Stack } from '@mantine/core';
import type { TillError } from '../app/answer.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { type ToldFault, useFaultWords } from './faultWords.ts';

function faultsIn({ data }: TillError): readonly ToldFault[] {
  const faults = typeof data === 'object' && data !== null && 'faults' in data ? data.faults : null;
  return Array.isArray(faults) ? faults : [];
}

export function RefusedRule({ error }: { error: TillError | null }) {
  const wordsOf = useFaultWords();
  if (error === null) return null;
  const words = [...new Set(faultsIn(error).map(wordsOf))];
  return (
    <Stack gap="xs">
      <ErrorAnswer error={error} />
      {words.length > 0 && (
        <ul style={{ margin: 0, paddingLeft: 24, color: 'var(--danger)' }}>
          {words.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      )}
    </Stack>
  );
}
