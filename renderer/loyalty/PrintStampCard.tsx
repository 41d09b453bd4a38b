/** The button beside a customer's stamps that prints the card on the receipt printer. */
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { useIntention } from '../app/useTill.ts';
import { useRefusalWords } from '../ui/ErrorAnswer.tsx';

interface PrintStampCardProps {
  readonly customerId: string;
  readonly stampCardId: string;
}

export function PrintStampCard({ customerId, stampCardId }: PrintStampCardProps) {
  const { t } = useTranslation();
  const wordsOfRefusal = useRefusalWords();
  const print = useIntention(api.loyalty.printStampCard);
  const send = async () => {
    const answer = await print.send({ customerId, stampCardId });
    notifications.show(
      answer.ok
        ? { message: t('loyalty.standing.printed'), color: 'green' }
        : { message: wordsOfRefusal(answer.error), color: 'red' },
    );
  };
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      mih={32}
      ml="sm"
      leftSection={<IconPrinter size={18} aria-hidden="true" />}
      loading={print.isSending}
      onClick={() => void send()}
    >
      {t('loyalty.standing.print')}
    </Button>
  );
}
