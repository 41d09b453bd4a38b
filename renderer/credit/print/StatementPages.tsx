/** A customer's open debts as A4 pages in their own language, with the lines on which both sides sign. */
import type { DebtShown } from '../../../shared/credit/contract.ts';
import { createFormat, type Format } from '../../../shared/format.ts';
import { type Som, sumOf, zeroSom } from '../../../shared/money.ts';
import type { PrintOrder } from '../../../shared/receipt/printAddress.ts';
import type { Language } from '../../../shared/text.ts';
import type { BusinessDay } from '../../../shared/time.ts';
import { api } from '../../app/api.ts';
import { askPaperShop, type PaperShop } from '../../app/paperShop.ts';
import { PageSize, Sheet } from '../../ui/Sheet.tsx';
import { PaperHead } from './PaperHead.tsx';
import styles from './paper.module.css';
import { type CreditPaperWords, creditPaperWords } from './paperWords.ts';
import { type Paper, type PaperPageProps, rowsOfSheets, sheetCount, usePaper } from './usePaper.ts';

interface StatementPaper extends Paper {
  readonly shop: PaperShop;
  readonly language: Language;
  readonly day: BusinessDay;
  readonly name: string;
  readonly phone: string | null;
  readonly debts: readonly DebtShown[];
}

const widthMm = 210;
const heightMm = 297;
const perSheet = 20;

/** Refused: somebody who owes nothing has nothing to sign. */
async function askStatement({ id: customerId }: PrintOrder): Promise<StatementPaper | string> {
  const [facts, status, customer, account] = await Promise.all([
    askPaperShop(),
    api.shop.status({}),
    api.customer.get({ customerId }),
    api.credit.account({ customerId }),
  ]);
  if (typeof facts === 'string') return facts;
  if (!status.ok) return status.error.code;
  if (!customer.ok) return customer.error.code;
  if (!account.ok) return account.error.code;
  const debts = account.data.debts.filter(({ openSom }) => openSom > 0);
  if (debts.length === 0) return 'NotFound';
  const { name, phone, language } = customer.data.customer;
  return {
    shop: facts.shop,
    language: language ?? facts.language,
    day: status.data.businessDay,
    name,
    phone,
    debts,
    sheets: sheetCount(debts.length, perSheet),
  };
}

export function StatementPages(props: PaperPageProps) {
  const paper = usePaper(props, askStatement);
  if (paper === null) return null;
  const words = creditPaperWords[paper.language];
  const format = createFormat(paper.language);
  return (
    <>
      <PageSize widthMm={widthMm} heightMm={heightMm} />
      {rowsOfSheets(paper.debts, perSheet, props.order).map(({ sheet, rows }) => (
        <Sheet key={sheet} widthMm={widthMm} heightMm={heightMm}>
          <div className={styles.page} lang={paper.language}>
            <PaperHead
              shop={paper.shop}
              date={format.day(paper.day)}
              page={paper.sheets === 1 ? undefined : words.page(sheet + 1, paper.sheets)}
            />
            <h1 className={styles.title}>{words.statement}</h1>
            <Who paper={paper} words={words} format={format} />
            <DebtRows debts={rows} words={words} format={format} />
            {sheet === paper.sheets - 1 && <Foot paper={paper} words={words} format={format} />}
          </div>
        </Sheet>
      ))}
    </>
  );
}

interface PartProps {
  readonly paper: StatementPaper;
  readonly words: CreditPaperWords;
  readonly format: Format;
}

function Who({ paper: { name, phone }, words, format }: PartProps) {
  const parts = [name, phone === null ? '' : format.phone(phone)].filter((part) => part !== '');
  return (
    <div className={styles.who}>
      {words.customer}: <strong>{parts.join(', ')}</strong>
    </div>
  );
}

function DebtRows({
  debts,
  words,
  format,
}: Omit<PartProps, 'paper'> & { readonly debts: readonly DebtShown[] }) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th>{words.takenOn}</th>
          <th>{words.what}</th>
          <th>{words.dueOn}</th>
          <th className={styles.figure}>{words.amount}</th>
          <th className={styles.figure}>{words.open}</th>
        </tr>
      </thead>
      <tbody>
        {debts.map((debt) => (
          <tr key={debt.debtId}>
            <td>{format.day(debt.takenOn)}</td>
            <td>
              {debt.receiptNumber === null
                ? [words.notebook, debt.note].filter((part) => part !== '').join(': ')
                : words.receipt(debt.receiptNumber)}
            </td>
            <td>{format.day(debt.dueOn)}</td>
            <td className={styles.figure}>{format.number(debt.amountSom)}</td>
            <td className={styles.figure}>{format.number(debt.openSom)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What is owed in all, the sentence that is signed, and the two lines. */
function Foot({ paper, words, format }: PartProps) {
  const open = sumOf(paper.debts, ({ openSom }) => openSom);
  const late = sumOf(paper.debts, ({ dueOn, openSom }): Som => (dueOn < paper.day ? openSom : zeroSom));
  return (
    <section>
      <div className={styles.who}>
        {words.total}: <strong>{format.som(open)}</strong>
        {late > 0 && `, ${words.late}: ${format.som(late)}`}
      </div>
      <p className={styles.confirm}>{words.confirm}</p>
      <div className={styles.signatures}>
        <Signature who={paper.name === '' ? words.customer : paper.name} words={words} />
        <Signature who={`${words.forShop}: ${paper.shop.name}`} words={words} />
      </div>
    </section>
  );
}

function Signature({ who, words }: { readonly who: string; readonly words: CreditPaperWords }) {
  return (
    <div>
      <div>{who}</div>
      <div className={styles.line} />
      <div className={styles.under}>{words.signature}</div>
    </div>
  );
}
