/** Single coupons as a table, newest first; one of them opens with everything that happened to it. */
import { Badge, Drawer, Group, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CouponRow, couponStates } from '../../shared/coupon/contract.ts';
import { codeWritten } from '../../shared/coupon/couponMessage.ts';
import { textIn } from '../../shared/text.ts';
import { api } from '../app/api.ts';
import { useFormat, useLanguage } from '../app/language.ts';
import { everyPage, SaveList, useSavedWords } from '../app/SaveList.tsx';
import { usePages } from '../app/usePages.ts';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { MoreRows } from '../ui/MoreRows.tsx';
import { CouponFate, stateColours } from './CouponFate.tsx';
import { savedCoupons } from './savedCoupons.ts';

export interface CouponListProps {
  seriesId?: string;
  batchId?: string;
  /** The coupons of one customer: then the series is shown, and not the holder. */
  customerId?: string;
}

type State = CouponRow['state'];

export function CouponList({ seriesId, batchId, customerId }: CouponListProps) {
  const { t } = useTranslation();
  const [state, setState] = useState<State | null>(null);
  const [openCode, setOpenCode] = useState<string | null>(null);
  const asked = {
    seriesId: seriesId ?? null,
    batchId: batchId ?? null,
    customerId: customerId ?? null,
    state,
  };
  const words = useSavedWords();
  const list = usePages(api.coupon.list, asked);
  const coupons = list.pages.flatMap((page) => page.coupons);
  const columns = useColumns(customerId === undefined ? 'holder' : 'series');
  const open = coupons.find(({ code }) => code === openCode) ?? null;
  return (
    <>
      <Group justify="space-between">
        <StateFilter state={state} onChange={setState} />
        <SaveList
          what="coupons"
          name={t('coupon.coupons')}
          columns={savedCoupons(words)}
          rows={() => everyPage(api.coupon.list, asked, (page) => page.coupons)}
        />
      </Group>
      <ErrorAnswer error={list.error} />
      {!list.isLoading && (
        <DataTable
          label={t('coupon.coupons')}
          columns={columns}
          rows={coupons}
          rowKey={(coupon) => coupon.code}
          onRow={(coupon) => setOpenCode(coupon.code)}
          footer={list.hasMore && <MoreRows isLoading={list.isLoadingMore} onMore={list.loadMore} />}
          empty={<EmptyState title={t('coupon.noCoupons')} />}
        />
      )}
      <Drawer
        opened={open !== null}
        onClose={() => setOpenCode(null)}
        position="right"
        size={480}
        title={t('coupon.coupon')}
      >
        {open !== null && <CouponFate coupon={open} />}
      </Drawer>
    </>
  );
}

const everything = 'all';

function StateFilter({ state, onChange }: { state: State | null; onChange: (state: State | null) => void }) {
  const { t } = useTranslation();
  return (
    <SegmentedControl
      style={{ alignSelf: 'flex-start', flex: 'none' }}
      aria-label={t('coupon.stateLabel')}
      value={state ?? everything}
      onChange={(value) => onChange(couponStates.find((each) => each === value) ?? null)}
      data={[
        { value: everything, label: t('coupon.allStates') },
        ...couponStates.map((each) => ({ value: each, label: t(`coupon.short.${each}`) })),
      ]}
    />
  );
}

function useColumns(shows: 'holder' | 'series'): readonly Column<CouponRow>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const receipt = (number: number | null) => (number === null ? '–' : `№${number}`);
  const who: Column<CouponRow> =
    shows === 'holder'
      ? { key: 'who', header: t('coupon.fact.holder'), cell: ({ customerName }) => customerName ?? '–' }
      : {
          key: 'who',
          header: t('coupon.series'),
          cell: ({ seriesName }) => textIn(seriesName, language),
        };
  return [
    {
      key: 'code',
      header: t('coupon.code'),
      width: 140,
      cell: ({ code }) => <span className="figures">{codeWritten(code)}</span>,
    },
    {
      key: 'state',
      header: t('coupon.stateLabel'),
      width: 150,
      cell: ({ state }) => <Badge color={stateColours[state]}>{t(`coupon.short.${state}`)}</Badge>,
    },
    who,
    {
      key: 'issued',
      header: t('coupon.fact.issued'),
      isFigure: true,
      width: 150,
      cell: ({ issuedAt }) => format.moment(issuedAt),
    },
    {
      key: 'until',
      header: t('coupon.until'),
      isFigure: true,
      width: 120,
      cell: ({ expiresOn }) => format.day(expiresOn),
    },
    {
      key: 'receipt',
      header: t('coupon.usedReceipt'),
      isFigure: true,
      width: 110,
      cell: ({ redeemedReceiptNumber }) => receipt(redeemedReceiptNumber),
    },
  ];
}
