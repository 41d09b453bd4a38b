/** The shelf says less than the till: the customer gets the shelf's price, within the shop's limit or with approval. */
import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../shared/actor.ts';
import { lineAmount, type Som, som, subtractSom } from '../../shared/money.ts';
import type { Basket } from '../../shared/sale/basketContract.ts';
import { textIn } from '../../shared/text.ts';
import type { TillError } from '../app/answer.ts';
import { api } from '../app/api.ts';
import { useFormat, useLanguage } from '../app/language.ts';
import { useMayRole } from '../app/session.tsx';
import { useTill } from '../app/useTill.ts';
import { ApprovalFields, useApprovalBy } from '../staff/ApprovalFields.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { MoneyInput } from '../ui/MoneyInput.tsx';
import { useSelling } from './selling.ts';

type Line = Extract<Basket['lines'][number], { kind: 'product' }>;

/** What a line loses at the price of the shelf. */
function lostSom({ priceSom, quantityThousandths }: Line, shelfSom: Som): Som {
  return lineAmount(som(Math.max(0, subtractSom(priceSom, shelfSom))), quantityThousandths);
}

/** Within the limit whoever may take a shelf price needs nobody; above it another right. */
function useShelfAllowance(line: Line, shelfSom: Som | null) {
  const limitSom = useTill(api.shop.settings, {}).data?.shelfPriceLimitSom ?? null;
  const mayRole = useMayRole();
  const isAbove = limitSom !== null && shelfSom !== null && lostSom(line, shelfSom) > limitSom;
  const action = isAbove ? 'sale.shelfPriceAbove' : 'sale.shelfPrice';
  const mayGrant = (role: Role) => mayRole(role, action);
  return { limitSom, approval: useApprovalBy(mayGrant) };
}

export function ShelfPriceForm({ line }: { line: Line }) {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const { queue, show, say } = useSelling();
  const [priceSom, setPrice] = useState<Som | null>(line.shelfPriceSom);
  const [error, setError] = useState<TillError | null>(null);
  const { limitSom, approval } = useShelfAllowance(line, priceSom);
  const isReady = priceSom !== null && priceSom < line.priceSom && approval.isReady;
  const send = async (shelfSom: Som | null) => {
    const { lineId } = line;
    const answer = await queue.change({ kind: 'shelfPrice', lineId, priceSom: shelfSom }, approval.approval);
    if (!answer.ok) return setError(answer.error);
    say(null);
    show(null);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) void send(priceSom);
      }}
    >
      <Stack gap="md">
        <Text>
          {textIn(line.name, language)} · {t('sale.shelf.tillPrice', { sum: format.som(line.priceSom) })}
        </Text>
        <MoneyInput
          data-autofocus
          autoFocus
          size="lg"
          label={t('sale.shelf.price')}
          value={priceSom}
          onChange={setPrice}
        />
        {limitSom !== null && (
          <Text size="sm" c="var(--muted)">
            {t('sale.shelf.limit', { sum: format.som(limitSom) })}
          </Text>
        )}
        {priceSom !== null && priceSom < line.priceSom && <ApprovalFields state={approval} />}
        <ErrorAnswer error={error} />
        <Group justify="space-between">
          {line.shelfPriceSom === null ? (
            <span />
          ) : (
            <Button variant="default" onClick={() => void send(null)}>
              {t('sale.shelf.remove')}
            </Button>
          )}
          <Group gap="sm">
            <Button variant="default" onClick={() => show(null)}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" disabled={!isReady}>
              {t('sale.shelf.give')}
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}
