import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/language.ts';
import { providerNames } from '../app/providerNames.ts';
import { ActionKey } from '../ui/KeyCap.tsx';
import type { Attempt } from './basketQueue.ts';
import styles from './PaymentTop.module.css';
import { useSelling } from './selling.ts';

const keepFocus = (event: { preventDefault: () => void }) => event.preventDefault();

export function PaymentParts() {
  const { t } = useTranslation();
  const { payment } = useSelling();
  const { view, heldCashSom } = payment;
  if (view.parts.length === 0 && view.uncertain.length === 0 && heldCashSom === 0) return null;
  return (
    <ul className={styles.parts} aria-label={t('sale.payment.parts')}>
      {heldCashSom > 0 && <HeldCash />}
      {view.parts.map((part) => (
        <Part key={part.id} part={part} />
      ))}
      {view.uncertain.map((part) => (
        <Uncertain key={part.id} part={part} />
      ))}
    </ul>
  );
}

function HeldCash() {
  const { t } = useTranslation();
  const format = useFormat();
  const { payment } = useSelling();
  return (
    <li className={styles.part}>
      <span className={styles.partName}>{t('sale.payment.cash')}</span>
      <button
        type="button"
        tabIndex={-1}
        className={styles.settle}
        onPointerDown={keepFocus}
        onClick={payment.dropHeldCash}
      >
        {t('sale.payment.dropCash')}
      </button>
      <strong className="figures">{format.number(payment.heldCashSom)}</strong>
    </li>
  );
}

function Part({ part }: { part: Attempt }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { payment } = useSelling();
  const isSelected = payment.selectedPart?.id === part.id;
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isSelected) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isSelected]);
  return (
    <li ref={row} className={styles.part} aria-current={isSelected}>
      <span className={styles.partName}>
        {providerNames[part.provider]}
        {part.state === 'taken' && <span className={styles.taken}> · {t('sale.payment.taken')}</span>}
      </span>
      <button
        type="button"
        tabIndex={-1}
        className={styles.settle}
        onPointerDown={keepFocus}
        onClick={() => payment.settle(part, 'notTaken')}
      >
        {t('sale.payment.notTaken')} {isSelected && <ActionKey state="payment" action="voidPayment" />}
      </button>
      <strong className="figures">{format.number(part.amountSom)}</strong>
    </li>
  );
}

/** Begun before the page was loaded anew: a person looks at the terminal and says what became of it. */
function Uncertain({ part }: { part: Attempt }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { payment } = useSelling();
  return (
    <li className={styles.uncertain} role="alert">
      <span className={styles.uncertainWords}>
        <strong>
          {providerNames[part.provider]} {format.som(part.amountSom)}
        </strong>{' '}
        {t('sale.payment.uncertain')}
      </span>
      <span className={styles.uncertainButtons}>
        <button
          type="button"
          tabIndex={-1}
          className={styles.settle}
          onPointerDown={keepFocus}
          onClick={() => payment.settle(part, 'taken')}
        >
          {t('sale.payment.wasTaken')}
        </button>
        <button
          type="button"
          tabIndex={-1}
          className={styles.settle}
          onPointerDown={keepFocus}
          onClick={() => payment.settle(part, 'notTaken')}
        >
          {t('sale.payment.wasNotTaken')}
        </button>
      </span>
    </li>
  );
}
