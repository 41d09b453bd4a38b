/** The people of the shop: new cashiers, new PINs, and a way in for who locked themselves out. */
import { Button, Group, Paper, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { useMay } from '../app/session.tsx';
import { useIntention, useTill } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import type { Person } from './LogInPage.tsx';
import { PersonDrawer } from './PersonDrawer.tsx';

export function PeopleSection() {
  const { t } = useTranslation();
  const { data, error } = useTill(api.staff.people, {});
  const mayManage = useMay('staff.manage');
  const [edited, setEdited] = useState<Person | 'new' | null>(null);
  return (
    <Stack gap="md" maw={840}>
      <ErrorAnswer error={error} />
      {data?.people.map((person) => (
        <PersonCard
          key={person.id}
          person={person}
          onEdit={mayManage && person.secretKind === 'pin' ? () => setEdited(person) : null}
        />
      ))}
      {mayManage && (
        <Group>
          <Button
            leftSection={<IconUserPlus size={20} aria-hidden="true" />}
            onClick={() => setEdited('new')}
          >
            {t('staff.add')}
          </Button>
        </Group>
      )}
      <PersonDrawer edited={edited} onClose={() => setEdited(null)} />
    </Stack>
  );
}

function PersonCard({ person, onEdit }: { person: Person; onEdit: (() => void) | null }) {
  const { t } = useTranslation();
  const mayUnlock = useMay('staff.unlock');
  const unlock = useIntention(api.staff.unlock);
  async function open() {
    const answer = await unlock.send({ personId: person.id });
    if (answer.ok)
      notifications.show({ message: t('staff.unlocked', { name: person.name }), color: 'green' });
  }
  return (
    <Paper>
      <Group justify="space-between" wrap="nowrap">
        <div style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
          <strong>{person.name}</strong>
          <div className="muted">{t(`staff.role.${person.role}`)}</div>
        </div>
        <Group gap="sm" wrap="nowrap">
          {mayUnlock && person.secretKind === 'pin' && (
            <Button variant="default" loading={unlock.isSending} onClick={() => void open()}>
              {t('staff.unlock')}
            </Button>
          )}
          {onEdit !== null && (
            <Button variant="default" onClick={onEdit}>
              {t('staff.changePin')}
            </Button>
          )}
        </Group>
      </Group>
      <ErrorAnswer error={unlock.error} />
    </Paper>
  );
}
