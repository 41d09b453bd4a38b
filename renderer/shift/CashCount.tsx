/** Counts a drawer note by note: how many of each, and the sum. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/language.ts';
import { WholeInput } from '../ui/WholeInput.tsx';
import styles from './CashCount.module.css';

/** Notes, then coins, in so'm. */
const denominations = [
  200_000, 100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50,
] as const;

type Counts = Readonly<Partial<Record<number, number | null>>>;

/** `onSum` hears the whole after every change. */
export function CashCount({ onSum }: { onSum: (sumSom: number) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [counts, setCounts] = useState<Counts>({});
  const change = (note: number, count: number | null) => {
    const next = { ...counts, [note]: count };
    setCounts(next);
    onSum(denominations.reduce((sum, each) => sum + each * (next[each] ?? 0), 0));
  };
  return (
    <fieldset className={styles.count}>
      <legend className={styles.title}>{t('shift.notes')}</legend>
      {denominations.map((note) => (
        <div key={note} className={styles.note}>
          <span className="figures">{format.number(note)} ×</span>
          <WholeInput
            aria-label={format.som(note)}
            value={counts[note] ?? null}
            onChange={(count) => change(note, count)}
          />
        </div>
      ))}
    </fieldset>
  );
}
