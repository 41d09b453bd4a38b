/** The prizes of a draw that is still to be held, first prize first. */
import { Paper } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './DrawPage.module.css';
import { prizeRowsOf } from './prizeRows.ts';

export function DrawPrizes({ prizes }: { prizes: readonly string[] }) {
  const { t } = useTranslation();
  const rows = prizeRowsOf(prizes);
  return (
    <Paper>
      <h2 className={styles.heading}>{t('loyalty.prizes.title')}</h2>
      <ol className={styles.prizes}>
        {rows.map(({ key, words, count }, at) => (
          <li key={key}>
            <span className="muted figures">
              {rows.slice(0, at).reduce((sum, row) => sum + (row.count ?? 0), 1)}.
            </span>
            <span>{count === 1 ? words : `${words} × ${count}`}</span>
          </li>
        ))}
      </ol>
    </Paper>
  );
}
