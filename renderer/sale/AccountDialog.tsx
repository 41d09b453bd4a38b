/** What lies on the customer's account pays here: an amount or all that may be, with approval where no card is shown. */
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Som, zeroSom } from '../../shared/money.ts';
import type { TillError } from '../app/answer.ts';
import { useFormat } from '../app/language.ts';
import { ApprovalFields, useApproval } from '../staff/ApprovalFields.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { MoneyInput } from '../ui/MoneyInput.tsx';
import { useSelling } from './selling.ts';

export function AccountDialog() {
  const { t } = useTranslation();
  const format = useFormat();
  const { basket, queue, show, say } = useSelling();
  const approval = useApproval('loyalty.spendOverLimit');
  const [error, setError] = useState<TillError | null>(null);
  const atMostSom = basket?.storeCreditAtMostSom ?? zeroSom;
  const paysSom = basket?.storeCreditPaysSom ?? zeroSom;
  const [amountSom, setAmount] = useState<Som | null>(paysSom > 0 ? paysSom : atMostSom);
  const needsCard = error?.code === 'BonusNeedsCard';

  const spend = async (sum: Som) => {
    const answer = await queue.change(
      { kind: 'spendStoreCredit', amountSom: sum },
      needsCard ? approval.approval : undefined,
    );
    if (!answer.ok) return setError(answer.error);
    say(null);
    show(null);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (amountSom !== null) void spend(amountSom);
  };
  return (
    <Modal opened onClose={() => show(null)} title={t('sale.account.title')}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <Text>
            {t('sale.account.has', {
              sum: format.som(basket?.customer?.storeCreditSom ?? 0),
              most: format.som(atMostSom),
            })}
          </Text>
          <MoneyInput
            data-autofocus
            size="lg"
            label={t('sale.account.amount')}
            value={amountSom}
            onChange={setAmount}
            onFocus={(event) => event.currentTarget.select()}
          />
          <ErrorAnswer error={error} />
          {needsCard && <ApprovalFields state={approval} takesFocus />}
          <Group justify="space-between" gap="sm">
            <Button variant="subtle" color="gray" onClick={() => void spend(zeroSom)}>
              {t('sale.account.none')}
            </Button>
            <Button type="submit" disabled={amountSom === null}>
              {t('sale.account.spend')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
