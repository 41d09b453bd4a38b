/** The words for what pays before money does, with the names and days that the basket knows. */
import { useTranslation } from 'react-i18next';
import { textIn } from '../../shared/text.ts';
import { useFormat, useLanguage } from '../app/language.ts';
import type { PaidBefore } from './paidBefore.ts';
import { useSelling } from './selling.ts';

export function usePaidBeforeWords(): (kind: PaidBefore['kind']) => string {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const { basket } = useSelling();
  return (kind) => {
    switch (kind) {
      case 'exchange':
        return t('sale.exchange.returned', { number: basket?.exchange?.number ?? 0 });
      case 'giftCard':
        return t('sale.totals.giftCard');
      case 'account':
        return t('sale.totals.account');
      case 'debt':
        return t('sale.totals.debt', {
          day: basket === null || basket.debt === null ? '' : format.day(basket.debt.dueOn),
        });
      case 'donation':
        return t('sale.totals.donation', {
          name: basket === null || basket.donation === null ? '' : textIn(basket.donation.name, language),
        });
    }
  };
}
