/** The customers of a day as A4 pages: the figures beside each other on top, then the people in two columns. */
import type { PrintOrder } from '../../../shared/receipt/printAddress.ts';
import { businessDay } from '../../../shared/time.ts';
import { api } from '../../app/api.ts';
import { askPaperShop, type PaperShop } from '../../app/paperShop.ts';
import { type Paper, type PaperPageProps, usePaper } from '../../credit/print/usePaper.ts';
import { PageSize, Sheet } from '../../ui/Sheet.tsx';
import type { BookBlock, Say } from '../bookBlock.ts';
import { customerDayBlocks } from '../customerDayBlocks.ts';
import { BookHead, BookTable, heightMm, sheetRows, widthMm } from './BookSheets.tsx';
import bookStyles from './book.module.css';
import { readBookOrder, sayIn } from './bookOrder.ts';
import styles from './CustomerDayPages.module.css';
import { type PackedSheet, packBlocks } from './packBlocks.ts';

interface CustomerDayPaper extends Paper {
  readonly shop: PaperShop;
  readonly title: string;
  readonly lines: readonly string[];
  readonly figures: readonly BookBlock[];
  readonly packed: readonly PackedSheet[];
  readonly say: Say;
}

/** What the figures take of the first sheet, in rows of a table: two small tables below each other, with their titles. */
const figureRows = 14;
const columnsOnSheet = 2;

async function askCustomerDay({ id }: PrintOrder): Promise<CustomerDayPaper | string> {
  const { of, language } = readBookOrder(id);
  const [facts, answer] = await Promise.all([
    askPaperShop(),
    api.report.customerDay({ day: businessDay(of) }),
  ]);
  if (typeof facts === 'string') return facts;
  if (!answer.ok) return answer.error.code;
  const say = sayIn(language);
  const { t, format } = say;
  const { day, until } = answer.data;
  const { figures, lists } = customerDayBlocks(answer.data, say);
  const packed = packBlocks(lists, {
    ...sheetRows,
    firstRows: sheetRows.firstRows - figureRows,
    firstSheets: columnsOnSheet,
  });
  return {
    shop: facts.shop,
    title: `${t('report.customerDay.paper')}: ${format.longDay(day)}`,
    lines: [
      until === null
        ? t('report.customerDay.over')
        : t('report.customerDay.until', { time: format.moment(until) }),
      t('report.customerDay.inSom'),
    ],
    figures,
    packed,
    say,
    sheets: Math.ceil(packed.length / columnsOnSheet),
  };
}

export function CustomerDayPages(props: PaperPageProps) {
  const paper = usePaper(props, askCustomerDay);
  if (paper === null) return null;
  const { from, sheets } = props.order;
  const numbers = Array.from({ length: paper.sheets }, (_, at) => at + 1).slice(from, from + sheets);
  return (
    <>
      <PageSize widthMm={widthMm} heightMm={heightMm} />
      {numbers.map((number) => (
        <Sheet key={number} widthMm={widthMm} heightMm={heightMm}>
          <OneSheet paper={paper} number={number} />
        </Sheet>
      ))}
    </>
  );
}

function OneSheet({ paper, number }: { paper: CustomerDayPaper; number: number }) {
  const { shop, title, lines, figures, packed, say, sheets } = paper;
  const first = (number - 1) * columnsOnSheet;
  return (
    <div className={bookStyles.page}>
      <BookHead shop={shop} title={title} lines={lines} say={say} isFirst={number === 1} />
      {number === 1 && <Figures blocks={figures} />}
      <div className={styles.columns}>
        {packed.slice(first, first + columnsOnSheet).map((column, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
          <div key={at} className={styles.column}>
            {column.map((part) => (
              <BookTable key={part.block.key} packed={part} say={say} />
            ))}
          </div>
        ))}
      </div>
      <footer className={bookStyles.foot}>{say.t('report.month.sheet', { number, of: sheets })}</footer>
    </div>
  );
}

function Figures({ blocks }: { blocks: readonly BookBlock[] }) {
  return (
    <div className={styles.figures}>
      {blocks.map((block) => (
        <section key={block.key}>
          <h2 className={styles.title}>{block.title}</h2>
          <table className={styles.table}>
            <tbody>
              {block.rows.map(({ cells: [word, figure] }) => (
                <tr key={word}>
                  <td>{word}</td>
                  <td className={styles.figure}>{figure}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </div>
  );
}
