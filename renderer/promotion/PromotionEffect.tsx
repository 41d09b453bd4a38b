/** What a promotion cost and what the receipts with it came to, in figures and day by day. */
import { Paper } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { useTill } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { Kpi } from '../ui/Kpi.tsx';
import styles from './PromotionPage.module.css';

type Effect = Extract<Awaited<ReturnType<typeof api.report.promotionEffect>>, { ok: true }>['data'];

export function PromotionEffect({ promotionId }: { promotionId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, error } = useTill(api.report.promotionEffect, { promotionId });
  if (data === undefined) return <ErrorAnswer error={error} />;
  if (data.receipts === 0) return <p className="muted">{t('promotion.effect.none')}</p>;
  return (
    <>
      <div className={styles.kpis}>
        <Kpi
          title={t('promotion.effect.brought')}
          value={format.som(data.broughtSom)}
          formula={t('promotion.effect.broughtFormula')}
        />
        {data.givenSom > 0 && (
          <Kpi
            title={t('promotion.effect.given')}
            value={format.som(data.givenSom)}
            formula={t('promotion.effect.givenFormula')}
          />
        )}
        <Kpi title={t('promotion.effect.receipts')} value={format.number(data.receipts)} />
        <Kpi
          title={t('promotion.effect.customers')}
          value={format.number(data.customers)}
          note={t('promotion.effect.new', { count: data.newCustomers })}
        />
      </div>
      <Days days={data.days} />
    </>
  );
}

/** The longest bar fills the width: the discount of each day, or its receipts where a reward takes nothing off. */
function Days({ days }: { days: Effect['days'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const takesOff = days.some(({ givenSom }) => givenSom > 0);
  const shownOf = ({ receipts, givenSom }: Effect['days'][number]) => (takesOff ? givenSom : receipts);
  const most = Math.max(1, ...days.map(shownOf));
  return (
    <Paper component="section" aria-label={t('promotion.effect.days')}>
      <h2 className={styles.heading}>{t('promotion.effect.days')}</h2>
      <table className={styles.days}>
        <thead>
          <tr>
            <th scope="col">{t('common.date')}</th>
            <th scope="col" className={styles.figure}>
              {t('promotion.effect.receipts')}
            </th>
            {takesOff && (
              <th scope="col" className={styles.figure}>
                {t('promotion.effect.given')}
              </th>
            )}
            <td aria-hidden="true" />
          </tr>
        </thead>
        <tbody>
          {[...days].reverse().map((each) => (
            <tr key={each.day}>
              <th scope="row">{format.dayWithWeekday(each.day)}</th>
              <td className={`${styles.figure} figures`}>{format.number(each.receipts)}</td>
              {takesOff && <td className={`${styles.figure} figures`}>{format.number(each.givenSom)}</td>}
              <td className={styles.barCell} aria-hidden="true">
                <div
                  className={styles.bar}
                  style={{ width: `${Math.round((shownOf(each) * 100) / most)}%` }}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Paper>
  );
}
