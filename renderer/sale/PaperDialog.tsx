/** A sale that was written on paper while the till could not sell: when it was, so that it counts on its own day. */
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isBusinessDay } from '../../shared/time.ts';
import type { TillError } from '../app/answer.ts';
import { useSession } from '../app/session.tsx';
import { ApprovalFields, useApproval } from '../staff/ApprovalFields.tsx';
import { DayInput } from '../ui/DayInput.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { TimeInput } from '../ui/TimeInput.tsx';
import { useSelling } from './selling.ts';

export function PaperDialog() {
  const { t } = useTranslation();
  const { queue, show, say } = useSelling();
  const today = useSession().shop.businessDay;
  const [day, setDay] = useState<string | null>(today);
  const [minute, setMinute] = useState<number | null>(null);
  const [error, setError] = useState<TillError | null>(null);
  const approval = useApproval('sale.writtenOnPaper');
  const isReady = day !== null && isBusinessDay(day) && minute !== null && approval.isReady;
  const send = async () => {
    if (day === null || !isBusinessDay(day) || minute === null) return;
    const written = { day, minute };
    const answer = await queue.change({ kind: 'writtenOnPaper', written }, approval.approval);
    if (!answer.ok) return setError(answer.error);
    say(null);
    show(null);
  };
  return (
    <Modal opened onClose={() => show(null)} title={t('sale.paper.title')} size={560}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) void send();
        }}
      >
        <Stack gap="md">
          <Text>{t('sale.paper.hint')}</Text>
          <Group gap="md" grow align="flex-start">
            <DayInput size="lg" label={t('common.date')} value={day} onChange={setDay} />
            <TimeInput
              data-autofocus
              autoFocus
              size="lg"
              label={t('common.time')}
              value={minute}
              onChange={setMinute}
            />
          </Group>
          <ApprovalFields state={approval} />
          <ErrorAnswer error={error} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={() => show(null)}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" disabled={!isReady}>
              {t('sale.paper.mark')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
