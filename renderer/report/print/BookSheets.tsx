/** Tables of the books on A4 sheets: the shop's name and what it is above, the number of the sheet below. */
import type { PrintOrder } from '../../../shared/receipt/printAddress.ts';
import type { PaperShop } from '../../app/paperShop.ts';
import { PageSize, Sheet } from '../../ui/Sheet.tsx';
import { cellText, type Say } from '../bookBlock.ts';
import styles from './book.module.css';
import type { PackedBlock, PackedSheet } from './packBlocks.ts';

export const widthMm = 210;
export const heightMm = 297;

/** In rows of a table: what is left of a sheet below its head. */
export const sheetRows = { firstRows: 44, otherRows: 48 } as const;

export interface BookSheetsProps {
  readonly shop: PaperShop;
  readonly title: string;
  /** Lines under the title: what is said of the whole. */
  readonly lines: readonly string[];
  readonly sheets: readonly PackedSheet[];
  readonly order: PrintOrder;
  readonly say: Say;
}

export function BookSheets({ sheets, order, ...rest }: BookSheetsProps) {
  const numbered = sheets.map((blocks, at) => ({ number: at + 1, blocks }));
  const shown = numbered.slice(order.from, order.from + order.sheets);
  return (
    <>
      <PageSize widthMm={widthMm} heightMm={heightMm} />
      {shown.map(({ number, blocks }) => (
        <Sheet key={number} widthMm={widthMm} heightMm={heightMm}>
          <div className={styles.page}>
            <BookHead {...rest} isFirst={number === 1} />
            {blocks.map((packed) => (
              <BookTable key={packed.block.key} packed={packed} say={rest.say} />
            ))}
            <footer className={styles.foot}>
              {rest.say.t('report.month.sheet', { number, of: sheets.length })}
            </footer>
          </div>
        </Sheet>
      ))}
    </>
  );
}

type HeadProps = Omit<BookSheetsProps, 'sheets' | 'order'> & { readonly isFirst: boolean };

export function BookHead({ shop, title, lines, isFirst }: HeadProps) {
  if (!isFirst) {
    return (
      <header className={styles.smallHead}>
        {shop.name} · {title}
      </header>
    );
  }
  return (
    <header className={styles.head}>
      <div>
        <div className={styles.shop}>{shop.name}</div>
        <div className={styles.line}>
          {[shop.address, shop.phone].filter((part) => part !== '').join(' · ')}
        </div>
      </div>
      <h1 className={styles.title}>{title}</h1>
      {lines.map((line) => (
        <div key={line} className={styles.line}>
          {line}
        </div>
      ))}
    </header>
  );
}

export function BookTable({ packed, say }: { packed: PackedBlock; say: Say }) {
  const { block, rows, isContinued, isEnd } = packed;
  const classOf = (place: number) => (place < block.words ? undefined : styles.figure);
  return (
    <section>
      <h2 className={styles.blockTitle}>
        {isContinued ? say.t('report.month.continued', { title: block.title }) : block.title}
      </h2>
      <table className={styles.table}>
        {block.headers !== undefined && (
          <thead>
            <tr>
              {block.headers.map((header, place) => (
                <th key={header} className={classOf(place)}>
                  {header}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a printed table never move
            <tr key={at} className={row.isTotal ? styles.total : row.isPart ? styles.part : undefined}>
              {row.cells.map((cell, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                <td key={place} className={classOf(place)}>
                  {cellText(cell, say.format)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {isEnd && block.note !== undefined && <p className={styles.note}>{block.note}</p>}
    </section>
  );
}
