/** All parked baskets, chosen by arrow keys, by their figure or by a tap. */
import { Modal, Text } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/language.ts';
import type { ParkedBasket } from './ParkedChips.tsx';
import styles from './ParkedDialog.module.css';
import { useSelling } from './selling.ts';

export function ParkedDialog({ parked }: { parked: readonly ParkedBasket[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { queue, refuse, show } = useSelling();
  const [place, setPlace] = useState(0);
  const resume = async (basket: ParkedBasket | undefined) => {
    if (basket === undefined) return;
    show(null);
    const answer = await queue.resume(basket.saleId);
    if (!answer.ok) refuse(answer.error);
  };
  const hear = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) setPlace((place + step + parked.length) % Math.max(1, parked.length));
    else if (/^[1-9]$/.test(event.key)) void resume(parked[Number(event.key) - 1]);
    else if (event.key === 'Enter') void resume(parked[place]);
    else return;
    event.preventDefault();
  };
  return (
    <Modal opened onClose={() => show(null)} title={t('sale.parked.title')} size={560}>
      {parked.length === 0 ? (
        <Text size="lg">{t('sale.parked.none')}</Text>
      ) : (
        <div
          className={styles.list}
          role="listbox"
          tabIndex={0}
          data-autofocus
          aria-label={t('sale.parked.title')}
          onKeyDown={hear}
        >
          {parked.map((basket, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list around it hears the keys
            <div
              key={basket.saleId}
              role="option"
              tabIndex={-1}
              aria-selected={index === place}
              className={styles.row}
              onClick={() => void resume(basket)}
            >
              <kbd className={styles.figure}>{index + 1}</kbd>
              <span className="figures">{format.time(basket.parkedAt)}</span>
              <span className={styles.who}>
                {basket.customerName ?? t('common.count.items', { count: basket.lines })}
              </span>
              <strong className="figures">{format.som(basket.totalSom)}</strong>
            </div>
          ))}
        </div>
      )}
    </Modal>
  );
}
