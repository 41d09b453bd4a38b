/** Whether a gift card pays, as a badge. */
import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { GiftCardShown } from '../../shared/credit/giftCardContract.ts';
import { useSession } from '../app/session.tsx';
import { giftCardState } from './giftCardState.ts';

const colours = { pays: 'green', empty: 'gray', expired: 'amber', blocked: 'red' } as const;

export function GiftCardBadge({ card }: { card: GiftCardShown }) {
  const { t } = useTranslation();
  const { businessDay } = useSession().shop;
  const state = giftCardState(card, businessDay);
  return <Badge color={colours[state]}>{t(`credit.cardState.${state}`)}</Badge>;
}
