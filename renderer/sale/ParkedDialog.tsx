/** The open basket and all that wait: taken up, joined, named, split and printed as a quote, by keys or by a tap. */
import { Modal, Text } from '@mantine/core';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { useIntention } from '../app/useTill.ts';
import { KeyCap } from '../ui/KeyCap.tsx';
import { NameForm } from './NameForm.tsx';
import type { ParkedBasket } from './ParkedChips.tsx';
import styles from './ParkedDialog.module.css';
import { useSelling } from './selling.ts';
import { useDialogKeys } from './useDialogKeys.ts';

/** A row of the list: the basket that is open, with its acts, or one that waits. */
interface Row extends Omit<ParkedBasket, 'parkedAt'> {
  readonly parkedAt: ParkedBasket['parkedAt'] | null;
  readonly isOpen: boolean;
}

interface Act {
  readonly key: string;
  readonly words: string;
  readonly isOff: boolean;
  readonly act: () => void;
}

/** The open basket first, as long as there is anything in it. */
function useRows(parked: readonly ParkedBasket[]): readonly Row[] {
  const { basket } = useSelling();
  const waiting = parked.map((each) => ({ ...each, isOpen: false }));
  if (basket === null || basket.lines.length === 0) return waiting;
  const { saleId, label, totalSom, lines, customer } = basket;
  const customerName = customer === null ? null : customer.name || customer.phone;
  const open = { saleId, label, totalSom, lines: lines.length, customerName, parkedAt: null, isOpen: true };
  return [open, ...waiting];
}

/** What can be done with the marked basket. */
function useActs(row: Row | undefined, onName: () => void): readonly Act[] {
  const { t } = useTranslation();
  const { basket, queue, refuse, say, show } = useSelling();
  const quote = useIntention(api.sale.printQuote);
  if (row === undefined) return [];
  const { saleId, isOpen } = row;
  const take = async () => {
    show(null);
    const answer = await queue.resume(saleId);
    if (!answer.ok) refuse(answer.error);
  };
  const join = async () => {
    show(null);
    const answer = await queue.merge(saleId);
    if (answer.ok) say({ tone: 'good', words: t('sale.parked.joined') });
    else refuse(answer.error);
  };
  const print = async () => {
    const answer = await quote.send({ saleId });
    show(null);
    if (answer.ok) say({ tone: 'good', words: t('sale.quote.printing') });
    else refuse(answer.error);
  };
  const hasLines = (basket?.lines.length ?? 0) > 0;
  const first: readonly Act[] = isOpen
    ? [
        {
          key: 'F7',
          words: t('sale.split.open'),
          isOff: basket === null || !maySplit(basket.lines),
          act: () => show({ kind: 'split' }),
        },
      ]
    : [
        { key: 'Enter', words: t('sale.parked.resume'), isOff: false, act: () => void take() },
        { key: 'F3', words: t('sale.parked.join'), isOff: !hasLines, act: () => void join() },
      ];
  return [
    ...first,
    { key: 'F2', words: t('sale.parked.name'), isOff: false, act: onName },
    { key: 'F4', words: t('sale.quote.print'), isOff: quote.isSending, act: () => void print() },
  ];
}

/** One piece of one line cannot be parted. */
function maySplit(lines: readonly { readonly quantityThousandths: number }[]): boolean {
  const [first] = lines;
  return lines.length > 1 || (first !== undefined && first.quantityThousandths > 1000);
}

export function ParkedDialog({ parked }: { parked: readonly ParkedBasket[] }) {
  const { t } = useTranslation();
  const { queue, refuse, show } = useSelling();
  const rows = useRows(parked);
  const [place, setPlace] = useState(0);
  const [isNaming, setNaming] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const endNaming = () => {
    setNaming(false);
    list.current?.focus();
  };
  const marked = Math.min(place, Math.max(0, rows.length - 1));
  const row = rows[marked];
  const acts = useActs(row, () => setNaming(true));
  const resume = async (basket: ParkedBasket | undefined) => {
    if (basket === undefined) return;
    show(null);
    const answer = await queue.resume(basket.saleId);
    if (!answer.ok) refuse(answer.error);
  };
  useDialogKeys((event) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const act = acts.find(({ key }) => key === event.key);
    if (step !== 0) setPlace((marked + step + rows.length) % Math.max(1, rows.length));
    else if (/^[1-9]$/.test(event.key)) void resume(parked[Number(event.key) - 1]);
    else if (act === undefined) return false;
    else if (!act.isOff) act.act();
    return true;
  }, !isNaming);
  return (
    <Modal opened onClose={() => show(null)} title={t('sale.parked.title')} size={760}>
      {rows.length === 0 ? (
        <Text size="lg">{t('sale.parked.none')}</Text>
      ) : (
        <>
          <div
            ref={list}
            className={styles.list}
            role="listbox"
            tabIndex={0}
            data-autofocus
            aria-label={t('sale.parked.title')}
          >
            {rows.map((each, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the dialog hears the keys
              <div
                key={each.saleId}
                role="option"
                tabIndex={-1}
                aria-selected={index === marked}
                className={styles.row}
                onClick={() => setPlace(index)}
                onDoubleClick={() => (each.isOpen ? undefined : void resume(parked.find(isSame(each))))}
              >
                <BasketRow row={each} figure={parked.findIndex(isSame(each)) + 1} />
              </div>
            ))}
          </div>
          {isNaming && row !== undefined ? (
            <NameForm key={row.saleId} basket={row} onDone={endNaming} />
          ) : (
            <Acts acts={acts} />
          )}
        </>
      )}
    </Modal>
  );
}

const isSame =
  ({ saleId }: Pick<Row, 'saleId'>) =>
  (each: ParkedBasket) =>
    each.saleId === saleId;

function BasketRow({ row, figure }: { row: Row; figure: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const who = row.customerName === null ? null : format.phone(row.customerName);
  return (
    <>
      {row.isOpen ? (
        <span className={styles.open}>{t('sale.parked.open')}</span>
      ) : (
        <kbd className={styles.figure}>{figure}</kbd>
      )}
      <span className="figures">{row.parkedAt === null ? '' : format.time(row.parkedAt)}</span>
      {row.label !== '' && <strong>{row.label}</strong>}
      <span className={styles.who}>
        {[who, t('common.count.items', { count: row.lines })].filter((words) => words !== null).join(' · ')}
      </span>
      <strong className="figures">{format.som(row.totalSom)}</strong>
    </>
  );
}

function Acts({ acts }: { acts: readonly Act[] }): ReactNode {
  return (
    <div className={styles.acts}>
      {acts.map(({ key, words, isOff, act }) => (
        <button key={key} type="button" className={styles.act} disabled={isOff} onClick={act}>
          <KeyCap binding={key} /> {words}
        </button>
      ))}
    </div>
  );
}
