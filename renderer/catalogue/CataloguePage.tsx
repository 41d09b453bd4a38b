/** All goods of the shop: found by name or barcode, changed in a drawer at the side. */
import { Badge, Button, Group } from '@mantine/core';
import { IconPlus, IconStarFilled } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Product } from '../../shared/catalogue/contract.ts';
import { textIn } from '../../shared/text.ts';
import { api } from '../app/api.ts';
import { GoodsTabs } from '../app/GoodsTabs.tsx';
import { ImportButton } from '../app/ImportButton.tsx';
import { useFormat, useLanguage } from '../app/language.ts';
import { everyPage, type SavedColumn, SaveList } from '../app/SaveList.tsx';
import { useMay, useSession } from '../app/session.tsx';
import { usePages } from '../app/usePages.ts';
import { useTill } from '../app/useTill.ts';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { MoreRows } from '../ui/MoreRows.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { ExpiryBadge } from './ExpiryBadge.tsx';
import { ProductDrawer } from './ProductDrawer.tsx';

export function CataloguePage() {
  const { t } = useTranslation();
  const mayChange = useMay('catalogue.change');
  const [search, setSearch] = useState('');
  const [edited, setEdited] = useState<Product | 'new' | null>(null);
  const columns = useColumns();
  const saved = useSavedColumns();
  const list = usePages(api.catalogue.list, { search });
  const products = list.pages.flatMap((page) => page.products);
  const count = list.pages[0]?.count;
  const add = () => setEdited('new');
  return (
    <>
      <GoodsTabs open="goods" note={count === undefined ? undefined : t('common.count.items', { count })}>
        <ImportButton />
        {mayChange && (
          <Button leftSection={<IconPlus size={20} aria-hidden="true" />} onClick={add}>
            {t('catalogue.add')}
          </Button>
        )}
      </GoodsTabs>
      <Group justify="space-between">
        <SearchField label={t('catalogue.search')} onSearch={setSearch} />
        <SaveList
          what="goods"
          name="goods"
          columns={saved}
          rows={() => everyPage(api.catalogue.list, { search }, (page) => page.products)}
        />
      </Group>
      <ErrorAnswer error={list.error} />
      {!list.isLoading && (
        <DataTable
          label={t('ui.nav.catalogue')}
          columns={columns}
          rows={products}
          rowKey={(product) => product.id}
          {...(mayChange ? { onRow: setEdited } : {})}
          isSelected={(product) => edited !== null && edited !== 'new' && edited.id === product.id}
          footer={list.hasMore && <MoreRows isLoading={list.isLoadingMore} onMore={list.loadMore} />}
          empty={
            <EmptyState
              title={search === '' ? t('catalogue.empty') : t('catalogue.notFound', { search })}
              hint={search === '' ? t('catalogue.emptyHint') : t('catalogue.notFoundHint')}
              action={mayChange && <Button onClick={add}>{t('catalogue.add')}</Button>}
            />
          }
        />
      )}
      <ProductDrawer edited={edited} onClose={() => setEdited(null)} />
    </>
  );
}

/** The headings are those that an import knows again, so that a saved list can be mended and brought back in. */
function useSavedColumns(): readonly SavedColumn<Product>[] {
  const { t } = useTranslation();
  const language = useLanguage();
  const groups = useTill(api.catalogue.groups, {}).data;
  const categoryOf = new Map(groups?.categories.map(({ id, name }) => [id, textIn(name, language)]));
  const brandOf = new Map(groups?.brands.map(({ id, name }) => [id, name]));
  return [
    { header: t('exchange.field.nameUz'), value: ({ name }) => name.uz ?? '' },
    { header: t('exchange.field.nameRu'), value: ({ name }) => name.ru ?? '' },
    { header: t('exchange.field.nameEn'), value: ({ name }) => name.en ?? '' },
    { header: t('exchange.field.barcode'), value: ({ barcodes }) => barcodes.join('; ') },
    {
      header: t('exchange.field.category'),
      value: ({ categoryId }) => categoryOf.get(categoryId ?? '') ?? '',
    },
    { header: t('exchange.field.brand'), value: ({ brandId }) => brandOf.get(brandId ?? '') ?? '' },
    { header: t('exchange.field.unit'), value: ({ unit }) => unit },
    { header: t('exchange.field.price'), value: ({ priceSom }) => priceSom },
    { header: t('exchange.field.cost'), value: ({ costSom }) => costSom },
    { header: t('exchange.field.expiresOn'), value: ({ expiresOn }) => expiresOn },
  ];
}

function useColumns(): readonly Column<Product>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const today = useSession().shop.businessDay;
  const groups = useTill(api.catalogue.groups, {}).data;
  const categoryOf = new Map(groups?.categories.map(({ id, name }) => [id, textIn(name, language)]));
  return [
    {
      key: 'name',
      header: t('catalogue.name'),
      cell: (product) => (
        <>
          {product.isQuickGood && (
            <IconStarFilled
              size={16}
              role="img"
              aria-label={t('catalogue.isQuickGood')}
              style={{ marginRight: 8, verticalAlign: 'text-bottom', color: 'var(--primary)' }}
            />
          )}
          {textIn(product.name, language)}
          {!product.isActive && (
            <Badge color="gray" ml="sm">
              {t('catalogue.notSold')}
            </Badge>
          )}
          {product.isActive && product.expiresOn !== null && (
            <ExpiryBadge expiresOn={product.expiresOn} today={today} />
          )}
        </>
      ),
    },
    {
      key: 'category',
      header: t('catalogue.category'),
      width: 180,
      cell: ({ categoryId }) => categoryOf.get(categoryId ?? '') ?? <span className="muted">–</span>,
    },
    {
      key: 'barcode',
      header: t('catalogue.barcode'),
      width: 190,
      cell: ({ barcodes }) => (
        <span className="figures">
          {barcodes[0] ?? <span className="muted">–</span>}
          {barcodes.length > 1 && <span className="muted"> +{barcodes.length - 1}</span>}
        </span>
      ),
    },
    { key: 'unit', header: t('catalogue.unit'), width: 100, cell: (product) => format.unit(product.unit) },
    {
      key: 'price',
      header: t('catalogue.priceColumn'),
      width: 160,
      isFigure: true,
      cell: (product) => format.number(product.priceSom),
    },
  ];
}
