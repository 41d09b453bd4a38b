/** The winners of a draw for the shop's wall: names that may be published, and how anyone can compute them again. */
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../shared/text.ts';
import type { Draw, Winner } from '../drawState.ts';
import { DrawHeading } from './DrawHeading.tsx';
import styles from './DrawWinnersList.module.css';

export interface DrawWinnersListProps {
  readonly draw: Draw;
  readonly winners: readonly Winner[];
  readonly shopName: string;
  readonly language: Language;
}

export function DrawWinnersList({ draw, winners, shopName, language }: DrawWinnersListProps) {
  const { i18n } = useTranslation();
  const t = i18n.getFixedT(language);
  return (
    <article className={styles.page} lang={language}>
      <DrawHeading draw={draw} shopName={shopName} language={language} />
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('loyalty.games.place')}</th>
            <th scope="col">{t('loyalty.prizes.prize')}</th>
            <th scope="col">{t('loyalty.draws.winner')}</th>
            <th scope="col" className={styles.figure}>
              {t('loyalty.draws.ticket')}
            </th>
          </tr>
        </thead>
        <tbody>
          {winners.map(({ place, prize, publicName, ticketNumber }) => (
            <tr key={place}>
              <td className="figures">{place}</td>
              <td>{prize}</td>
              <td>
                <strong>{publicName}</strong>
              </td>
              <td className={`${styles.figure} figures`}>{ticketNumber}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <section className={styles.check}>
        <h2>{t('loyalty.draws.check.title')}</h2>
        <dl>
          <dt>{t('loyalty.draws.commitment')}</dt>
          <dd>{draw.commitment}</dd>
          <dt>{t('loyalty.draws.seed')}</dt>
          <dd>{draw.seed}</dd>
        </dl>
        <ol>
          <li>{t('loyalty.draws.check.promise')}</li>
          <li>{t('loyalty.draws.check.place')}</li>
          <li>{t(draw.isOncePerCustomer ? 'loyalty.draws.check.once' : 'loyalty.draws.check.again')}</li>
          <li>{t('loyalty.draws.check.list')}</li>
        </ol>
      </section>
      <div className={styles.signature}>
        <span />
        {t('loyalty.games.signature')}
      </div>
    </article>
  );
}
