/** How much a gift is: round sums on keys as far as the budget goes, or any other sum typed. */
import { useTranslation } from 'react-i18next';
import { giftChips } from '../../shared/loyalty/surprise.ts';
import type { Som } from '../../shared/money.ts';
import { useFormat } from '../app/language.ts';
import { MoneyInput } from '../ui/MoneyInput.tsx';
import styles from './Surprise.module.css';

interface GiftAmountProps {
  readonly leftSom: Som;
  readonly amountSom: Som | null;
  readonly error: string | null;
  readonly onAmount: (amountSom: Som | null) => void;
}

export function GiftAmount({ leftSom, amountSom, error, onAmount }: GiftAmountProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const chips = giftChips(leftSom);
  return (
    <div>
      {chips.length > 0 && (
        <fieldset className={styles.amounts}>
          <legend>{t('loyalty.gift.amount')}</legend>
          {chips.map((chip) => (
            <button
              key={chip}
              type="button"
              className={`${styles.key} figures`}
              aria-pressed={chip === amountSom}
              onClick={() => onAmount(chip)}
            >
              {format.number(chip)}
            </button>
          ))}
        </fieldset>
      )}
      <MoneyInput
        w={240}
        mt={chips.length > 0 ? 'sm' : undefined}
        label={chips.length > 0 ? t('loyalty.gift.otherAmount') : t('loyalty.gift.amount')}
        data-autofocus
        error={error}
        value={amountSom}
        onChange={onAmount}
      />
    </div>
  );
}
