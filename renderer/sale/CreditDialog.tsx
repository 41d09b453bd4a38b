/** Nasiya: all that is left, or a part of it, is paid later; above what the customer may owe a second person allows it. */
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addSom, type Som, zeroSom } from '../../shared/money.ts';
import type { Basket } from '../../shared/sale/basketContract.ts';
import { type BusinessDay, isBusinessDay } from '../../shared/time.ts';
import type { TillError } from '../app/answer.ts';
import { useFormat } from '../app/language.ts';
import { ApprovalFields, useApproval } from '../staff/ApprovalFields.tsx';
import { DayInput } from '../ui/DayInput.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { MoneyInput } from '../ui/MoneyInput.tsx';
import { useSelling } from './selling.ts';

/** Refusals that a person who may lifts in place. */
const lifted: readonly string[] = ['DebtNotAllowed', 'DebtAboveLimit', 'DebtOverdue'];

export function CreditDialog() {
  const { t } = useTranslation();
  const { basket, queue, show, say } = useSelling();
  const approval = useApproval('credit.overLimit');
  const [error, setError] = useState<TillError | null>(null);
  const debt = basket?.debt ?? null;
  const [amountSom, setAmount] = useState<Som | null>(debt?.amountSom ?? null);
  const [dueOn, setDueOn] = useState<string | null>(debt?.dueOn ?? basket?.debtDueOn ?? null);
  const isLifted = error !== null && lifted.includes(error.code);

  const send = async (sum: Som | null) => {
    const day = dueOn !== null && isBusinessDay(dueOn) ? (dueOn as BusinessDay) : null;
    const answer = await queue.change(
      { kind: 'sellOnCredit', amountSom: sum, dueOn: day },
      isLifted ? approval.approval : undefined,
    );
    if (!answer.ok) return setError(answer.error);
    say(null);
    show(null);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send(amountSom);
  };
  return (
    <Modal opened onClose={() => show(null)} title={t('sale.credit.title')}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <WhatIsOwed basket={basket} />
          <MoneyInput
            data-autofocus
            size="lg"
            label={t('sale.credit.amount')}
            description={t('sale.credit.all')}
            value={amountSom}
            onChange={setAmount}
          />
          <DayInput size="lg" label={t('sale.credit.dueOn')} value={dueOn} onChange={setDueOn} />
          <ErrorAnswer error={error} />
          {isLifted && <ApprovalFields state={approval} takesFocus />}
          <Group justify="space-between" gap="sm">
            <Button variant="subtle" color="gray" disabled={debt === null} onClick={() => void send(zeroSom)}>
              {t('sale.credit.none')}
            </Button>
            <Button type="submit" disabled={dueOn === null || (isLifted && !approval.isReady)}>
              {t('sale.credit.sell')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** What is left to pay here, what the customer owes already, and how much more they may take. */
function WhatIsOwed({ basket }: { basket: Basket | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const customer = basket?.customer ?? null;
  const leftSom = addSom(basket?.dueSom ?? zeroSom, basket?.debt?.amountSom ?? zeroSom);
  return (
    <div>
      <Text>{t('sale.credit.left', { sum: format.som(leftSom) })}</Text>
      <Text>
        {t('sale.credit.owes', {
          sum: format.som(customer?.debtSom ?? 0),
          more: format.som(basket?.debtAtMostSom ?? 0),
        })}
      </Text>
      {(customer?.overdueSom ?? 0) > 0 && (
        <Text c="var(--danger)">
          {t('sale.credit.overdue', { sum: format.som(customer?.overdueSom ?? 0) })}
        </Text>
      )}
    </div>
  );
}
