/** One price tag in its real size: name in two lines at most, the price as large as it goes, the old one crossed out. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { createFormat } from '../../../shared/format.ts';
import type { Label } from '../../../shared/report/labelContract.ts';
import { isRoll, type LabelLayout, labelPlaces } from '../../../shared/report/labelLayout.ts';
import { type Language, textIn } from '../../../shared/text.ts';
import type { BusinessDay } from '../../../shared/time.ts';
import { fittingLines, fittingSize } from './fitText.ts';
import { type LabelStyle, labelStyles, moduleFor } from './labelStyle.ts';
import styles from './PriceTag.module.css';
import { barsOf } from './tagBars.ts';
import { widthOnPaper } from './widthOnPaper.ts';

export interface PriceTagProps {
  tag: Label;
  layout: LabelLayout;
  language: Language;
  /** Printed small, so that an old tag is known as one. */
  day: BusinessDay;
}

/** From the usual size down to half of it. */
const sizesFrom = (largest: number) => Array.from({ length: 11 }, (_, step) => largest * (1 - step * 0.05));

/** Two lines; a name that would be tiny in two has three, which are no higher. */
const waysOfName = (largest: number) => [
  { lines: 2, sizes: sizesFrom(largest).filter((size) => size >= largest * 0.7) },
  { lines: 3, sizes: sizesFrom(largest * 0.7) },
];

/** What is measured and what is printed differ by a hair. */
const almost = 0.985;

const mm = (length: number) => `${length}mm`;

export function PriceTag({ tag, layout, language, day }: PriceTagProps) {
  const { i18n } = useTranslation();
  const words = i18n.getFixedT(language);
  const format = createFormat(language);
  const { widthMm, heightMm } = labelPlaces[layout];
  const style = labelStyles[layout];
  const width = widthMm - 2 * style.padXMm;
  const name = textIn(tag.name, language);
  const named = fittingLines(name, width * almost, waysOfName(style.nameMm), widthOnPaper(600));
  const code = tag.barcode === null ? null : <TagCode barcode={tag.barcode} style={style} />;
  const until =
    tag.until === null ? format.day(day) : words('report.tags.until', { day: format.day(tag.until) });
  const foot = (
    <div className={styles.foot} style={{ fontSize: mm(style.smallMm) }}>
      {tag.unitPrice !== null && (
        <span>
          {words('report.tags.unitPrice', {
            unit: format.unit(tag.unitPrice.unit),
            price: format.som(tag.unitPrice.priceSom),
          })}
        </span>
      )}
      <span>{until}</span>
    </div>
  );
  return (
    <article
      className={styles.tag}
      data-kind={isRoll(layout) ? 'roll' : 'sheet'}
      lang={language}
      style={{ width: mm(widthMm), height: mm(heightMm), padding: `${mm(style.padYMm)} ${mm(style.padXMm)}` }}
    >
      <div
        className={styles.name}
        style={{ fontSize: mm(named.size), WebkitLineClamp: named.lines, maxHeight: mm(style.nameMm * 2.6) }}
      >
        {name}
      </div>
      <PriceRow
        price={format.number(tag.priceSom)}
        old={tag.oldPriceSom === null ? null : format.number(tag.oldPriceSom)}
        unit={words('report.tags.per', { unit: format.unit(tag.unit) })}
        width={width}
        style={style}
      />
      <Bottom isBeside={style.foot === 'beside' && code !== null} code={code} foot={foot} />
    </article>
  );
}

function Bottom({ isBeside, code, foot }: { isBeside: boolean; code: ReactNode; foot: ReactNode }) {
  return (
    <div className={isBeside ? styles.beside : styles.below}>
      {code}
      {foot}
    </div>
  );
}

interface PriceRowProps {
  price: string;
  old: string | null;
  unit: string;
  width: number;
  style: LabelStyle;
}

/** Beside the price stands what it is for, and above that the price that it replaces. */
function PriceRow({ price, old, unit, width, style }: PriceRowProps) {
  const oldSize = style.priceMm * 0.42;
  const gap = style.priceMm * 0.14;
  const beside = Math.max(
    widthOnPaper(600)(unit, style.smallMm),
    old === null ? 0 : widthOnPaper(600)(old, oldSize),
  );
  const box = { width: (width - beside - gap) * almost, lines: 1 };
  const sizes = sizesFrom(style.priceMm);
  const size = fittingSize(price.replace(/\s/g, '_'), box, sizes, widthOnPaper(700));
  return (
    <div className={styles.prices} style={{ gap: mm(gap) }}>
      <div className={styles.price} style={{ fontSize: mm(size) }}>
        {price}
      </div>
      <div className={styles.stack}>
        {old !== null && (
          <del className={styles.old} style={{ fontSize: mm(oldSize) }}>
            {old}
          </del>
        )}
        <span className={styles.unit} style={{ fontSize: mm(style.smallMm) }}>
          {unit}
        </span>
      </div>
    </div>
  );
}

/** Bars where a scanner can read them, and always the digits, to be typed. */
function TagCode({ barcode, style }: { barcode: string; style: LabelStyle }) {
  const bars = barsOf(barcode);
  const module = bars === null ? null : moduleFor(bars, style);
  const digits = (
    <span className={styles.digits} style={{ fontSize: mm(style.digitsMm) }}>
      {barcode}
    </span>
  );
  if (bars === null || module === null) return <span className={styles.code}>{digits}</span>;
  const { modules, quietLeft, quietRight, unitsPerModule, height, path } = bars;
  // The white of the label's edge is part of the quiet zone.
  const edge = style.foot === 'beside' ? -Math.min(style.padXMm, quietLeft * module) : -style.padXMm;
  const units = (count: number) => count * unitsPerModule;
  const all = quietLeft + modules + quietRight;
  return (
    <span
      className={styles.code}
      style={{ marginLeft: mm(edge), ...(style.foot === 'below' ? { marginRight: mm(edge) } : {}) }}
    >
      <svg
        viewBox={`${-units(quietLeft)} 0 ${units(all)} ${height}`}
        preserveAspectRatio="none"
        style={{ width: mm(all * module), height: mm(style.barsMm) }}
        shapeRendering="crispEdges"
        aria-hidden="true"
      >
        <path d={path} fill="#000000" fillRule="evenodd" />
      </svg>
      {digits}
    </span>
  );
}
