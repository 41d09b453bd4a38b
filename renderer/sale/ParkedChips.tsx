/** Parked baskets as chips in the top bar: when, how much, whose; one tap takes a basket up again. */

import { IconPlayerPause } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Som } from '../../shared/money.ts';
import type { Instant } from '../../shared/time.ts';
import { useFormat } from '../app/language.ts';
import styles from './ParkedChips.module.css';
import { useSelling } from './selling.ts';
import { useNarrow } from './useNarrow.ts';

export interface ParkedBasket {
  readonly saleId: string;
  /** The name that a cashier gave it; empty for none. */
  readonly label: string;
  readonly parkedAt: Instant;
  readonly totalSom: Som;
  readonly lines: number;
  readonly customerName: string | null;
}

const keepFocus = (event: { preventDefault: () => void }) => event.preventDefault();

export function ParkedChips({ parked }: { parked: readonly ParkedBasket[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { queue, refuse, show } = useSelling();
  const isNarrow = useNarrow();
  const places = isNarrow ? 1 : 2;
  const shown = parked.slice(0, places);
  const resume = async (saleId: string) => {
    const answer = await queue.resume(saleId);
    if (!answer.ok) refuse(answer.error);
  };
  const nameOf = ({ label, customerName }: ParkedBasket): string | null =>
    label !== '' ? label : customerName === null ? null : format.phone(customerName);
  if (parked.length === 0) return null;
  return (
    <div className={styles.chips}>
      {shown.map((basket) => (
        <button
          key={basket.saleId}
          type="button"
          tabIndex={-1}
          className={styles.chip}
          title={nameOf(basket) ?? undefined}
          aria-label={[
            `${t('sale.parked.resume')}: ${format.time(basket.parkedAt)}`,
            nameOf(basket),
            format.som(basket.totalSom),
          ]
            .filter((words) => words !== null)
            .join(', ')}
          onPointerDown={keepFocus}
          onClick={() => void resume(basket.saleId)}
        >
          <IconPlayerPause size={16} aria-hidden="true" />
          <span className={styles.who}>{nameOf(basket) ?? format.time(basket.parkedAt)}</span>
          {!isNarrow && (
            <span className={`${styles.sum} figures`}>
              {nameOf(basket) !== null && `${format.time(basket.parkedAt)} · `}
              {format.number(basket.totalSom)}
            </span>
          )}
        </button>
      ))}
      {parked.length > places && (
        <button
          type="button"
          tabIndex={-1}
          className={styles.chip}
          aria-label={t('sale.parked.title')}
          onPointerDown={keepFocus}
          onClick={() => show({ kind: 'parked' })}
        >
          +{parked.length - places}
        </button>
      )}
    </div>
  );
}
