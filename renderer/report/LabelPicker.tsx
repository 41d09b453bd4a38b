/** Picking goods for labels: found by name, code or category on the left, with the number of labels on the right. */
import { Button, CloseButton, Group, Select } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Product } from '../../shared/catalogue/contract.ts';
import { mostLabels } from '../../shared/report/labelOrder.ts';
import { textIn } from '../../shared/text.ts';
import { api } from '../app/api.ts';
import { useFormat, useLanguage } from '../app/language.ts';
import { useMay } from '../app/session.tsx';
import { usePages } from '../app/usePages.ts';
import { useIntention, useTill } from '../app/useTill.ts';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { MoreRows } from '../ui/MoreRows.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { WholeInput } from '../ui/WholeInput.tsx';
import styles from './LabelPicker.module.css';
import type { LabelPaper } from './PrintLabels.tsx';
import type { PickedGoods } from './pickedGoods.ts';
import { PriceTag } from './print/PriceTag.tsx';

interface LabelPickerProps {
  picked: PickedGoods;
  paper: LabelPaper;
}

export function LabelPicker({ picked, paper }: LabelPickerProps) {
  return (
    <div className={styles.parts}>
      <GoodsToPick onAdd={picked.add} isPicked={(id) => picked.copies.has(id)} />
      <PickedList picked={picked} paper={paper} />
    </div>
  );
}

interface GoodsToPickProps {
  onAdd: (productIds: readonly string[]) => void;
  isPicked: (productId: string) => boolean;
}

function GoodsToPick({ onAdd, isPicked }: GoodsToPickProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const columns = useColumns();
  const [search, setSearch] = useState('');
  const [categoryId, setCategory] = useState<string | null>(null);
  const groups = useTill(api.catalogue.groups, {}).data;
  const list = usePages(api.catalogue.list, { search, categoryId });
  const products = list.pages.flatMap((page) => page.products).filter(({ isActive }) => isActive);
  const categories = (groups?.categories ?? []).map(({ id, name }) => ({
    value: id,
    label: textIn(name, language),
  }));
  return (
    <div className={styles.goods}>
      <Group gap="sm">
        <SearchField label={t('catalogue.search')} onSearch={setSearch} takesFocus />
        {categories.length > 0 && (
          <Select
            aria-label={t('catalogue.category')}
            placeholder={t('report.tags.everyCategory')}
            w={200}
            clearable
            data={categories}
            value={categoryId}
            onChange={setCategory}
          />
        )}
        {(search !== '' || categoryId !== null) && products.length > 1 && (
          <Button
            variant="default"
            leftSection={<IconPlus size={20} aria-hidden="true" />}
            onClick={() => onAdd(products.map(({ id }) => id))}
          >
            {t('report.tags.addShown', { count: products.length })}
          </Button>
        )}
      </Group>
      <ErrorAnswer error={list.error} />
      {!list.isLoading && (
        <DataTable
          label={t('ui.nav.catalogue')}
          columns={columns}
          rows={products}
          rowKey={(product) => product.id}
          onRow={(product) => onAdd([product.id])}
          isSelected={(product) => isPicked(product.id)}
          footer={list.hasMore && <MoreRows isLoading={list.isLoadingMore} onMore={list.loadMore} />}
          empty={
            <EmptyState title={t('catalogue.notFound', { search })} hint={t('catalogue.notFoundHint')} />
          }
        />
      )}
    </div>
  );
}

function useColumns(): readonly Column<Product>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  return [
    { key: 'name', header: t('catalogue.name'), cell: (product) => textIn(product.name, language) },
    {
      key: 'barcode',
      header: t('catalogue.barcode'),
      width: 160,
      cell: ({ barcodes }) => (
        <span className="figures">{barcodes[0] ?? <span className="muted">–</span>}</span>
      ),
    },
    {
      key: 'price',
      header: t('catalogue.priceColumn'),
      width: 120,
      isFigure: true,
      cell: (product) => format.number(product.priceSom),
    },
  ];
}

function PickedList({ picked, paper }: LabelPickerProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const first = picked.items[0];
  return (
    <aside className={styles.picked} aria-label={t('report.tags.picked')}>
      <ErrorAnswer error={picked.error} />
      {picked.all.length === 0 && (
        <EmptyState title={t('report.tags.none')} hint={t('report.tags.noneHint')} />
      )}
      {first !== undefined && (
        <div className={styles.preview}>
          <PriceTag tag={first.label} {...paper} />
        </div>
      )}
      <WithoutCodes picked={picked} />
      <ul className={styles.list}>
        {picked.all.map(({ label: { productId, name }, copies }) => (
          <li key={productId} className={styles.row}>
            <span className={styles.name}>{textIn(name, language)}</span>
            <WholeInput
              aria-label={t('report.tags.copiesOf', { name: textIn(name, language) })}
              w={84}
              mostDigits={String(mostLabels).length}
              value={copies}
              onChange={(count) => picked.setCopies(productId, count)}
            />
            <CloseButton
              aria-label={`${t('common.delete')} ${textIn(name, language)}`}
              onClick={() => picked.remove(productId)}
            />
          </li>
        ))}
      </ul>
    </aside>
  );
}

/** Goods without a code cannot be scanned: the shop gives them codes of its own. */
function WithoutCodes({ picked }: { picked: PickedGoods }) {
  const { t } = useTranslation();
  const mayChange = useMay('catalogue.change');
  const give = useIntention(api.catalogue.giveBarcodes);
  const productIds = picked.all
    .filter(({ label }) => label.barcode === null)
    .map(({ label }) => label.productId);
  if (productIds.length === 0) return null;
  return (
    <div className={styles.codes}>
      <span>{t('report.tags.withoutCode', { count: productIds.length })}</span>
      {mayChange && (
        <Button
          variant="light"
          size="compact-md"
          mih={36}
          loading={give.isSending}
          onClick={() => void give.send({ productIds })}
        >
          {t('report.tags.giveCodes')}
        </Button>
      )}
      <ErrorAnswer error={give.error} />
    </div>
  );
}
