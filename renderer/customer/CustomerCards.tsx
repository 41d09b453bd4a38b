/** The cards of one customer: a lost one is blocked or replaced, and the account stays; and joining two who are one person. */
import { Badge, Button, Group, Modal, Stack, Table, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../../shared/customer/contract.ts';
import { api } from '../app/api.ts';
import { useMay } from '../app/session.tsx';
import { useIntention } from '../app/useTill.ts';
import { ApprovalFields, useApproval } from '../staff/ApprovalFields.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { MergeCustomer } from './MergeCustomer.tsx';
import { PrintCard } from './PrintCard.tsx';

type Question =
  | { readonly kind: 'block' | 'replace' | 'print'; readonly number: string }
  | { readonly kind: 'merge' };

export function CustomerCards({ customer }: { customer: Customer }) {
  const { t } = useTranslation();
  const mayMerge = useMay('customer.merge');
  const [question, ask] = useState<Question | null>(null);
  const close = () => ask(null);
  const numbers = [
    ...customer.cardNumbers.map((number) => ({ number, isBlocked: false })),
    ...customer.blockedCards.map((number) => ({ number, isBlocked: true })),
  ];
  return (
    <Stack gap="md">
      {numbers.length === 0 ? (
        <Text c="dimmed">{t('customer.cards.none')}</Text>
      ) : (
        <Table>
          <Table.Tbody>
            {numbers.map((card) => (
              <CardRow key={card.number} {...card} ask={ask} />
            ))}
          </Table.Tbody>
        </Table>
      )}
      {mayMerge && (
        <Group>
          <Button variant="default" onClick={() => ask({ kind: 'merge' })}>
            {t('customer.merge.open')}
          </Button>
        </Group>
      )}
      {question?.kind === 'block' && (
        <BlockQuestion customerId={customer.id} number={question.number} onClose={close} />
      )}
      {question?.kind === 'replace' && (
        <ReplaceQuestion customerId={customer.id} number={question.number} onClose={close} />
      )}
      {question?.kind === 'print' && <PrintCard number={question.number} onClose={close} />}
      {question?.kind === 'merge' && <MergeCustomer into={customer} onClose={close} />}
    </Stack>
  );
}

interface CardRowProps {
  number: string;
  isBlocked: boolean;
  ask: (question: Question) => void;
}

function CardRow({ number, isBlocked, ask }: CardRowProps) {
  const { t } = useTranslation();
  const mayBlock = useMay('customer.blockCard');
  return (
    <Table.Tr>
      <Table.Td className="figures">{number}</Table.Td>
      <Table.Td>{isBlocked && <Badge color="gray">{t('customer.cards.blocked')}</Badge>}</Table.Td>
      <Table.Td>
        {!isBlocked && (
          <Group gap="sm" justify="flex-end">
            <Button size="compact-md" variant="default" onClick={() => ask({ kind: 'print', number })}>
              {t('customer.cards.print')}
            </Button>
            {mayBlock && <LostButtons number={number} ask={ask} />}
          </Group>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function LostButtons({ number, ask }: Pick<CardRowProps, 'number' | 'ask'>) {
  const { t } = useTranslation();
  return (
    <>
      <Button size="compact-md" variant="default" onClick={() => ask({ kind: 'replace', number })}>
        {t('customer.cards.replace')}
      </Button>
      <Button
        size="compact-md"
        variant="default"
        c="var(--danger)"
        onClick={() => ask({ kind: 'block', number })}
      >
        {t('customer.cards.block')}
      </Button>
    </>
  );
}

interface QuestionProps {
  customerId: string;
  number: string;
  onClose: () => void;
}

function BlockQuestion({ customerId, number, onClose }: QuestionProps) {
  const { t } = useTranslation();
  const block = useIntention(api.customer.blockCard);
  const confirm = async () => {
    const answer = await block.send({ customerId, cardNumber: number });
    if (answer.ok) onClose();
  };
  return (
    <ConfirmDialog
      isOpen
      isDangerous
      title={t('customer.cards.blockTitle', { number })}
      action={t('customer.cards.block')}
      isBusy={block.isSending}
      onConfirm={() => void confirm()}
      onCancel={onClose}
    >
      <Text>{t('customer.cards.blockHint')}</Text>
      <ErrorAnswer error={block.error} />
    </ConfirmDialog>
  );
}

/** The new card is scanned into the field or typed from its number. */
function ReplaceQuestion({ customerId, number, onClose }: QuestionProps) {
  const { t } = useTranslation();
  const replace = useIntention(api.customer.replaceCard);
  const approval = useApproval('customer.change');
  const [newNumber, setNumber] = useState('');
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const answer = await replace.send({
      customerId,
      oldNumber: number,
      newNumber: newNumber.trim(),
      approval: approval.approval,
    });
    if (answer.ok) onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('customer.cards.replaceTitle', { number })}>
      <form onSubmit={(event) => void save(event)}>
        <Stack gap="md">
          <Text>{t('customer.cards.replaceHint')}</Text>
          <TextInput
            data-autofocus
            label={t('customer.cards.newNumber')}
            inputMode="numeric"
            autoComplete="off"
            maxLength={20}
            value={newNumber}
            onChange={(event) => setNumber(event.currentTarget.value)}
          />
          <ApprovalFields state={approval} />
          <ErrorAnswer error={replace.error} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button
              type="submit"
              loading={replace.isSending}
              disabled={newNumber.trim() === '' || !approval.isReady}
            >
              {t('customer.cards.replace')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
