/** A gift card that pays here: its code, scanned or typed, and how much of it. */
import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCode } from '../../shared/code.ts';
import type { Som } from '../../shared/money.ts';
import type { Basket } from '../../shared/sale/basketContract.ts';
import type { TillError } from '../app/answer.ts';
import { useFormat } from '../app/language.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { MoneyInput } from '../ui/MoneyInput.tsx';
import { useSelling } from './selling.ts';

export function GiftCardDialog() {
  const { t } = useTranslation();
  const { basket, queue, show, say } = useSelling();
  const card = basket?.giftCard ?? null;
  const [typed, setTyped] = useState('');
  const [amountSom, setAmount] = useState<Som | null>(null);
  const [error, setError] = useState<TillError | null>(null);
  const code = card?.number ?? typed.trim();

  const pay = async (event: FormEvent) => {
    event.preventDefault();
    const answer = await queue.change({ kind: 'payByGiftCard', code, amountSom });
    if (!answer.ok) return setError(answer.error);
    say(null);
    show(null);
  };
  const remove = async () => {
    const answer = await queue.change({ kind: 'removeGiftCard' });
    if (answer.ok) show(null);
    else setError(answer.error);
  };
  return (
    <Modal opened onClose={() => show(null)} title={t('sale.giftCard.title')}>
      <form onSubmit={(event) => void pay(event)}>
        <Stack gap="md">
          <WhichCard card={card} typed={typed} onType={setTyped} />
          <MoneyInput
            {...(card === null ? {} : { 'data-autofocus': true })}
            size="lg"
            label={t('sale.giftCard.amount')}
            description={t('sale.giftCard.all')}
            value={amountSom}
            onChange={setAmount}
          />
          <ErrorAnswer error={error} />
          <Group justify="space-between" gap="sm">
            {card === null ? (
              <span />
            ) : (
              <Button variant="subtle" color="gray" onClick={() => void remove()}>
                {t('sale.giftCard.remove')}
              </Button>
            )}
            <Button type="submit" disabled={code === ''}>
              {t('sale.giftCard.pay')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

interface WhichCardProps {
  card: Basket['giftCard'];
  typed: string;
  onType: (typed: string) => void;
}

/** The card that is on the basket already, or the field for its code. */
function WhichCard({ card, typed, onType }: WhichCardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (card !== null) {
    return (
      <Text>
        {t('sale.giftCard.has', { code: formatCode(card.number), sum: format.som(card.balanceSom) })}
      </Text>
    );
  }
  return (
    <TextInput
      data-autofocus
      size="lg"
      label={t('sale.giftCard.code')}
      description={t('sale.giftCard.how')}
      value={typed}
      maxLength={40}
      autoComplete="off"
      onChange={(event) => onType(event.currentTarget.value)}
    />
  );
}
