/** Sale prices: which goods cost less on which days. Each set of prices is made, started and ended here. */
import { Badge, Button } from '@mantine/core';
import { IconPlus, IconTag } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PromotionRow } from '../../shared/promotion/contract.ts';
import { textIn } from '../../shared/text.ts';
import { api } from '../app/api.ts';
import { GoodsTabs } from '../app/GoodsTabs.tsx';
import { useFormat, useLanguage } from '../app/language.ts';
import { useMay } from '../app/session.tsx';
import { useTill } from '../app/useTill.ts';
import { newIntentionId } from '../app/uuid.ts';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { SalePricesDrawer } from './SalePricesDrawer.tsx';
import { type SaleStage, stageOf } from './salePricesForm.ts';

const colours: Readonly<Record<SaleStage, string>> = {
  draft: 'gray',
  upcoming: 'teal',
  live: 'green',
  paused: 'amber',
  over: 'gray',
};

export function SalePricesPage() {
  const { t } = useTranslation();
  const mayChange = useMay('promotion.change');
  const { data, error } = useTill(api.promotion.list, {});
  const [edited, setEdited] = useState<{ promotionId: string; stage: SaleStage | 'new' } | null>(null);
  const columns = useColumns();
  const rows = (data?.promotions ?? []).filter(({ origin }) => origin === 'salePrices');
  const add = mayChange && (
    <Button
      leftSection={<IconPlus size={20} aria-hidden="true" />}
      onClick={() => setEdited({ promotionId: newIntentionId(), stage: 'new' })}
    >
      {t('promotion.salePrices.new')}
    </Button>
  );
  return (
    <>
      <GoodsTabs open="salePrices">{add}</GoodsTabs>
      <ErrorAnswer error={error} />
      {data !== undefined && (
        <DataTable
          label={t('catalogue.tab.salePrices')}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.promotionId}
          {...(mayChange
            ? {
                onRow: (row: PromotionRow) =>
                  setEdited({ promotionId: row.promotionId, stage: stageOf(row) }),
              }
            : {})}
          isSelected={(row) => edited?.promotionId === row.promotionId}
          empty={
            <EmptyState
              icon={<IconTag size={48} />}
              title={t('promotion.salePrices.empty')}
              hint={t('promotion.salePrices.emptyHint')}
              action={add}
            />
          }
        />
      )}
      <SalePricesDrawer edited={edited} onClose={() => setEdited(null)} onCopied={setEdited} />
    </>
  );
}

function useColumns(): readonly Column<PromotionRow>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const days = ({ from, to }: PromotionRow) =>
    from === null || to === null ? '–' : format.dayRange(from, to);
  return [
    { key: 'name', header: t('common.name'), cell: (row) => textIn(row.name, language) },
    { key: 'days', header: t('promotion.salePrices.days'), width: 230, cell: days },
    {
      key: 'state',
      header: t('promotion.salePrices.state'),
      width: 170,
      cell: (row) => (
        <Badge color={colours[stageOf(row)]}>{t(`promotion.salePrices.stage.${stageOf(row)}`)}</Badge>
      ),
    },
    {
      key: 'times',
      header: t('promotion.salePrices.receipts'),
      width: 110,
      isFigure: true,
      cell: (row) => format.number(row.times),
    },
    {
      key: 'spent',
      header: t('promotion.salePrices.given'),
      width: 160,
      isFigure: true,
      cell: (row) => format.number(row.spentSom),
    },
  ];
}
