/** The tags that are due with the reason for each, and how the first of them will look on paper. */
import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { textIn } from '../../shared/text.ts';
import { useFormat, useLanguage } from '../app/language.ts';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import type { DueTag } from './dueTags.ts';
import styles from './PriceTagTable.module.css';
import type { LabelPaper } from './PrintLabels.tsx';
import { PriceTag } from './print/PriceTag.tsx';

export interface PriceTagTableProps {
  tags: readonly DueTag[];
  /** Products whose tag is not printed this time. */
  leftOut: ReadonlySet<string>;
  onLeaveOut: (leftOut: ReadonlySet<string>) => void;
  onPaper: LabelPaper;
}

export function PriceTagTable({ tags, leftOut, onLeaveOut, onPaper }: PriceTagTableProps) {
  const { t } = useTranslation();
  const columns = useColumns();
  const language = useLanguage();
  const toggle = ({ productId }: DueTag) => {
    const next = new Set(leftOut);
    if (!next.delete(productId)) next.add(productId);
    onLeaveOut(next);
  };
  const isNone = tags.every((tag) => leftOut.has(tag.productId));
  const isAll = tags.every((tag) => !leftOut.has(tag.productId));
  const all = isAll ? new Set(tags.map((tag) => tag.productId)) : new Set<string>();
  const shown = tags.find((tag) => !leftOut.has(tag.productId));
  const box: Column<DueTag> = {
    key: 'chosen',
    header: '',
    width: 56,
    cell: (tag) => (
      <Checkbox
        checked={!leftOut.has(tag.productId)}
        aria-label={textIn(tag.name, language)}
        onClick={(event) => event.stopPropagation()}
        onChange={() => toggle(tag)}
      />
    ),
  };
  return (
    <div className={styles.parts}>
      <div className={styles.list}>
        <Checkbox
          label={t('report.tags.all')}
          checked={isAll}
          indeterminate={!isAll && !isNone}
          onChange={() => onLeaveOut(all)}
        />
        <DataTable
          label={t('catalogue.tab.priceTags')}
          columns={[box, ...columns]}
          rows={tags}
          rowKey={(tag) => tag.productId}
          onRow={toggle}
          empty={null}
        />
      </div>
      {shown !== undefined && (
        <aside className={styles.preview} aria-label={t('report.tags.preview')}>
          <PriceTag tag={shown} {...onPaper} />
        </aside>
      )}
    </div>
  );
}

function useColumns(): readonly Column<DueTag>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  return [
    { key: 'name', header: t('catalogue.name'), cell: (tag) => textIn(tag.name, language) },
    {
      key: 'price',
      header: t('catalogue.priceColumn'),
      width: 130,
      isFigure: true,
      cell: (tag) => format.number(tag.priceSom),
    },
    {
      key: 'old',
      header: t('report.tags.old'),
      width: 120,
      isFigure: true,
      cell: ({ oldPriceSom }) =>
        oldPriceSom === null ? '' : <del className="muted">{format.number(oldPriceSom)}</del>,
    },
    {
      key: 'why',
      header: t('report.tags.reason'),
      width: 210,
      cell: ({ why, until }) =>
        until === null ? (
          t(`report.tags.why.${why}`)
        ) : (
          <>
            {t(`report.tags.why.${why}`)}
            <div className="muted">{t('report.tags.until', { day: format.day(until) })}</div>
          </>
        ),
    },
  ];
}
