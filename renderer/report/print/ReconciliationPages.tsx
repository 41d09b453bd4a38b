/** A customer's account over a time as A4 pages, with the lines on which both sides sign. */
import { createFormat, type Format } from '../../../shared/format.ts';
import { som } from '../../../shared/money.ts';
import type { PrintOrder } from '../../../shared/receipt/printAddress.ts';
import { readReconciliationId } from '../../../shared/receipt/printAddress.ts';
import type { Reconciliation } from '../../../shared/report/firmContract.ts';
import type { Language } from '../../../shared/text.ts';
import { api } from '../../app/api.ts';
import { askPaperShop, type PaperShop } from '../../app/paperShop.ts';
import { PaperHead } from '../../credit/print/PaperHead.tsx';
import styles from '../../credit/print/paper.module.css';
import {
  type Paper,
  type PaperPageProps,
  rowsOfSheets,
  sheetCount,
  usePaper,
} from '../../credit/print/usePaper.ts';
import { PageSize, Sheet } from '../../ui/Sheet.tsx';
import { type ReconciliationWords, reconciliationWords } from './reconciliationWords.ts';

interface AccountPaper extends Paper {
  readonly shop: PaperShop;
  readonly language: Language;
  readonly account: Reconciliation;
}

const widthMm = 210;
const heightMm = 297;
const perSheet = 22;

async function askAccount({ id }: PrintOrder): Promise<AccountPaper | string> {
  const asked = readReconciliationId(id);
  if (asked === null) return 'NotFound';
  const [facts, customer, account] = await Promise.all([
    askPaperShop(),
    api.customer.get({ customerId: asked.customerId }),
    api.report.reconciliation(asked),
  ]);
  if (typeof facts === 'string') return facts;
  if (!customer.ok) return customer.error.code;
  if (!account.ok) return account.error.code;
  return {
    shop: facts.shop,
    language: customer.data.customer.language ?? facts.language,
    account: account.data,
    sheets: sheetCount(account.data.rows.length, perSheet),
  };
}

export function ReconciliationPages(props: PaperPageProps) {
  const paper = usePaper(props, askAccount);
  if (paper === null) return null;
  const words = reconciliationWords[paper.language];
  const format = createFormat(paper.language);
  const { account, shop, sheets } = paper;
  return (
    <>
      <PageSize widthMm={widthMm} heightMm={heightMm} />
      {rowsOfSheets(account.rows, perSheet, props.order).map(({ sheet, rows }) => (
        <Sheet key={sheet} widthMm={widthMm} heightMm={heightMm}>
          <div className={styles.page} lang={paper.language}>
            <PaperHead
              shop={shop}
              date={format.dayRange(account.from, account.to)}
              page={sheets === 1 ? undefined : words.page(sheet + 1, sheets)}
            />
            <h1 className={styles.title}>{words.title}</h1>
            <Who account={account} words={words} format={format} />
            <Rows
              account={account}
              rows={rows}
              words={words}
              format={format}
              isFirst={sheet === 0}
              isLast={sheet === sheets - 1}
            />
            {sheet === sheets - 1 && <Foot account={account} shop={shop} words={words} format={format} />}
          </div>
        </Sheet>
      ))}
    </>
  );
}

interface PartProps {
  readonly account: Reconciliation;
  readonly words: ReconciliationWords;
  readonly format: Format;
}

function Who({ account, words, format }: PartProps) {
  const { legalName, customerName, taxNumber, contractNumber, contractOn } = account;
  const parts = [
    legalName === '' ? customerName : legalName,
    taxNumber === '' ? '' : `${words.taxNumber} ${taxNumber}`,
    contractNumber === ''
      ? ''
      : words.contract(contractNumber, contractOn === null ? '' : format.day(contractOn)),
  ].filter((part) => part !== '');
  return (
    <div className={styles.who}>
      {words.customer}: <strong>{parts.join(', ')}</strong>
    </div>
  );
}

interface RowsProps extends PartProps {
  readonly rows: readonly Reconciliation['rows'][number][];
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

function Rows({ account, rows, words, format, isFirst, isLast }: RowsProps) {
  const sum = (amount: number) => (amount === 0 ? '' : format.number(amount));
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th>{words.day}</th>
          <th>{words.document}</th>
          <th className={styles.figure}>{words.debit}</th>
          <th className={styles.figure}>{words.credit}</th>
          <th className={styles.figure}>{words.balance}</th>
        </tr>
      </thead>
      <tbody>
        {isFirst && (
          <tr className={styles.total}>
            <td colSpan={4}>{words.opening}</td>
            <td className={styles.figure}>{format.number(account.openingSom)}</td>
          </tr>
        )}
        {rows.map((row) => (
          <tr key={`${row.at} ${row.kind} ${row.balanceSom}`}>
            <td>{format.day(row.day)}</td>
            <td>
              {row.receiptNumber === null
                ? words.kind[row.kind]
                : words.numbered(words.kind[row.kind], row.receiptNumber)}
            </td>
            <td className={styles.figure}>{sum(row.debitSom)}</td>
            <td className={styles.figure}>{sum(row.creditSom)}</td>
            <td className={styles.figure}>{format.number(row.balanceSom)}</td>
          </tr>
        ))}
        {isLast && (
          <>
            <tr className={styles.total}>
              <td colSpan={2}>{words.turnover}</td>
              <td className={styles.figure}>{format.number(account.debitSom)}</td>
              <td className={styles.figure}>{format.number(account.creditSom)}</td>
              <td />
            </tr>
            <tr className={styles.total}>
              <td colSpan={4}>{words.closing}</td>
              <td className={styles.figure}>{format.number(account.closingSom)}</td>
            </tr>
          </>
        )}
      </tbody>
    </table>
  );
}

/** Who owes whom, what was paid at once, and the two lines. */
function Foot({ account, shop, words, format }: PartProps & { readonly shop: PaperShop }) {
  const { closingSom, atOnce, legalName, customerName } = account;
  const owed = closingSom > 0 ? words.customerOwes : words.shopOwes;
  return (
    <section>
      <div className={styles.who}>
        {closingSom === 0 ? (
          words.nobodyOwes
        ) : (
          <>
            {owed}: <strong>{format.som(som(Math.abs(closingSom)))}</strong>
          </>
        )}
      </div>
      {atOnce.receipts > 0 && (
        <p className={styles.confirm}>
          {words.atOnce(format.number(atOnce.receipts), format.som(atOnce.sumSom))}
        </p>
      )}
      <div className={styles.signatures}>
        <Signature who={`${words.forShop}: ${shop.name}`} words={words} />
        <Signature
          who={`${words.forCustomer}: ${legalName === '' ? customerName : legalName}`}
          words={words}
        />
      </div>
    </section>
  );
}

function Signature({ who, words }: { readonly who: string; readonly words: ReconciliationWords }) {
  return (
    <div>
      <div>{who}</div>
      <div className={styles.line} />
      <div className={styles.under}>{words.signature}</div>
    </div>
  );
}
