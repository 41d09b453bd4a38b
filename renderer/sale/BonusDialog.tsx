/** How much bonus the customer wants to spend here: an amount or all; more than may be is refused with the number. */
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Som, som } from '../../shared/money.ts';
import type { TillError } from '../app/answer.ts';
import { useFormat } from '../app/language.ts';
import { ApprovalFields, useApproval } from '../staff/ApprovalFields.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { MoneyInput } from '../ui/MoneyInput.tsx';
import { useSelling } from './selling.ts';

export function BonusDialog() {
  const { t } = useTranslation();
  const format = useFormat();
  const { basket, queue, show, say } = useSelling();
  const approval = useApproval('loyalty.spendOverLimit');
  const [error, setError] = useState<TillError | null>(null);
  const [isSending, setSending] = useState(false);
  const atMostSom = basket?.bonusAtMostSom ?? som(0);
  const [amountSom, setAmount] = useState<Som | null>(
    basket !== null && basket.bonusToSpendSom > 0 ? basket.bonusToSpendSom : atMostSom,
  );
  const needsCard = error?.code === 'BonusNeedsCard';

  const spend = async (sum: Som) => {
    setSending(true);
    const answer = await queue.change(
      { kind: 'spendBonus', amountSom: sum },
      needsCard ? approval.approval : undefined,
    );
    setSending(false);
    if (!answer.ok) return setError(answer.error);
    say(null);
    show(null);
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (amountSom !== null) void spend(amountSom);
  };

  return (
    <Modal opened onClose={() => show(null)} title={t('sale.bonus.title')}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <HowMuch />
          <Group gap="sm" align="flex-end" wrap="nowrap">
            <MoneyInput
              data-autofocus
              size="lg"
              style={{ flex: 1 }}
              label={t('sale.bonus.amount')}
              value={amountSom}
              onChange={setAmount}
              onFocus={(event) => event.currentTarget.select()}
            />
            <Button
              size="lg"
              variant="default"
              onClick={() => void spend(atMostSom)}
              disabled={atMostSom === 0}
            >
              {t('sale.bonus.all', { sum: format.number(atMostSom) })}
            </Button>
          </Group>
          <ErrorAnswer error={error} />
          {needsCard && <ApprovalFields state={approval} takesFocus />}
          <Group justify="space-between" gap="sm">
            <Button variant="subtle" color="gray" onClick={() => void spend(som(0))}>
              {t('sale.bonus.none')}
            </Button>
            <Button type="submit" loading={isSending} disabled={amountSom === null}>
              {t('sale.bonus.spend')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** What the customer has, and how much of it may pay here. */
function HowMuch() {
  const { t } = useTranslation();
  const format = useFormat();
  const { basket } = useSelling();
  const bonus = format.number(basket?.customer?.bonusSom ?? 0);
  const most = format.number(basket?.bonusAtMostSom ?? 0);
  return <Text>{t('sale.bonus.has', { bonus, most })}</Text>;
}
