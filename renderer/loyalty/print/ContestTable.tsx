/** The table of a contest for the shop's wall: first names only, and only of those who agreed to stand in it. */
import { useTranslation } from 'react-i18next';
import { textIn } from '../../../shared/text.ts';
import { useFormat, useLanguage } from '../../app/language.ts';
import { type Contest, type ContestEntry, countOf } from '../contestDraft.ts';
import { prizesInWords } from '../prizeRows.ts';
import styles from './DrawWinnersList.module.css';

export interface ContestTableProps {
  readonly contest: Contest;
  readonly entries: readonly ContestEntry[];
  readonly shopName: string;
}

export function ContestTable({ contest, entries, shopName }: ContestTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const shown = entries.filter(({ isShown }) => isShown);
  const isClosed = contest.state === 'closed';
  const facts = [
    `${t('loyalty.prizes.title')}: ${prizesInWords(contest.prizes)}`,
    ...(contest.answer === null
      ? []
      : [t('loyalty.contests.answerWas', { answer: format.number(contest.answer) })]),
  ];
  return (
    <article className={styles.page}>
      <h1 style={{ margin: 0, fontSize: '20pt', overflowWrap: 'anywhere' }}>
        {textIn(contest.name, language)}
      </h1>
      <p style={{ margin: '2pt 0 4pt' }}>
        {shopName} · {format.dayRange(contest.from, contest.to)}
      </p>
      <p style={{ margin: '0 0 12pt' }}>{facts.join(' · ')}</p>
      <table className={styles.table}>
        <thead>
          <tr>
            {isClosed && <th scope="col">{t('loyalty.games.place')}</th>}
            <th scope="col">{t('loyalty.games.customer')}</th>
            <th scope="col" className={styles.figure}>
              {t(`loyalty.contests.count.${contest.kind}`)}
            </th>
            {isClosed && <th scope="col">{t('loyalty.prizes.prize')}</th>}
          </tr>
        </thead>
        <tbody>
          {shown.map((entry) => {
            const count = countOf(contest.kind, entry);
            return (
              <tr key={entry.entryId}>
                {isClosed && <td className="figures">{entry.place ?? '–'}</td>}
                <td>
                  <strong>{entry.publicName}</strong>
                </td>
                <td className={`${styles.figure} figures`}>{count === null ? '–' : format.number(count)}</td>
                {isClosed && <td>{entry.prize ?? ''}</td>}
              </tr>
            );
          })}
        </tbody>
      </table>
    </article>
  );
}
