/** A month of a partner as a page: what was used, given and paid, what is owed at its end, and two lines to sign on. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settlement } from '../../shared/coupon/partnerContract.ts';
import type { Som } from '../../shared/money.ts';
import { textIn } from '../../shared/text.ts';
import { businessDay, defaultTimeZone, localTimeOf } from '../../shared/time.ts';
import { useFormat, useLanguage } from '../app/language.ts';
import { useSession } from '../app/session.tsx';
import styles from './SettlementSheet.module.css';

export interface SettlementSheetProps {
  settlement: Settlement;
  /** On paper it has its own heading and the lines to sign on. */
  isOnPaper: boolean;
}

export function SettlementSheet({ settlement, isOnPaper }: SettlementSheetProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { shop } = useSession();
  const { partner } = settlement;
  return (
    <div className={`${styles.sheet} ${isOnPaper ? styles.paper : ''}`}>
      {isOnPaper && (
        <header>
          <h1 className={styles.title}>{t('coupon.settlement.title')}</h1>
          <p>
            {t('coupon.settlement.between', { shop: shop.name, partner: partner.name })},{' '}
            {format.month(businessDay(`${settlement.month}-01`))}
          </p>
        </header>
      )}
      <SeriesPart settlement={settlement} />
      <GoodsPart settlement={settlement} />
      <PaymentsPart settlement={settlement} />
      <Sums settlement={settlement} />
      {isOnPaper && <Signatures shopName={shop.name} partnerName={partner.name} />}
    </div>
  );
}

interface TableProps {
  readonly title: string;
  readonly headers: readonly string[];
  /** How many columns from the left are words; the rest are figures. */
  readonly words: number;
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
}

function Table({ title, headers, words, rows }: TableProps) {
  if (rows.length === 0) return null;
  const sort = (place: number) => (place < words ? undefined : `${styles.figure} figures`);
  return (
    <section>
      <h3 className={styles.heading}>{title}</h3>
      <table className={styles.table}>
        <thead>
          <tr>
            {headers.map((header, place) => (
              <th key={header} scope="col" className={place < words ? undefined : styles.figure}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell, place) => (
                <td key={headers[place]} className={sort(place)}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function SeriesPart({ settlement }: { settlement: Settlement }) {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  return (
    <Table
      title={t('coupon.coupons')}
      words={1}
      headers={[
        t('coupon.series'),
        t('coupon.settlement.printed'),
        t('coupon.settlement.used'),
        t('coupon.settlement.newCustomers'),
        t('coupon.settlement.brought'),
        t('coupon.settlement.discount'),
        t('coupon.settlement.share'),
      ]}
      rows={settlement.series.map((row) => ({
        key: row.seriesId,
        cells: [
          textIn(row.name, language),
          ...[
            row.printed,
            row.used,
            row.newCustomers,
            row.broughtSom,
            row.discountSom,
            row.partnerShareSom,
          ].map((figure) => format.number(figure)),
        ],
      }))}
    />
  );
}

function GoodsPart({ settlement }: { settlement: Settlement }) {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  return (
    <Table
      title={t('coupon.settlement.goods')}
      words={3}
      headers={[
        t('common.date'),
        t('coupon.goods.product'),
        t('coupon.partner.note'),
        t('coupon.goods.quantity'),
        t('coupon.goods.cost'),
      ]}
      rows={settlement.goods.map((row, place) => ({
        key: String(place),
        cells: [
          format.day(row.givenOn),
          textIn(row.productName, language),
          row.note,
          format.quantity(row.quantityThousandths),
          format.number(row.costSom),
        ],
      }))}
    />
  );
}

function PaymentsPart({ settlement }: { settlement: Settlement }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { shop } = useSession();
  return (
    <Table
      title={t('coupon.settlement.payments')}
      words={3}
      headers={[
        t('common.date'),
        t('coupon.payment.who'),
        t('coupon.partner.note'),
        t('coupon.payment.amount'),
      ]}
      rows={settlement.payments.map((row, place) => ({
        key: String(place),
        cells: [
          format.day(localTimeOf(row.at, defaultTimeZone).day),
          row.amountSom > 0 ? settlement.partner.name : shop.name,
          row.note,
          format.number(Math.abs(row.amountSom)),
        ],
      }))}
    />
  );
}

function Sums({ settlement }: { settlement: Settlement }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { shop } = useSession();
  // Both sides read and sign it, so it says no "we".
  const balanceWords = (balance: Som) => {
    if (balance === 0) return t('coupon.partner.even');
    const who = balance > 0 ? settlement.partner.name : shop.name;
    return t('coupon.settlement.owes', { who, sum: format.som(Math.abs(balance)) });
  };
  const rows = [
    [t('coupon.settlement.opening'), balanceWords(settlement.openingSom)],
    [t('coupon.settlement.usedSum'), format.som(settlement.usedSom)],
    ...(settlement.returnedSom === 0
      ? []
      : [[t('coupon.settlement.returnedSum'), format.som(settlement.returnedSom)] as const]),
    ...(settlement.goodsSom === 0
      ? []
      : [[t('coupon.settlement.goodsSum'), format.som(settlement.goodsSom)] as const]),
    [t('coupon.settlement.paidSum'), format.signedSom(settlement.paidSom)],
  ] as const;
  return (
    <dl className={styles.sums}>
      {rows.map(([name, sum]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="figures">{sum}</dd>
        </div>
      ))}
      <div className={styles.closing}>
        <dt>{t('coupon.settlement.closing')}</dt>
        <dd className="figures">{balanceWords(settlement.closingSom)}</dd>
      </div>
    </dl>
  );
}

function Signatures({ shopName, partnerName }: { shopName: string; partnerName: string }) {
  const { t } = useTranslation();
  return (
    <div className={styles.signatures}>
      {[shopName, partnerName].map((name) => (
        <div key={name}>
          <div>{name}</div>
          <div className={styles.line} />
          <div className={styles.under}>{t('coupon.settlement.signature')}</div>
        </div>
      ))}
    </div>
  );
}
