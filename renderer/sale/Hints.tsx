/** Under the basket: what it brings besides money off, at most two promotions within reach, and the way to all of them. */
import { IconBulb, IconGift, IconListDetails } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Basket } from '../../shared/sale/basketContract.ts';
import { textIn } from '../../shared/text.ts';
import { useFormat, useLanguage } from '../app/language.ts';
import styles from './Hints.module.css';
import { useSelling } from './selling.ts';

type Hint = Basket['hints'][number];

export function Hints() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { basket, show } = useSelling();
  if (basket === null) return null;
  const { hints, rewards, discounts } = basket;
  if (hints.length === 0 && rewards.length === 0 && discounts.length === 0) return null;
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.hints}
      title={t('sale.explain.open')}
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => show({ kind: 'explain' })}
    >
      {rewards.map(({ name, text }) => (
        <span key={`${textIn(name, 'en')} ${textIn(text, 'en')}`} className={styles.hint}>
          <IconGift size={20} aria-hidden="true" />
          <strong className={styles.words}>{textIn(text, language)}</strong>
        </span>
      ))}
      {hints.map((hint) => (
        <HintWords key={hint.promotionId} hint={hint} />
      ))}
      {hints.length === 0 && (
        <span className={styles.hint}>
          <IconListDetails size={20} aria-hidden="true" />
          {t('sale.explain.open')}
        </span>
      )}
    </button>
  );
}

/** "12 000 soʻm more: −10 %" */
function HintWords({ hint }: { hint: Hint }) {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const gives = textIn(hint.gives, language);
  const missing =
    hint.missingSom > 0
      ? t('sale.hint.som', { sum: format.som(hint.missingSom) })
      : t('sale.hint.pieces', { quantity: format.quantity(hint.missingThousandths) });
  return (
    <span className={styles.hint} title={textIn(hint.name, language)}>
      <IconBulb size={20} aria-hidden="true" />
      <span className={styles.words}>
        {missing}: <strong>{gives}</strong>
      </span>
    </span>
  );
}
