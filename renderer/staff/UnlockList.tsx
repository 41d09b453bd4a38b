/** The names of the people with a way back in for who typed the PIN wrong too often. */
import { Button, Group, Paper, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { useTill } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import type { Person } from './person.ts';
import { useUnlock } from './useUnlock.ts';

export function UnlockList() {
  const { data, error } = useTill(api.staff.people, {});
  return (
    <Stack gap="md" maw={720}>
      <ErrorAnswer error={error} />
      {data?.people.map((person) => (
        <PersonCard key={person.id} person={person} />
      ))}
    </Stack>
  );
}

function PersonCard({ person }: { person: Person }) {
  const { t } = useTranslation();
  const unlock = useUnlock(person);
  return (
    <Paper>
      <Group justify="space-between" wrap="nowrap">
        <div style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
          <strong>{person.name}</strong>
          <div className="muted">{t(`staff.role.${person.role}`)}</div>
        </div>
        {person.secretKind === 'pin' && (
          <Button variant="default" loading={unlock.isSending} onClick={unlock.open}>
            {t('staff.unlock')}
          </Button>
        )}
      </Group>
      <ErrorAnswer error={unlock.error} />
    </Paper>
  );
}
