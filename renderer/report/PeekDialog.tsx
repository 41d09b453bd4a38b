/** The owner looks at the running day from a cashier's window for a minute; then it closes by itself, and nothing has moved. */
import { Group, Modal, Select, SimpleGrid, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addSeconds, type Instant } from '../../shared/time.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { useMayRole, useSession } from '../app/session.tsx';
import { useTill } from '../app/useTill.ts';
import { SecretForm } from '../staff/SecretForm.tsx';
import { useSecondsUntil } from '../staff/useSecondsUntil.ts';
import { BonusAndCoupons } from './BonusAndCoupons.tsx';
import { DayKpis } from './DayKpis.tsx';
import type { DayReport } from './dayReport.ts';
import { TopProducts } from './TopLists.tsx';

/** As long as a glance takes; a cashier who comes back sees nothing any more. */
const glanceSeconds = 60;

export function PeekDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [seen, setSeen] = useState<{ readonly report: DayReport; readonly until: Instant } | null>(null);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('report.peek.title')}
      size={seen === null ? 440 : 1000}
      yOffset={24}
    >
      {seen === null ? (
        <PeekDoor
          onSeen={(report) =>
            setSeen({
              report,
              until: addSeconds(new Date().toISOString() as Instant, glanceSeconds),
            })
          }
        />
      ) : (
        <Glance report={seen.report} until={seen.until} onOver={onClose} />
      )}
    </Modal>
  );
}

function PeekDoor({ onSeen }: { onSeen: (report: DayReport) => void }) {
  const { t } = useTranslation();
  const self = useSession().person.id;
  const mayRole = useMayRole();
  const everybody = useTill(api.staff.people, {}).data?.people ?? [];
  const people = everybody.filter(
    ({ id, isActive, role }) => isActive && id !== self && mayRole(role, 'report.today'),
  );
  const [chosenId, setChosenId] = useState<string | null>(null);
  const chosen = people.find(({ id }) => id === chosenId) ?? people[0];
  if (chosen === undefined) return <Text>{t('report.peek.nobody')}</Text>;
  const look = async (secret: string) => {
    const answer = await api.report.peek({ personId: chosen.id, secret });
    if (answer.ok) onSeen(answer.data);
    return answer;
  };
  return (
    <Stack gap="lg">
      <Text className="muted">{t('report.peek.what')}</Text>
      {people.length > 1 && (
        <Select
          label={t('report.peek.who')}
          allowDeselect={false}
          data={people.map(({ id, name }) => ({ value: id, label: name }))}
          value={chosen.id}
          onChange={setChosenId}
        />
      )}
      {people.length === 1 && <strong>{chosen.name}</strong>}
      <SecretForm key={chosen.id} person={chosen} action={t('report.peek.action')} send={look} />
    </Stack>
  );
}

interface GlanceProps {
  report: DayReport;
  until: Instant;
  onOver: () => void;
}

function Glance({ report, until, onOver }: GlanceProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const seconds = useSecondsUntil(until, onOver);
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <strong>{t('report.todayTitle', { day: format.dayWithWeekday(report.day) })}</strong>
        <span className="muted" role="timer">
          {t('report.peek.left', { count: seconds })}
        </span>
      </Group>
      <DayKpis report={report} />
      <SimpleGrid cols={2} spacing="md">
        <BonusAndCoupons report={report} />
        <TopProducts report={report} />
      </SimpleGrid>
    </Stack>
  );
}
