/** A month of the shop's charity, on the screen and on paper: what came from whom, what was handed over, what is left. */
import { useTranslation } from 'react-i18next';
import { textIn } from '../../../shared/text.ts';
import type { BusinessDay } from '../../../shared/time.ts';
import type { api } from '../../app/api.ts';
import { useFormat, useLanguage } from '../../app/language.ts';
import styles from './CharityStatement.module.css';

type Statement = Extract<Awaited<ReturnType<typeof api.loyalty.charityMonth>>, { ok: true }>['data'];

export interface CharityStatementProps {
  readonly statement: Statement;
  /** The first day of the month. */
  readonly month: BusinessDay;
  /** On paper it has its own heading and a line to sign on; null on the screen. */
  readonly shopName: string | null;
}

export function CharityStatement({ statement, month, shopName }: CharityStatementProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const isEmpty = statement.funds.length === 0;
  return (
    <div className={`${styles.sheet} ${shopName === null ? '' : styles.paper}`}>
      {shopName !== null && (
        <header>
          <h1 className={styles.title}>{t('loyalty.charity.statement')}</h1>
          <p>
            {shopName}, {format.month(month)}
          </p>
        </header>
      )}
      {isEmpty ? <span className="muted">{t('loyalty.charity.nothing')}</span> : <Funds {...statement} />}
      {statement.entries.length > 0 && <Entries {...statement} />}
      {shopName !== null && (
        <div className={styles.signature}>
          <span />
          {t('loyalty.games.signature')}
        </div>
      )}
    </div>
  );
}

function Funds({ funds }: Pick<Statement, 'funds'>) {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormat();
  const columns = ['before', 'roundUp', 'bonus', 'shop', 'paidOut', 'after'] as const;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('loyalty.charity.fund')}</th>
          {columns.map((column) => (
            <th key={column} scope="col" className={styles.figure}>
              {t(`loyalty.charity.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {funds.map((fund) => (
          <tr key={fund.fundId}>
            <td>{textIn(fund.name, language)}</td>
            <td className={`${styles.figure} figures`}>{format.number(fund.beforeSom)}</td>
            <td className={`${styles.figure} figures`}>
              {format.number(fund.roundUpSom)}
              {fund.roundUpReceipts > 0 && (
                <div className={styles.under}>
                  {t('loyalty.charity.receipts', { count: fund.roundUpReceipts })}
                </div>
              )}
            </td>
            <td className={`${styles.figure} figures`}>{format.number(fund.bonusSom)}</td>
            <td className={`${styles.figure} figures`}>{format.number(fund.shopSom)}</td>
            <td className={`${styles.figure} figures`}>{format.number(fund.paidOutSom)}</td>
            <td className={`${styles.figure} figures`}>
              <strong>{format.number(fund.afterSom)}</strong>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Entries({ funds, entries }: Statement) {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormat();
  const nameOf = (fundId: string) =>
    textIn(funds.find((fund) => fund.fundId === fundId)?.name ?? {}, language);
  return (
    <section>
      <h3 className={styles.heading}>{t('loyalty.charity.entries')}</h3>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('common.date')}</th>
            <th scope="col">{t('loyalty.charity.fund')}</th>
            <th scope="col">{t('loyalty.charity.what')}</th>
            <th scope="col">{t('loyalty.charity.note')}</th>
            <th scope="col" className={styles.figure}>
              {t('loyalty.charity.amountSom')}
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={`${entry.at} ${entry.fundId} ${entry.kind}`}>
              <td className="figures">{format.day(entry.day)}</td>
              <td>{nameOf(entry.fundId)}</td>
              <td>{t(`loyalty.charity.entry.${entry.kind}`)}</td>
              <td>{entry.note}</td>
              <td className={`${styles.figure} figures`}>{format.number(entry.amountSom)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
