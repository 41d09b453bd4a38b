/** The owner's page of the programme: what the shop owes, what it gave and cost, who saves most, and what looks odd. */
import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BusinessDay } from '../../shared/time.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { saveTable } from '../app/saveTable.ts';
import { useTill } from '../app/useTill.ts';
import { LoyaltyTabs } from '../loyalty/LoyaltyTabs.tsx';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { Kpi } from '../ui/Kpi.tsx';
import styles from './BonusReport.module.css';
import { BonusSigns } from './BonusSigns.tsx';
import { type BonusReport, monthDay } from './bonusReportParts.ts';
import { balanceRows, readBalances } from './exportBalances.ts';
import { MonthChart } from './MonthChart.tsx';

export function BonusReportPage() {
  const { data, error } = useTill(api.report.bonus, { months: 12 });
  return (
    <>
      <LoyaltyTabs open="report">{data !== undefined && <ExportButton />}</LoyaltyTabs>
      <ErrorAnswer error={error} />
      {data !== undefined && <Report report={data} />}
    </>
  );
}

function Report({ report }: { report: BonusReport }) {
  const { t } = useTranslation();
  return (
    <div className={styles.page}>
      <Kpis report={report} />
      <section className={`${styles.card} ${styles.chart}`}>
        <h2 className={styles.title}>{t('report.bonus.months')}</h2>
        <MonthChart months={report.months} />
      </section>
      <div className={styles.pair}>
        <Expiries report={report} />
        <Credit report={report} />
      </div>
      <Savers report={report} />
      <BonusSigns />
    </div>
  );
}

function Kpis({ report }: { report: BonusReport }) {
  const { t } = useTranslation();
  const format = useFormat();
  const month = report.months.at(-1);
  return (
    <div className={styles.kpis}>
      <Kpi
        isLarge
        title={t('report.bonus.owed')}
        value={format.number(report.bonusOwedSom)}
        note={
          report.waitingSom === 0
            ? t('report.bonus.owedNote')
            : t('report.bonus.waiting', { sum: format.number(report.waitingSom) })
        }
        formula={t('report.bonus.owedFormula')}
      />
      <Kpi
        title={t('report.bonus.given')}
        value={format.number(month?.givenSom ?? 0)}
        note={t('report.bonus.thisMonth')}
        formula={t('report.bonus.givenFormula')}
      />
      <Kpi
        title={t('report.bonus.spent')}
        value={format.number(month?.spentSom ?? 0)}
        note={t('report.bonus.thisMonth')}
        formula={t('report.bonus.spentFormula')}
      />
      <Kpi
        title={t('report.bonus.cost')}
        value={format.number(report.costSom)}
        note={t('report.bonus.ofSales', { percent: format.percent(Math.max(0, report.costBasisPoints)) })}
        formula={t('report.bonus.costFormula')}
      />
    </div>
  );
}

/** What burns when, the months one after the other; what never burns stands last. */
function Expiries({ report }: { report: BonusReport }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className={styles.card}>
      <h2 className={styles.title}>{t('report.bonus.byExpiry')}</h2>
      {report.byExpiry.length === 0 && <p className={styles.nothing}>{t('report.bonus.nothingOwed')}</p>}
      <table className={styles.rows}>
        <tbody>
          {report.byExpiry.map(({ month, sumSom }) => (
            <tr key={month ?? 'never'}>
              <th scope="row">{month === null ? t('report.bonus.never') : format.month(monthDay(month))}</th>
              <td className={`${styles.number} figures`}>{format.som(sumSom)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The other money between the shop and its customers. */
function Credit({ report }: { report: BonusReport }) {
  const { t } = useTranslation();
  const format = useFormat();
  const rows = [
    ['giftCards', report.giftCardsSom],
    ['giftCardsExpired', report.giftCardsExpiredSom],
    ['storeCredit', report.storeCreditSom],
    ['debts', report.debtsSom],
  ] as const;
  return (
    <section className={styles.card}>
      <h2 className={styles.title}>{t('report.bonus.credit')}</h2>
      <table className={styles.rows}>
        <tbody>
          {rows.map(([what, sumSom]) => (
            <tr key={what}>
              <th scope="row">{t(`report.bonus.${what}`)}</th>
              <td className={`${styles.number} figures`}>{format.som(sumSom)}</td>
            </tr>
          ))}
          {report.ageing
            .filter(({ openSom }) => openSom > 0)
            .map(({ age, openSom }) => (
              <tr key={age}>
                <th scope="row" className="muted">
                  {t(`report.bonus.age.${age}`)}
                </th>
                <td className={`${styles.number} figures muted`}>{format.som(openSom)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  );
}

function Savers({ report }: { report: BonusReport }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  type Saver = BonusReport['savers'][number];
  const columns: readonly Column<Saver>[] = [
    {
      key: 'name',
      header: t('customer.customer'),
      cell: ({ name }) => (name === '' ? t('customer.noName') : name),
    },
    {
      key: 'bonus',
      header: t('report.bonus.has'),
      cell: ({ bonusSom }) => format.number(bonusSom),
      isFigure: true,
    },
    {
      key: 'spent',
      header: t('report.bonus.spentEver'),
      cell: ({ spentSom }) => format.number(spentSom),
      isFigure: true,
    },
  ];
  return (
    <section className={styles.card}>
      <h2 className={styles.title}>{t('report.bonus.savers')}</h2>
      <DataTable
        label={t('report.bonus.savers')}
        columns={columns}
        rows={report.savers}
        rowKey={({ customerId }) => customerId}
        onRow={({ customerId }) => void navigate({ to: `/customers/${customerId}` })}
        empty={<EmptyState title={t('report.bonus.nothingOwed')} />}
      />
    </section>
  );
}

/** All balances as a csv file that opens in Excel. */
function ExportButton() {
  const { t } = useTranslation();
  const format = useFormat();
  const [isReading, setReading] = useState(false);
  const day = useTill(api.report.bonus, { months: 12 }).data?.day;
  const save = async (today: BusinessDay) => {
    setReading(true);
    const rows = await readBalances();
    setReading(false);
    if (rows !== null) saveTable('bonusReport', `bonus-${today}.csv`, balanceRows(rows, t, format));
  };
  return (
    <Button
      variant="default"
      leftSection={<IconDownload size={20} aria-hidden="true" />}
      loading={isReading}
      disabled={day === undefined}
      onClick={() => {
        if (day !== undefined) void save(day);
      }}
    >
      {t('report.bonus.export')}
    </Button>
  );
}
