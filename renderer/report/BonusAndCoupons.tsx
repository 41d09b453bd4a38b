/** What the shop gave back on the day: bonus and coupons, and what it still owes. */
import { Tooltip, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { changeOf } from '../../shared/report/figures.ts';
import { useFormat } from '../app/language.ts';
import { directionOf } from './changeWords.ts';
import type { DayReport } from './dayReport.ts';
import styles from './TodayPage.module.css';

type Field = 'bonusGiven' | 'bonusSpent' | 'bonusOwed' | 'couponsGiven' | 'couponsRedeemed' | 'couponSales';

interface Row {
  readonly field: Field;
  readonly now: number;
  /** Undefined where last week says nothing: a debt is a balance of this moment. */
  readonly before?: number;
}

function rowsOf({ figures, compared, bonusOwedSom }: DayReport): readonly Row[] {
  return [
    { field: 'bonusGiven', now: figures.bonusGivenSom, before: compared.bonusGivenSom },
    { field: 'bonusSpent', now: figures.bonusSpentSom, before: compared.bonusSpentSom },
    { field: 'bonusOwed', now: bonusOwedSom },
    { field: 'couponsGiven', now: figures.couponsGiven, before: compared.couponsGiven },
    { field: 'couponsRedeemed', now: figures.couponsRedeemed, before: compared.couponsRedeemed },
    { field: 'couponSales', now: figures.couponSalesSom, before: compared.couponSalesSom },
  ];
}

const marks = { more: '▲', less: '▼', same: '=' } as const;

export function BonusAndCoupons({ report }: { report: DayReport }) {
  const { t } = useTranslation();
  return (
    <section className={styles.card} aria-label={t('report.bonusAndCoupons')}>
      <h2 className={styles.title}>{t('report.bonusAndCoupons')}</h2>
      <table className={styles.rows}>
        <colgroup>
          <col />
          <col style={{ width: 100 }} />
          <col style={{ width: 96 }} />
        </colgroup>
        <tbody>
          {rowsOf(report).map((row) => (
            <FigureRow key={row.field} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function FigureRow({ row: { field, now, before } }: { row: Row }) {
  const { t } = useTranslation();
  const format = useFormat();
  const title = t(`report.${field}`);
  const formula = t(`report.formula.${field}`);
  const difference = before === undefined ? 0 : changeOf(now, before).difference;
  const direction = directionOf(difference);
  return (
    <tr>
      <th scope="row">
        {title}
        <Tooltip label={formula} events={{ hover: true, focus: true, touch: true }}>
          <UnstyledButton className={styles.formula} aria-label={`${t('ui.formula')}: ${title}`}>
            ?
          </UnstyledButton>
        </Tooltip>
      </th>
      <td className={`${styles.number} figures`}>
        <strong>{format.number(now)}</strong>
      </td>
      <td className={`${styles.number} ${styles[direction]} figures`}>
        {before !== undefined && (
          <>
            <span aria-hidden="true">{marks[direction]} </span>
            <span className="visuallyHidden">{t(`ui.change.${direction}`)} </span>
            {format.signedNumber(difference)}
          </>
        )}
      </td>
    </tr>
  );
}
