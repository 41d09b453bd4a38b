/** A batch of instant cards: how many, then their numbers as barcodes, ready to be printed and cut out. */
import { Button, Group, Modal, Stack } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { customerContract } from '../../shared/customer/contract.ts';
import { api } from '../app/api.ts';
import { schemaOf, useForm } from '../app/form.ts';
import { useSession } from '../app/session.tsx';
import { useIntention } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { PrintSheet } from '../ui/PrintSheet.tsx';
import { WholeInput } from '../ui/WholeInput.tsx';
import styles from './IssueCards.module.css';
import { CardSheet } from './print/CardSheet.tsx';

const schema = schemaOf(customerContract.issueCards).pick({ count: true });

export function IssueCards({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const [numbers, setNumbers] = useState<readonly string[]>([]);
  const close = () => {
    setNumbers([]);
    onClose();
  };
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      size={numbers.length === 0 ? 'md' : 900}
      title={t('customer.issueCards')}
    >
      {numbers.length === 0 ? (
        <CountForm onIssued={setNumbers} />
      ) : (
        <IssuedCards numbers={numbers} onClose={close} />
      )}
    </Modal>
  );
}

function CountForm({ onIssued }: { onIssued: (numbers: readonly string[]) => void }) {
  const { t } = useTranslation();
  const form = useForm<{ count: number | null }, { count: number }>(schema, { count: 30 });
  const issue = useIntention(api.customer.issueCards);
  async function send(event: FormEvent) {
    event.preventDefault();
    const checked = form.check();
    if (checked === null) return;
    const answer = await issue.send(checked);
    if (answer.ok) onIssued(answer.data.cardNumbers);
  }
  return (
    <form onSubmit={(event) => void send(event)} noValidate>
      <Stack gap="lg">
        <div>{t('customer.issueCardsHint')}</div>
        <WholeInput
          label={t('customer.issueCount')}
          data-autofocus
          value={form.values.count}
          error={form.errorOf('count')}
          onChange={(count) => form.set({ count })}
        />
        <ErrorAnswer error={issue.error} />
        <Group justify="flex-end">
          <Button type="submit" loading={issue.isSending}>
            {t('customer.issue')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function IssuedCards({ numbers, onClose }: { numbers: readonly string[]; onClose: () => void }) {
  const { t } = useTranslation();
  const { shop } = useSession();
  return (
    <Stack gap="lg">
      <Group justify="space-between">
        <span>{t('customer.issued', { count: numbers.length })}</span>
        <Group gap="sm">
          <Button leftSection={<IconPrinter size={20} aria-hidden="true" />} onClick={() => window.print()}>
            {t('common.print')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('common.close')}
          </Button>
        </Group>
      </Group>
      <div className={styles.cards}>
        <CardSheet shopName={shop.name} numbers={numbers} />
      </div>
      <PrintSheet>
        <CardSheet shopName={shop.name} numbers={numbers} />
      </PrintSheet>
    </Stack>
  );
}
