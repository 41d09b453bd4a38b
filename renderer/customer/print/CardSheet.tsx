/** Customers' cards on A4, ten on a sheet in the size of a bank card, to be cut out: the number as bars and as a square. */
import { formatCardNumber } from '../../../shared/customer/cardNumber.ts';
import { cardWords } from '../../../shared/customer/cardWords.ts';
import type { Language } from '../../../shared/text.ts';
import type { PaperShop } from '../../app/paperShop.ts';
import { CodeDrawing } from '../../ui/CodeDrawing.tsx';
import { CutMarks } from '../../ui/CutMarks.tsx';
import { Fitted } from '../../ui/Fitted.tsx';
import { PageSize, Sheet } from '../../ui/Sheet.tsx';
import styles from './CardSheet.module.css';

const a4 = { widthMm: 210, heightMm: 297 };
const columns = 2;
const rows = 5;
export const cardsOnSheet = columns * rows;
/** A bank card is 85.6 × 54 mm: what is left of the sheet is its margins. */
const marginXMm = (a4.widthMm - columns * 85.6) / 2;
const marginYMm = (a4.heightMm - rows * 54) / 2;

export interface CardSheetsProps {
  readonly shop: Pick<PaperShop, 'name' | 'logo'>;
  readonly language: Language;
  readonly numbers: readonly string[];
}

export function CardSheets({ shop, language, numbers }: CardSheetsProps) {
  const sheets = Array.from({ length: Math.ceil(numbers.length / cardsOnSheet) }, (_, at) =>
    numbers.slice(at * cardsOnSheet, (at + 1) * cardsOnSheet),
  );
  return (
    <>
      <PageSize {...a4} />
      {sheets.map((onSheet) => (
        <Sheet key={onSheet[0]} {...a4}>
          <CutMarks {...a4} columns={columns} rows={rows} marginMm={marginXMm} marginYMm={marginYMm} />
          <div
            className={styles.cards}
            style={{ left: `${marginXMm}mm`, top: `${marginYMm}mm`, gridTemplateColumns: '85.6mm 85.6mm' }}
          >
            {onSheet.map((number) => (
              <CustomerCard key={number} shop={shop} language={language} number={number} />
            ))}
          </div>
        </Sheet>
      ))}
    </>
  );
}

interface CustomerCardProps extends Omit<CardSheetsProps, 'numbers'> {
  readonly number: string;
}

/** One card in its real size. */
export function CustomerCard({ shop, language, number }: CustomerCardProps) {
  const words = cardWords[language];
  return (
    <article className={styles.card} lang={language}>
      <div className={styles.top}>
        {shop.logo !== null && <img className={styles.logo} src={shop.logo} alt="" />}
        <Fitted className={styles.shop} words={`${shop.logo === null} ${shop.name}`}>
          {shop.name}
        </Fitted>
        <strong className={styles.title}>{words.title}</strong>
      </div>
      <div className={styles.codes}>
        <div className={styles.number}>
          <CodeDrawing kind="ean" data={number} className={styles.bars} />
          <span className={styles.digits}>{formatCardNumber(number)}</span>
        </div>
        <CodeDrawing kind="qr" data={number} className={styles.qr} />
      </div>
      <div className={styles.foot}>
        <strong>{words.show}</strong>
        <span>{words.phone}</span>
      </div>
    </article>
  );
}
