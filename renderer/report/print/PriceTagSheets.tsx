/** Price tags on A4 sheets, as many as there are places on each. */
import type { Language } from '../../../shared/text.ts';
import type { BusinessDay } from '../../../shared/time.ts';
import { PageSize, Sheet } from '../../ui/Sheet.tsx';
import { PriceTag, type TagLayout, type TagOnPaper, tagLayouts } from './PriceTag.tsx';
import styles from './PriceTagSheets.module.css';

const a4 = { widthMm: 210, heightMm: 297 };

export interface PriceTagSheetsProps {
  tags: readonly TagOnPaper[];
  layout: TagLayout;
  language: Language;
  day: BusinessDay;
}

export function PriceTagSheets({ tags, layout, language, day }: PriceTagSheetsProps) {
  const { columns, rows, widthMm } = tagLayouts[layout];
  const perSheet = columns * rows;
  const sheets = Array.from({ length: Math.ceil(tags.length / perSheet) }, (_, at) =>
    tags.slice(at * perSheet, (at + 1) * perSheet),
  );
  return (
    <>
      <PageSize {...a4} />
      {sheets.map((onSheet) => (
        <Sheet key={onSheet[0]?.productId} {...a4}>
          <div className={styles.tags} style={{ gridTemplateColumns: `repeat(${columns}, ${widthMm}mm)` }}>
            {onSheet.map((tag) => (
              <PriceTag key={tag.productId} tag={tag} layout={layout} language={language} day={day} />
            ))}
          </div>
        </Sheet>
      ))}
    </>
  );
}
