/** What the basket costs and why: the subtotal, every discount as its own line, the total, what the bonus leaves. */
import { IconPencil, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { zeroSom } from '../../shared/money.ts';
import { textIn } from '../../shared/text.ts';
import { useFormat, useLanguage } from '../app/language.ts';
import { paidBefore } from './paidBefore.ts';
import { useSelling } from './selling.ts';
import styles from './Totals.module.css';
import { usePaidBeforeWords } from './usePaidBeforeWords.ts';

const keepFocus = (event: { preventDefault: () => void }) => event.preventDefault();

export function Totals() {
  const { t } = useTranslation();
  const format = useFormat();
  const { basket } = useSelling();
  const words = usePaidBeforeWords();
  const totalSom = basket?.totalSom ?? 0;
  const bonusSom = basket?.bonusToSpendSom ?? 0;
  const earnsSom = basket?.bonusToEarnSom ?? 0;
  const savedSom = basket?.savedSom ?? 0;
  const before = paidBefore(basket);
  const isPaidPartly = bonusSom > 0 || before.length > 0;
  const rows =
    (basket?.discounts.length ?? 0) +
    (basket?.coupon ? 1 : 0) +
    (bonusSom > 0 ? 1 : 0) +
    (before.length > 0 ? 1 : 0) +
    (isPaidPartly ? 1 : 0);
  return (
    <section
      className={rows > 2 ? `${styles.totals} ${styles.dense}` : styles.totals}
      aria-label={t('sale.totals.label')}
    >
      <div className={styles.lines}>
        <DiscountLines />
      </div>
      <div className={styles.total}>
        <span className={styles.totalWords}>
          {t('sale.totals.total')}
          {earnsSom > 0 && (
            <span className={styles.earns}>{t('sale.totals.earns', { bonus: format.number(earnsSom) })}</span>
          )}
          {savedSom > 0 && (
            <span className={styles.saved}>{t('sale.totals.saved', { sum: format.number(savedSom) })}</span>
          )}
        </span>
        <output className={`${styles.sum} figures`}>{format.number(totalSom)}</output>
      </div>
      {bonusSom > 0 && (
        <Line words={t('sale.totals.bonus')} sum={format.number(-bonusSom)} off={<BonusOff />} />
      )}
      {isPaidPartly && (
        <>
          {before.length > 0 && (
            <Line
              words={before.map((part) => words(part.kind)).join(' · ')}
              sum={format.number(before.reduce((sum, part) => sum + part.amountSom, 0))}
            />
          )}
          <div className={styles.due}>
            <span>{t('sale.totals.due')}</span>
            <span className="figures">{format.number(basket?.dueSom ?? 0)}</span>
          </div>
        </>
      )}
    </section>
  );
}

function DiscountLines() {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const { basket } = useSelling();
  if (basket === null) return null;
  const isShort = basket.coupon !== null && basket.coupon.amountSom === 0;
  return (
    <>
      {basket.lines.length > 0 && (
        <Line words={t('sale.totals.subtotal')} sum={format.number(basket.grossSom)} />
      )}
      {basket.discounts.map(({ step, reason, amountSom }) => (
        <Line
          key={`${step} ${textIn(reason, 'en')}`}
          words={
            step === 'coupon'
              ? t('sale.coupon.name', { name: textIn(reason, language) })
              : textIn(reason, language)
          }
          sum={format.number(-amountSom)}
          off={step === 'coupon' ? <CouponOff /> : step === 'manual' ? <DiscountEdit /> : null}
        />
      ))}
      {isShort && <ShortCoupon />}
    </>
  );
}

/** On the basket, but the basket is below its minimum: how much is missing, and what a senior may do. */
function ShortCoupon() {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const { basket, show } = useSelling();
  const coupon = basket?.coupon;
  if (coupon === null || coupon === undefined) return null;
  return (
    <div className={styles.short}>
      <span className={styles.words}>
        {t('sale.coupon.name', { name: textIn(coupon.name, language) })}:{' '}
        <strong>{t('sale.coupon.missing', { sum: format.som(coupon.missingSom) })}</strong>
      </span>
      <button
        type="button"
        tabIndex={-1}
        className={styles.goodwill}
        onPointerDown={keepFocus}
        onClick={() => show({ kind: 'goodwill', code: coupon.code })}
      >
        {t('sale.goodwill.open')}
      </button>
      <CouponOff />
    </div>
  );
}

function DiscountEdit() {
  const { t } = useTranslation();
  const { show } = useSelling();
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.off}
      aria-label={t('sale.discount.title')}
      title={t('sale.discount.title')}
      onPointerDown={keepFocus}
      onClick={() => show({ kind: 'discount' })}
    >
      <IconPencil size={18} aria-hidden="true" />
    </button>
  );
}

function CouponOff() {
  const { t } = useTranslation();
  const { change } = useSelling();
  return <Off words={t('sale.coupon.remove')} onClick={() => void change({ kind: 'removeCoupon' })} />;
}

function BonusOff() {
  const { t } = useTranslation();
  const { change } = useSelling();
  return (
    <Off
      words={t('sale.bonus.none')}
      onClick={() => void change({ kind: 'spendBonus', amountSom: zeroSom })}
    />
  );
}

function Off({ words, onClick }: { words: string; onClick: () => void }) {
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.off}
      aria-label={words}
      title={words}
      onPointerDown={keepFocus}
      onClick={onClick}
    >
      <IconX size={18} aria-hidden="true" />
    </button>
  );
}

function Line({ words, sum, off }: { words: string; sum: string; off?: ReactNode }) {
  return (
    <div className={styles.line}>
      <span className={styles.words}>{words}</span>
      {off}
      <span className="figures">{sum}</span>
    </div>
  );
}
