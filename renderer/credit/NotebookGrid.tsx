/** The notebook's grid: what was noted above, rows that wait below it, and the row that is typed at the foot. */
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { NotebookRow } from '../../shared/credit/contract.ts';
import { useFormat } from '../app/language.ts';
import { useDebtorName } from './debtorName.ts';
import styles from './Notebook.module.css';
import { NotebookRowFields } from './NotebookRowFields.tsx';
import { type NotedAnswer, useNotebookGrid } from './useNotebookGrid.ts';

export interface NotebookGridProps {
  /** Newest first, as the till tells them. */
  readonly noted: readonly NotebookRow[];
  readonly hasEarlier: boolean;
  readonly isLoadingEarlier: boolean;
  readonly onEarlier: () => void;
}

export function NotebookGrid({ noted, hasEarlier, isLoadingEarlier, onEarlier }: NotebookGridProps) {
  const { t } = useTranslation();
  const grid = useNotebookGrid();
  const { scroller, foot } = useLastRowInSight(grid.sent);
  const waiting = grid.rows.slice(0, -1);
  const last = grid.rows.at(-1);
  return (
    <div ref={scroller} className={styles.scroller}>
      <table className={styles.table} aria-label={t('credit.tab.notebook')}>
        <Columns />
        <tbody>
          {hasEarlier && (
            <tr>
              <td colSpan={7} className={styles.earlier}>
                <Button variant="subtle" loading={isLoadingEarlier} onClick={onEarlier}>
                  {t('credit.notebook.earlier')}
                </Button>
              </td>
            </tr>
          )}
          <NotedRows noted={noted} answers={grid.answers} />
          {waiting.map((row) => (
            <NotebookRowFields
              key={row.intentionId}
              row={row}
              onType={(patch) => grid.type(row.intentionId, patch)}
              onSend={grid.send}
              onRemove={() => grid.remove(row.intentionId)}
            />
          ))}
        </tbody>
        <tfoot ref={foot}>
          {last !== undefined && (
            <NotebookRowFields
              key={last.intentionId}
              row={last}
              onType={(patch) => grid.type(last.intentionId, patch)}
              onSend={grid.send}
              onRemove={null}
            />
          )}
        </tfoot>
      </table>
    </div>
  );
}

/** After each row that was sent the focus is in the first field of the last row, and the rows above it are in sight. */
function useLastRowInSight(sent: number) {
  const scroller = useRef<HTMLDivElement>(null);
  const foot = useRef<HTMLTableSectionElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once at first, then after each row that was sent
  useEffect(() => {
    foot.current?.querySelector('input')?.focus();
    scroller.current?.scrollTo({ top: scroller.current.scrollHeight });
  }, [sent]);
  return { scroller, foot };
}

function Columns() {
  const { t } = useTranslation();
  return (
    <>
      <colgroup>
        <col className={styles.wide} />
        <col className={styles.phoneColumn} />
        <col className={styles.sumColumn} />
        <col className={styles.dayColumn} />
        <col className={styles.dayColumn} />
        <col className={styles.noteColumn} />
        <col className={styles.lastColumn} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{t('credit.notebook.name')}</th>
          <th scope="col">{t('common.phone')}</th>
          <th scope="col" className={styles.figure}>
            {t('credit.amount')}
          </th>
          <th scope="col">{t('credit.takenOn')}</th>
          <th scope="col">{t('credit.dueOn')}</th>
          <th scope="col">{t('credit.notebook.note')}</th>
          <th scope="col">{t('credit.notebook.answer')}</th>
        </tr>
      </thead>
    </>
  );
}

interface NotedRowsProps {
  readonly noted: readonly NotebookRow[];
  readonly answers: ReadonlyMap<string, NotedAnswer>;
}

/** Drawn anew only when something was noted, not with every key. */
const NotedRows = memo(function NotedRows({ noted, answers }: NotedRowsProps) {
  const format = useFormat();
  const nameOf = useDebtorName();
  return noted.toReversed().map((row) => (
    <tr key={row.debtId}>
      <td className={styles.name}>
        <Link to={`/customers/${row.customerId}` as '/'} className={styles.link} tabIndex={-1}>
          {nameOf(row)}
        </Link>
      </td>
      <td className="figures">{row.phone === null ? '–' : format.phone(row.phone)}</td>
      <td className={`${styles.figure} figures`}>
        <strong>{format.number(row.amountSom)}</strong>
      </td>
      <td className="figures">{format.day(row.since)}</td>
      <td className="figures">{format.day(row.dueOn)}</td>
      <td className={styles.note} title={row.note}>
        {row.note}
      </td>
      <td className={styles.answer}>
        <Answer row={row} answer={answers.get(row.debtId)} />
      </td>
    </tr>
  ));
});

/** Whether the till knew the customer; for rows of another day, what is left of the debt. */
function Answer({ row, answer }: { row: NotebookRow; answer: NotedAnswer | undefined }): string | null {
  const { t } = useTranslation();
  const format = useFormat();
  if (answer?.isNewCustomer === true) return t('credit.notebook.newCustomer');
  if (answer !== undefined && answer.openSom > row.amountSom) {
    return t('credit.notebook.owesAll', { sum: format.number(answer.openSom) });
  }
  if (answer !== undefined) return t('credit.notebook.known');
  if (row.openSom === 0) return t('credit.settled');
  return row.openSom < row.amountSom
    ? t('credit.notebook.leftOf', { sum: format.number(row.openSom) })
    : null;
}
