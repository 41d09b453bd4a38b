/** One price tag in its real size: name in two lines at most, the price as large as it goes, the old one crossed out. */
import { useTranslation } from 'react-i18next';
import type { Unit } from '../../../shared/basket.ts';
import { createFormat } from '../../../shared/format.ts';
import type { Som } from '../../../shared/money.ts';
import { type Language, type LocalText, textIn } from '../../../shared/text.ts';
import type { BusinessDay } from '../../../shared/time.ts';
import { codeSvg } from '../../ui/CodeImage.tsx';
import { fittingSize } from './fitText.ts';
import styles from './PriceTag.module.css';
import { widthOnPaper } from './widthOnPaper.ts';

export interface TagOnPaper {
  readonly productId: string;
  readonly name: LocalText;
  readonly barcode: string | null;
  readonly unit: Unit;
  readonly priceSom: Som;
  readonly oldPriceSom: Som | null;
  readonly until: BusinessDay | null;
}

/** Tags on an A4 sheet, without a gap between them: ready-made sheets of labels have these sizes. */
export const tagLayouts = {
  small: {
    widthMm: 70,
    heightMm: 37,
    columns: 3,
    rows: 8,
    nameMm: 4.4,
    priceMm: 10.5,
    footMm: 2.7,
    codeMm: 6.5,
    padMm: 4,
  },
  large: {
    widthMm: 105,
    heightMm: 74,
    columns: 2,
    rows: 4,
    nameMm: 8,
    priceMm: 22,
    footMm: 4,
    codeMm: 14,
    padMm: 6,
  },
} as const;
export type TagLayout = keyof typeof tagLayouts;

export interface PriceTagProps {
  tag: TagOnPaper;
  layout: TagLayout;
  language: Language;
  /** Printed small, so that an old tag is known as one. */
  day: BusinessDay;
}

/** From the usual size down to half of it. */
const sizesFrom = (largest: number) => Array.from({ length: 11 }, (_, step) => largest * (1 - step * 0.05));

export function PriceTag({ tag, layout, language, day }: PriceTagProps) {
  const { i18n } = useTranslation();
  const words = i18n.getFixedT(language);
  const format = createFormat(language);
  const { widthMm, heightMm, nameMm, priceMm, footMm, codeMm, padMm } = tagLayouts[layout];
  const width = widthMm - 2 * padMm;
  const name = textIn(tag.name, language);
  const nameSize = fittingSize(name, { width, lines: 2 }, sizesFrom(nameMm), widthOnPaper(600));
  const price = format.number(tag.priceSom);
  // Beside the price stands the code.
  const priceBox = { width: width * (tag.barcode === null ? 1 : 0.6), lines: 1 };
  const priceSize = fittingSize(price.replace(/\s/g, '_'), priceBox, sizesFrom(priceMm), widthOnPaper(700));
  return (
    <article
      className={styles.tag}
      lang={language}
      style={{ width: `${widthMm}mm`, height: `${heightMm}mm`, padding: `${padMm * 0.65}mm ${padMm}mm` }}
    >
      <div className={styles.name} style={{ fontSize: `${nameSize}mm`, maxHeight: `${nameMm * 2.4}mm` }}>
        {name}
      </div>
      <div className={styles.middle}>
        <div>
          {tag.oldPriceSom !== null && (
            <del className={styles.old} style={{ fontSize: `${priceMm * 0.42}mm` }}>
              {format.number(tag.oldPriceSom)}
            </del>
          )}
          <div className={styles.price} style={{ fontSize: `${priceSize}mm` }}>
            {price}
          </div>
        </div>
        {tag.barcode !== null && <TagCode barcode={tag.barcode} heightMm={codeMm} />}
      </div>
      <div className={styles.foot} style={{ fontSize: `${footMm}mm` }}>
        <span>{words('report.tags.perUnit', { unit: format.unit(tag.unit) })}</span>
        <span>
          {tag.until === null ? format.day(day) : words('report.tags.until', { day: format.day(tag.until) })}
        </span>
      </div>
    </article>
  );
}

function TagCode({ barcode, heightMm }: { barcode: string; heightMm: number }) {
  const svg = codeSvg(/^\d{13}$/.test(barcode) ? 'ean13' : 'code128', barcode);
  return (
    <span className={styles.code}>
      {svg !== null && (
        <img
          style={{ height: `${heightMm}mm` }}
          src={`data:image/svg+xml;utf8,${encodeURIComponent(svg)}`}
          alt=""
        />
      )}
      <span className={styles.digits}>{barcode}</span>
    </span>
  );
}
