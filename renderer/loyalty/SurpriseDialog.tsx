/** "Surprise and delight": a small gift of bonus for the customer at the counter, out of the month's budget. */
import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { IconGift } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type GiftOccasion, largestGiftSom } from '../../shared/loyalty/surprise.ts';
import { type Som, som } from '../../shared/money.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { useMayRole } from '../app/session.tsx';
import { useIntention, useTill } from '../app/useTill.ts';
import { type ApprovalState, useApprovalBy } from '../staff/ApprovalFields.tsx';
import { SecondPerson } from '../staff/SecondPerson.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { GiftAmount } from './GiftAmount.tsx';
import { GiftOccasions } from './GiftOccasions.tsx';

export interface SurpriseDialogProps {
  readonly customer: { readonly id: string; readonly name: string; readonly isRegistered: boolean };
  /** Hears the words of what was given. */
  readonly onGiven: (words: string) => void;
  readonly onClose: () => void;
}

export function SurpriseDialog({ customer, onGiven, onClose }: SurpriseDialogProps) {
  const { t } = useTranslation();
  const budget = useTill(api.loyalty.giftBudget, {}, { forgets: true });
  const name = customer.name === '' ? t('customer.noName') : customer.name;
  return (
    <Modal opened onClose={onClose} size={640} title={t('loyalty.gift.title', { name })}>
      {!customer.isRegistered && <Text>{t('loyalty.gift.needsPhone')}</Text>}
      <ErrorAnswer error={budget.error} />
      {customer.isRegistered && budget.data !== undefined && (
        <GiftForm
          customerId={customer.id}
          name={name}
          budgetSom={budget.data.budgetSom}
          leftSom={budget.data.leftSom}
          onGiven={onGiven}
          onClose={onClose}
        />
      )}
    </Modal>
  );
}

/** Somebody else stands for what the budget no longer holds; where nobody can, it is done and shown to the owner. */
function useGiftApproval(isAbove: boolean): ApprovalState {
  const mayRole = useMayRole();
  const second = useApprovalBy((role) => mayRole(role, 'loyalty.giveGiftAbove'), isAbove);
  return second.people.length > 0 ? second : { ...second, isNeeded: false, isReady: true };
}

interface GiftFormProps extends Pick<SurpriseDialogProps, 'onGiven' | 'onClose'> {
  readonly customerId: string;
  readonly name: string;
  readonly budgetSom: Som;
  readonly leftSom: Som;
}

function GiftForm({ customerId, name, budgetSom, leftSom, onGiven, onClose }: GiftFormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const give = useIntention(api.loyalty.giveGift);
  const [amountSom, setAmount] = useState<Som | null>(null);
  const [occasion, setOccasion] = useState<GiftOccasion | null>(null);
  const [words, setWords] = useState('');
  const isAbove = amountSom !== null && amountSom > leftSom;
  const approval = useGiftApproval(isAbove);
  const isTooLarge = amountSom !== null && amountSom > largestGiftSom;
  const isSaid = occasion !== null && (occasion !== 'other' || words.trim() !== '');
  const isReady = amountSom !== null && amountSom > 0 && !isTooLarge && isSaid && approval.isReady;
  const send = async () => {
    if (!isReady || amountSom === null || occasion === null) return;
    const stands = isAbove && approval.approval !== undefined ? { approval: approval.approval } : {};
    const answer = await give.send({ customerId, amountSom, occasion, words, ...stands });
    if (answer.ok) onGiven(t('loyalty.gift.given', { name, sum: format.number(amountSom) }));
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Stack gap="md">
        <Left budgetSom={budgetSom} leftSom={leftSom} />
        <GiftAmount
          leftSom={leftSom}
          amountSom={amountSom}
          error={isTooLarge ? t('loyalty.gift.tooLarge', { sum: format.som(largestGiftSom) }) : null}
          onAmount={setAmount}
        />
        <GiftOccasions occasion={occasion} onOccasion={setOccasion} />
        {occasion === 'other' && (
          <TextInput
            label={t('loyalty.gift.words')}
            autoFocus
            maxLength={120}
            autoComplete="off"
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
        )}
        {isAbove && <SecondPerson state={approval} />}
        <ErrorAnswer error={give.error} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            type="submit"
            leftSection={<IconGift size={20} aria-hidden="true" />}
            loading={give.isSending}
            disabled={!isReady}
          >
            {t('loyalty.gift.give')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** What may still be given without asking anybody. */
function Left({ budgetSom, leftSom }: Pick<GiftFormProps, 'budgetSom' | 'leftSom'>) {
  const { t } = useTranslation();
  const format = useFormat();
  if (budgetSom === som(0)) return <Text>{t('loyalty.gift.noBudget')}</Text>;
  if (leftSom === som(0)) return <Text>{t('loyalty.gift.nothingLeft')}</Text>;
  return <Text fw={600}>{t('loyalty.gift.left', { sum: format.som(leftSom) })}</Text>;
}
