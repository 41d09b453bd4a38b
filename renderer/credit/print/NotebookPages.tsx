/** Debts that were copied from the paper notebook as A4 pages in three languages, each row with a place to sign. */
import type { NotebookRow } from '../../../shared/credit/contract.ts';
import { createFormat, type Format } from '../../../shared/format.ts';
import { sumOf } from '../../../shared/money.ts';
import type { PrintOrder } from '../../../shared/receipt/printAddress.ts';
import { calendarOf } from '../../../shared/shop/settings.ts';
import type { Language } from '../../../shared/text.ts';
import { type BusinessDay, businessDayOf } from '../../../shared/time.ts';
import { api } from '../../app/api.ts';
import { askPaperShop, type PaperShop } from '../../app/paperShop.ts';
import { PageSize, Sheet } from '../../ui/Sheet.tsx';
import { PaperHead } from './PaperHead.tsx';
import styles from './paper.module.css';
import { type CreditPaperWords, creditPaperWords, languagesFrom } from './paperWords.ts';
import { type Paper, type PaperPageProps, rowsOfSheets, sheetCount, usePaper } from './usePaper.ts';

interface SignedRow extends NotebookRow {
  /** What is signed for: as it was copied, or what is left of it. */
  readonly signedSom: NotebookRow['amountSom'];
}

interface NotebookPaper extends Paper {
  readonly shop: PaperShop;
  readonly languages: readonly Language[];
  readonly day: BusinessDay;
  readonly rows: readonly SignedRow[];
}

const widthMm = 210;
const heightMm = 297;
const perSheet = 17;
const portion = 200;

/** Every row of the notebook, oldest first, or the code of a refusal. */
async function askRows(): Promise<readonly NotebookRow[] | string> {
  const rows: NotebookRow[] = [];
  let cursor: string | null = null;
  do {
    const answer: Awaited<ReturnType<typeof api.credit.notebook>> = await api.credit.notebook({
      cursor,
      limit: portion,
    });
    if (!answer.ok) return answer.error.code;
    rows.push(...answer.data.rows);
    cursor = answer.data.nextCursor;
  } while (cursor !== null);
  return rows.toReversed();
}

/** The id of the order is the day on which rows were copied, or `open` for all on which something is owed. */
async function askNotebook({ id }: PrintOrder): Promise<NotebookPaper | string> {
  const [facts, status, settings, all] = await Promise.all([
    askPaperShop(),
    api.shop.status({}),
    api.shop.settings({}),
    askRows(),
  ]);
  if (typeof facts === 'string') return facts;
  if (!status.ok) return status.error.code;
  if (!settings.ok) return settings.error.code;
  if (typeof all === 'string') return all;
  const calendar = calendarOf(settings.data);
  const rows: readonly SignedRow[] =
    id === 'open'
      ? all.filter(({ openSom }) => openSom > 0).map((row) => ({ ...row, signedSom: row.openSom }))
      : all
          .filter(({ notedAt }) => businessDayOf(notedAt, calendar) === id)
          .map((row) => ({ ...row, signedSom: row.amountSom }));
  if (rows.length === 0) return 'NotFound';
  return {
    shop: facts.shop,
    languages: languagesFrom(facts.language),
    day: id === 'open' ? status.data.businessDay : (id as BusinessDay),
    rows,
    sheets: sheetCount(rows.length, perSheet),
  };
}

export function NotebookPages(props: PaperPageProps) {
  const paper = usePaper(props, askNotebook);
  if (paper === null) return null;
  const [first = 'uz'] = paper.languages;
  const format = createFormat(first);
  return (
    <>
      <PageSize widthMm={widthMm} heightMm={heightMm} />
      {rowsOfSheets(paper.rows, perSheet, props.order).map(({ sheet, firstRow, rows }) => (
        <Sheet key={sheet} widthMm={widthMm} heightMm={heightMm}>
          <div className={styles.page}>
            <PaperHead
              shop={paper.shop}
              date={format.day(paper.day)}
              page={creditPaperWords[first].page(sheet + 1, paper.sheets)}
            />
            <Title languages={paper.languages} />
            <Rows rows={rows} firstRow={firstRow} paper={paper} format={format} />
            <Consent languages={paper.languages} />
          </div>
        </Sheet>
      ))}
    </>
  );
}

function Title({ languages }: { readonly languages: readonly Language[] }) {
  const [first = 'uz', ...others] = languages;
  return (
    <div>
      <h1 className={styles.title} lang={first}>
        {creditPaperWords[first].list}
      </h1>
      <p className={styles.second}>{others.map((language) => creditPaperWords[language].list).join(' · ')}</p>
    </div>
  );
}

/** The head of a column: the shop's language large, the others below it. */
function Head({
  languages,
  say,
  className,
}: {
  readonly languages: readonly Language[];
  readonly say: (words: CreditPaperWords) => string;
  readonly className?: string | undefined;
}) {
  const [first = 'uz', ...others] = languages;
  return (
    <th className={className}>
      {say(creditPaperWords[first])}
      <span>{others.map((language) => say(creditPaperWords[language])).join(' · ')}</span>
    </th>
  );
}

interface RowsProps {
  readonly rows: readonly SignedRow[];
  readonly firstRow: number;
  readonly paper: NotebookPaper;
  readonly format: Format;
}

function Rows({ rows, firstRow, paper, format }: RowsProps) {
  const { languages } = paper;
  const isLast = firstRow + rows.length === paper.rows.length;
  return (
    <table className={`${styles.table} ${styles.signed}`}>
      <thead>
        <tr>
          <th>№</th>
          <Head languages={languages} say={({ name }) => name} />
          <Head languages={languages} say={({ takenOn }) => takenOn} />
          <Head languages={languages} say={({ dueOn }) => dueOn} />
          <Head languages={languages} say={({ amount }) => amount} className={styles.figure} />
          <Head languages={languages} say={({ signature }) => signature} className={styles.sign} />
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={row.debtId}>
            <td className={styles.figure}>{firstRow + at + 1}</td>
            <td>
              <div className={styles.name}>{row.name}</div>
              {row.phone !== null && <div className={styles.phone}>{format.phone(row.phone)}</div>}
            </td>
            <td>{format.day(row.since)}</td>
            <td>{format.day(row.dueOn)}</td>
            <td className={styles.figure}>{format.number(row.signedSom)}</td>
            <td />
          </tr>
        ))}
        {isLast && (
          <tr className={styles.total}>
            <td />
            <td colSpan={3}>{languages.map((language) => creditPaperWords[language].total).join(' · ')}</td>
            <td className={styles.figure}>
              {format.number(sumOf(paper.rows, ({ signedSom }) => signedSom))}
            </td>
            <td />
          </tr>
        )}
      </tbody>
    </table>
  );
}

function Consent({ languages }: { readonly languages: readonly Language[] }) {
  return (
    <div className={styles.consent}>
      {languages.map((language) => (
        <p key={language} lang={language}>
          {creditPaperWords[language].consent}
        </p>
      ))}
    </div>
  );
}
