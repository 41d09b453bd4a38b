/** Why somebody gets a gift: five occasions, each with one touch. */
import { useTranslation } from 'react-i18next';
import { type GiftOccasion, giftOccasions } from '../../shared/loyalty/surprise.ts';
import styles from './Surprise.module.css';

interface GiftOccasionsProps {
  readonly occasion: GiftOccasion | null;
  readonly onOccasion: (occasion: GiftOccasion) => void;
}

export function GiftOccasions({ occasion, onOccasion }: GiftOccasionsProps) {
  const { t } = useTranslation();
  return (
    <fieldset className={styles.occasions}>
      <legend>{t('loyalty.gift.why')}</legend>
      {giftOccasions.map((each) => (
        <button
          key={each}
          type="button"
          className={styles.key}
          aria-pressed={each === occasion}
          onClick={() => onOccasion(each)}
        >
          {t(`loyalty.gift.occasion.${each}`)}
        </button>
      ))}
    </fieldset>
  );
}
