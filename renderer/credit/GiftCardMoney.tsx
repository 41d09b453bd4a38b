/** The sum that goes on a gift card and the money it is bought with: for a new card and for one that is topped up. */
import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Money } from '../../shared/credit/giftCardContract.ts';
import { type Som, som } from '../../shared/money.ts';
import { useFormat } from '../app/language.ts';
import { MoneyInput } from '../ui/MoneyInput.tsx';
import { MoneyFields } from './MoneyFields.tsx';
import { cashBalance, cashTyped, newMoneyOf } from './moneyTyped.ts';

/** What people give each other. */
const usualSums = [50_000, 100_000, 200_000, 500_000].map(som);

export interface GiftCardMoneyState {
  readonly amountSom: Som | null;
  readonly setAmount: (amountSom: Som | null) => void;
  readonly money: typeof cashTyped;
  readonly setMoney: (money: typeof cashTyped) => void;
  readonly isTried: boolean;
  /** What is sent, or null: then the fields say what is missing. */
  readonly check: () => { readonly amountSom: Som; readonly money: Money } | null;
}

export function useGiftCardMoney(): GiftCardMoneyState {
  const [amountSom, setAmount] = useState<Som | null>(null);
  const [money, setMoney] = useState(cashTyped);
  const [isTried, setTried] = useState(false);
  const check = () => {
    setTried(true);
    if (amountSom === null || amountSom === 0 || cashBalance(money, amountSom).missingSom > 0) return null;
    return { amountSom, money: newMoneyOf(money, amountSom) };
  };
  return { amountSom, setAmount, money, setMoney, isTried, check };
}

export function GiftCardMoney({ state }: { state: GiftCardMoneyState }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { amountSom, setAmount, money, setMoney, isTried } = state;
  const isMissing = isTried && (amountSom === null || amountSom === 0);
  return (
    <Stack gap="md">
      <MoneyInput
        label={t('credit.giftCard.amount')}
        size="lg"
        data-autofocus
        value={amountSom}
        error={isMissing ? t('ui.field.required') : undefined}
        onChange={setAmount}
      />
      <Group gap="sm" grow>
        {usualSums.map((sum) => (
          <Button key={sum} variant={sum === amountSom ? 'filled' : 'default'} onClick={() => setAmount(sum)}>
            {format.number(sum)}
          </Button>
        ))}
      </Group>
      <MoneyFields typed={money} amountSom={amountSom} accountSom={null} onChange={setMoney} />
    </Stack>
  );
}
