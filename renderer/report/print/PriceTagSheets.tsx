/** Price tags on paper: as many as there are places on a sheet, or one a page of a roll. */
import type { Label } from '../../../shared/report/labelContract.ts';
import {
  type LabelLayout,
  labelPage,
  labelPages,
  labelPlaces,
  labelsPerPage,
} from '../../../shared/report/labelLayout.ts';
import type { Language } from '../../../shared/text.ts';
import type { BusinessDay } from '../../../shared/time.ts';
import { PageSize, Sheet } from '../../ui/Sheet.tsx';
import { PriceTag } from './PriceTag.tsx';
import styles from './PriceTagSheets.module.css';

export interface PriceTagSheetsProps {
  /** In the order of the places; a product may come several times. */
  tags: readonly Label[];
  layout: LabelLayout;
  language: Language;
  day: BusinessDay;
}

/** Labels by the pages they stand on, each with its place as a name of its own. */
function pagesOf(tags: readonly Label[], layout: LabelLayout) {
  const perPage = labelsPerPage(layout);
  const placed = tags.map((tag, place) => ({ tag, place }));
  return Array.from({ length: labelPages(layout, tags.length) }, (_, at) => ({
    page: at,
    labels: placed.slice(at * perPage, (at + 1) * perPage),
  }));
}

export function PriceTagSheets({ tags, layout, language, day }: PriceTagSheetsProps) {
  const { columns, widthMm } = labelPlaces[layout];
  const size = labelPage(layout);
  return (
    <>
      <PageSize {...size} />
      {pagesOf(tags, layout).map(({ page, labels }) => (
        <Sheet key={page} {...size}>
          <div className={styles.tags} style={{ gridTemplateColumns: `repeat(${columns}, ${widthMm}mm)` }}>
            {labels.map(({ tag, place }) => (
              <PriceTag key={place} tag={tag} layout={layout} language={language} day={day} />
            ))}
          </div>
        </Sheet>
      ))}
    </>
  );
}
