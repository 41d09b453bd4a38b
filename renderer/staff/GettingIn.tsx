/** How one person gets in: the PIN, the badge, and a new try for who locked themselves out. */
import { Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { useIntention } from '../app/useTill.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { BadgeDialog, type GivenBadge } from './BadgeDialog.tsx';
import { NewPinDialog } from './NewPinDialog.tsx';
import type { TeamMember } from './person.ts';
import { useUnlock } from './useUnlock.ts';

export function GettingIn({ person }: { person: TeamMember }) {
  const { t } = useTranslation();
  const unlock = useUnlock(person);
  const [isChangingPin, setChangingPin] = useState(false);
  return (
    <Stack gap="md">
      {person.secretKind === 'password' && <Text className="muted">{t('staff.ownerGetsIn')}</Text>}
      <Group gap="sm">
        {person.secretKind === 'pin' && (
          <Button variant="default" onClick={() => setChangingPin(true)}>
            {t('staff.changePin')}
          </Button>
        )}
        <Button variant="default" loading={unlock.isSending} onClick={unlock.open}>
          {t('staff.unlock')}
        </Button>
      </Group>
      <ErrorAnswer error={unlock.error} />
      {person.secretKind === 'pin' && <BadgePart person={person} />}
      {isChangingPin && <NewPinDialog person={person} onClose={() => setChangingPin(false)} />}
    </Stack>
  );
}

function BadgePart({ person }: { person: TeamMember }) {
  const { t } = useTranslation();
  const give = useIntention(api.staff.giveBadge);
  const take = useIntention(api.staff.takeBadge);
  const [given, setGiven] = useState<GivenBadge | null>(null);
  const [isTaking, setTaking] = useState(false);
  const { id: personId, name, hasBadge } = person;
  const giveOne = async () => {
    const answer = await give.send({ personId });
    if (answer.ok) setGiven(answer.data);
  };
  const takeIt = async () => {
    const answer = await take.send({ personId });
    setTaking(false);
    if (answer.ok) notifications.show({ message: t('staff.badge.taken', { name }), color: 'green' });
  };
  return (
    <Stack gap="xs">
      <Text>{t(hasBadge ? 'staff.badge.hasOne' : 'staff.badge.hasNone')}</Text>
      <Group gap="sm">
        <Button variant="default" loading={give.isSending} onClick={() => void giveOne()}>
          {t(hasBadge ? 'staff.badge.giveAnother' : 'staff.badge.give')}
        </Button>
        {hasBadge && (
          <Button variant="default" color="red" onClick={() => setTaking(true)}>
            {t('staff.badge.take')}
          </Button>
        )}
      </Group>
      <ErrorAnswer error={give.error ?? take.error} />
      {given !== null && <BadgeDialog name={name} badge={given} onClose={() => setGiven(null)} />}
      <ConfirmDialog
        isOpen={isTaking}
        title={t('staff.badge.takeTitle', { name })}
        action={t('staff.badge.take')}
        isDangerous
        isBusy={take.isSending}
        onConfirm={() => void takeIt()}
        onCancel={() => setTaking(false)}
      >
        <Text>{t('staff.badge.takeWhat')}</Text>
      </ConfirmDialog>
    </Stack>
  );
}
