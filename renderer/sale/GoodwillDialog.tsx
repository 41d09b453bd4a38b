/** An expired or short coupon accepted all the same: with a reason, by who may, or with their approval in place. */
import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TillError } from '../app/answer.ts';
import { ApprovalFields, useApproval } from '../staff/ApprovalFields.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { useSelling } from './selling.ts';

const longestReason = 120;

export function GoodwillDialog({ code }: { code: string }) {
  const { t } = useTranslation();
  const { queue, show, say } = useSelling();
  const approval = useApproval('coupon.goodwill');
  const [reason, setReason] = useState('');
  const [error, setError] = useState<TillError | null>(null);
  const isReady = reason.trim() !== '' && approval.isReady;
  const accept = async () => {
    const answer = await queue.change({ kind: 'goodwillCoupon', code, reason }, approval.approval);
    if (!answer.ok) return setError(answer.error);
    say(null);
    show(null);
  };
  return (
    <Modal opened onClose={() => show(null)} title={t('sale.goodwill.title')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) void accept();
        }}
      >
        <Stack gap="md">
          <Text>{t('sale.goodwill.hint')}</Text>
          <TextInput
            data-autofocus
            label={t('common.reason')}
            value={reason}
            maxLength={longestReason}
            autoComplete="off"
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <ApprovalFields state={approval} />
          <ErrorAnswer error={error} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={() => show(null)}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" disabled={!isReady}>
              {t('sale.goodwill.accept')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
