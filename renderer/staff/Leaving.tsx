/** Somebody leaves, and what is still theirs to do goes to a colleague; or comes back with a new PIN. */
import { Button, Group, Modal, Select, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { useSession } from '../app/session.tsx';
import { useIntention } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { NewPinDialog } from './NewPinDialog.tsx';
import type { TeamMember } from './person.ts';

export interface LeavingProps {
  person: TeamMember;
  colleagues: readonly TeamMember[];
}

export function Leaving({ person, colleagues }: LeavingProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const self = useSession().person.id;
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  if (!person.isActive) {
    return (
      <Group justify="space-between">
        <Text className="muted">
          {person.leftAt === null
            ? t('staff.left')
            : t('staff.leftAt', { moment: format.moment(person.leftAt) })}
        </Text>
        {person.secretKind === 'pin' && (
          <Button variant="default" onClick={() => setOpen(true)}>
            {t('staff.comeBack')}
          </Button>
        )}
        {isOpen && <NewPinDialog person={person} onClose={close} />}
      </Group>
    );
  }
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text className="muted">{t(person.id === self ? 'staff.leave.notSelf' : 'staff.leave.what')}</Text>
      <Button
        variant="default"
        c="var(--danger)"
        style={{ flex: 'none' }}
        disabled={person.id === self}
        onClick={() => setOpen(true)}
      >
        {t('staff.leave.action')}
      </Button>
      {isOpen && <LeaveDialog person={person} colleagues={colleagues} onClose={close} />}
    </Group>
  );
}

function LeaveDialog({ person, colleagues, onClose }: LeavingProps & { onClose: () => void }) {
  const { t } = useTranslation();
  const leave = useIntention(api.staff.leave);
  const [handOverTo, setHandOverTo] = useState<string | null>(null);
  const others = colleagues.filter(({ id, isActive }) => isActive && id !== person.id);
  const isNeeded = leave.error?.code === 'HandOverNeeded';
  const { name } = person;
  const send = async () => {
    const answer = await leave.send({ personId: person.id, handOverTo });
    if (!answer.ok) return;
    notifications.show({ message: t('staff.leave.done', { name }), color: 'green' });
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('staff.leave.title', { name })}>
      <Stack gap="lg">
        <Text>{t('staff.leave.follows')}</Text>
        <Select
          label={t('staff.leave.handOver')}
          description={t('staff.leave.handOverWhat')}
          placeholder={t('ui.notChosen')}
          clearable
          data={others.map(({ id, name: label }) => ({ value: id, label }))}
          value={handOverTo}
          error={isNeeded && handOverTo === null}
          onChange={setHandOverTo}
        />
        <ErrorAnswer error={leave.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button color="red" loading={leave.isSending} onClick={() => void send()}>
            {t('staff.leave.action')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
