/** What pays before money does, and what is given on top, above the parts of the payment. */
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/language.ts';
import styles from './BeforeMoney.module.css';
import { type PaidBefore, paidBefore } from './paidBefore.ts';
import { useSelling } from './selling.ts';
import { usePaidBeforeWords } from './usePaidBeforeWords.ts';

const keepFocus = (event: { preventDefault: () => void }) => event.preventDefault();

/** Small, because the notes are what the cashier looks at. */
export function BeforeMoney() {
  const { t } = useTranslation();
  const format = useFormat();
  const { basket, change } = useSelling();
  const words = usePaidBeforeWords();
  const before = paidBefore(basket);
  if (before.length === 0) return null;
  return (
    <ul className={styles.before} aria-label={t('sale.payment.other')}>
      {before.map((part) => (
        <li key={part.kind} title={words(part.kind)}>
          <span>
            {part.kind === 'exchange' ? t('ui.keys.returnGoods') : t(`ui.keys.${keyOf[part.kind]}`)}
          </span>
          <strong className="figures">{format.number(part.amountSom)}</strong>
          <button
            type="button"
            tabIndex={-1}
            aria-label={`${t('sale.totals.remove')}: ${words(part.kind)}`}
            onPointerDown={keepFocus}
            onClick={() => void change(part.remove)}
          >
            <IconX size={18} aria-hidden="true" />
          </button>
        </li>
      ))}
    </ul>
  );
}

const keyOf = {
  giftCard: 'giftCard',
  account: 'account',
  debt: 'sellOnCredit',
  donation: 'roundUp',
} as const satisfies Readonly<Record<Exclude<PaidBefore['kind'], 'exchange'>, string>>;
