/** Prizes while they are typed: equal ones stand in one row with how many there are. */
export interface PrizeRow {
  /** Tells rows apart while they are added and taken away. */
  readonly key: string;
  readonly words: string;
  /** Null while nothing is typed. */
  readonly count: number | null;
}

export const newPrizeRow = (key: string): PrizeRow => ({ key, words: '', count: 1 });

/**
 * The prizes as the till takes them, first prize first; a row without words or without a count is one that the schema
 * refuses.
 *
 * | rows                   | prizes                  |
 * |------------------------|-------------------------|
 * | TV 1, choy 2           | TV, choy, choy          |
 * | (empty) 1              | (empty)                 |
 */
export function prizesOf(rows: readonly PrizeRow[]): readonly string[] {
  return rows.flatMap(({ words, count }) => {
    if (count === null || count < 1) return [''];
    return Array.from({ length: count }, () => words);
  });
}

/** The rows of a list of prizes: neighbours with the same words stand together. */
export function prizeRowsOf(prizes: readonly string[]): readonly PrizeRow[] {
  const rows: PrizeRow[] = [];
  for (const words of prizes) {
    const last = rows.at(-1);
    if (last?.words === words) rows[rows.length - 1] = { ...last, count: (last.count ?? 0) + 1 };
    else rows.push({ key: String(rows.length), words, count: 1 });
  }
  return rows;
}

/** Prizes as one line for a table: "Televizor, choy × 2". */
export function prizesInWords(prizes: readonly string[]): string {
  return prizeRowsOf(prizes)
    .map(({ words, count }) => (count === 1 ? words : `${words} × ${count}`))
    .join(', ');
}
