/** The goods of a price list with the usual price beside the agreed one, to be looked at and saved for the firm. */
import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Som } from '../../../shared/money.ts';
import { type LocalText, textIn } from '../../../shared/text.ts';
import { useFormat, useLanguage } from '../../app/language.ts';
import { SaveList } from '../../app/SaveList.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';

interface Priced {
  readonly productId: string;
  readonly name: LocalText;
  readonly usualSom: Som;
  readonly priceSom: Som;
}

export interface PriceListGoodsProps {
  readonly name: string;
  readonly goods: readonly Priced[];
}

export function PriceListGoods({ name, goods }: PriceListGoodsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const columns: readonly Column<Priced>[] = [
    { key: 'name', header: t('common.name'), cell: (row) => textIn(row.name, language) },
    {
      key: 'usual',
      header: t('report.firm.usualPrice'),
      width: 160,
      isFigure: true,
      cell: ({ usualSom }) => format.number(usualSom),
    },
    {
      key: 'price',
      header: t('report.firm.agreedPrice'),
      width: 160,
      isFigure: true,
      cell: ({ priceSom }) => format.number(priceSom),
    },
  ];
  return (
    <>
      <Group justify="space-between">
        <Text fw={600}>{name}</Text>
        <SaveList
          what="priceList"
          name="price-list"
          columns={[
            { header: t('common.name'), value: (row: Priced) => textIn(row.name, language) },
            { header: t('report.firm.usualPrice'), value: ({ usualSom }) => usualSom },
            { header: t('report.firm.agreedPrice'), value: ({ priceSom }) => priceSom },
          ]}
          rows={() => Promise.resolve(goods)}
        />
      </Group>
      <DataTable
        label={name}
        columns={columns}
        rows={goods}
        rowKey={({ productId }) => productId}
        empty={<EmptyState title={t('report.firm.noPrices')} />}
      />
    </>
  );
}
