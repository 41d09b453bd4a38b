/** The question before a customer's card is printed on the receipt printer: whoever holds the paper spends the bonus. */
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCardNumber } from '../../shared/customer/cardNumber.ts';
import { api } from '../app/api.ts';
import { useIntention } from '../app/useTill.ts';
import { ApprovalFields, useApproval } from '../staff/ApprovalFields.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';

export function PrintCard({ number, onClose }: { number: string; onClose: () => void }) {
  const { t } = useTranslation();
  const print = useIntention(api.customer.printCard);
  const approval = useApproval('customer.issueCards');
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const answer = await print.send({ cardNumber: number, approval: approval.approval });
    if (!answer.ok) return;
    notifications.show({ message: t('customer.cards.printed'), color: 'green' });
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('customer.cards.printTitle', { number: formatCardNumber(number) })}
    >
      <form onSubmit={(event) => void send(event)}>
        <Stack gap="md">
          <Text>{t('customer.cards.printHint')}</Text>
          <ApprovalFields state={approval} />
          <ErrorAnswer error={print.error} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={print.isSending} disabled={!approval.isReady}>
              {t('common.print')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
