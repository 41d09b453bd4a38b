/** Reads every customer's balances page by page and lays them out as rows of a file. */
import type { TFunction } from 'i18next';
import type { Format } from '../../shared/format.ts';
import type { Answer } from '../app/answer.ts';
import { api } from '../app/api.ts';

type DataOf<V> = V extends (...input: never[]) => Promise<Answer<infer Data>> ? Data : never;
export type BalanceRow = DataOf<typeof api.report.bonusBalances>['rows'][number];

const rowsAtOnce = 2000;

/** All rows, or null when the till could not answer. */
export async function readBalances(): Promise<readonly BalanceRow[] | null> {
  const rows: BalanceRow[] = [];
  let cursor: string | null = null;
  do {
    const answer: Awaited<ReturnType<typeof api.report.bonusBalances>> = await api.report.bonusBalances({
      cursor,
      limit: rowsAtOnce,
    });
    if (!answer.ok) return null;
    rows.push(...answer.data.rows);
    cursor = answer.data.nextCursor;
  } while (cursor !== null);
  return rows;
}

/** A row of titles and one for each customer; sums are plain digits, so that a spreadsheet can add them up. */
export function balanceRows(
  rows: readonly BalanceRow[],
  t: TFunction,
  format: Pick<Format, 'phone' | 'day'>,
): readonly (readonly string[])[] {
  const titles = ['name', 'phone', 'bonus', 'nextExpiry', 'tier', 'storeCredit', 'debt'] as const;
  return [
    titles.map((title) => t(`report.bonus.column.${title}`)),
    ...rows.map((row) => [
      row.name,
      row.phone === null ? '' : format.phone(row.phone),
      String(row.bonusSom),
      row.nextExpiryOn === null ? '' : format.day(row.nextExpiryOn),
      row.tier,
      String(row.storeCreditSom),
      String(row.debtSom),
    ]),
  ];
}
