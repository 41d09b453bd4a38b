/** The lines of the basket: what, how many, for how much; the selected one with a bar, an unknown code in red. */
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Format } from '../../shared/format.ts';
import type { Basket } from '../../shared/sale/basketContract.ts';
import { textIn } from '../../shared/text.ts';
import { useFormat, useLanguage } from '../app/language.ts';
import styles from './BasketList.module.css';
import { EmptyBasket } from './EmptyBasket.tsx';
import { useSelling } from './selling.ts';
import { UnknownRow } from './UnknownRow.tsx';

type Line = Basket['lines'][number];
export type ProductLine = Extract<Line, { kind: 'product' }>;

export function BasketList() {
  const { t } = useTranslation();
  const { basket, payment } = useSelling();
  const lines = basket?.lines ?? [];
  return (
    <section
      className={payment.isOpen ? `${styles.basket} ${styles.dimmed}` : styles.basket}
      aria-label={t('sale.basket.label')}
    >
      {lines.length === 0 ? (
        <EmptyBasket />
      ) : (
        <>
          <div className={styles.head} aria-hidden="true">
            <span>#</span>
            <span>{t('sale.basket.product')}</span>
            <span className={styles.right}>{t('sale.basket.quantity')}</span>
            <span className={styles.right}>{t('sale.basket.price')}</span>
            <span className={styles.right}>{t('sale.basket.total')}</span>
          </div>
          <div className={styles.rows} role="listbox" aria-label={t('sale.basket.lines')} tabIndex={-1}>
            {lines.map((line, place) => (
              <Row key={line.lineId} line={line} number={place + 1} />
            ))}
          </div>
        </>
      )}
    </section>
  );
}

function Row({ line, number }: { line: Line; number: number }) {
  const { selectedId, select, touched, quantity, takeQuantity } = useSelling();
  const row = useRef<HTMLDivElement>(null);
  const isSelected = line.lineId === selectedId;
  useEffect(() => {
    if (isSelected) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isSelected]);
  const isTouched = touched?.lineId === line.lineId;
  const look = [
    styles.row,
    line.kind === 'unknown' ? styles.unknown : '',
    isTouched ? (touched.count % 2 === 0 ? styles.touchedEven : styles.touchedOdd) : '',
  ].join(' ');
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: arrow keys choose the line while the field keeps the focus
    <div
      ref={row}
      className={look}
      role="option"
      tabIndex={-1}
      aria-selected={isSelected}
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => {
        select(line.lineId);
        if (quantity !== null) takeQuantity(line.lineId);
      }}
    >
      <span className={styles.number}>{number}</span>
      {line.kind === 'product' ? <ProductCells line={line} /> : <UnknownRow line={line} />}
    </div>
  );
}

/** The discounts of a line in one short text: tea week −950 · coupon −500. */
function discountsOf(line: ProductLine, format: Format): string {
  return line.adjustments
    .map(({ reason, amountSom }) => `${textIn(reason, format.language)} ${format.number(-amountSom)}`)
    .join(' · ');
}

function ProductCells({ line }: { line: ProductLine }) {
  const format = useFormat();
  const language = useLanguage();
  const isWeighed = line.quantityThousandths % 1000 !== 0;
  const name = textIn(line.name, language);
  return (
    <>
      <span className={styles.what}>
        <span className={line.adjustments.length > 0 ? styles.name : styles.longName} title={name}>
          {name}
        </span>
        {line.adjustments.length > 0 && <span className={styles.discounts}>{discountsOf(line, format)}</span>}
      </span>
      <span className={`${styles.quantity} figures`}>
        {format.quantity(line.quantityThousandths, isWeighed ? line.unit : undefined)}
      </span>
      <span className={`${styles.price} figures`}>{format.number(line.priceSom)}</span>
      <span className={`${styles.total} figures`}>{format.number(line.netSom)}</span>
    </>
  );
}
