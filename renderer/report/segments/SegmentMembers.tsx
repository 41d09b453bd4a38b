/** Who is in a group now: the list in an order that is chosen, the way to each person, and the list as a file. */
import { Group, SegmentedControl } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SegmentRule } from '../../../shared/customer/segment.ts';
import {
  type MemberOrder,
  memberOrders,
  type SegmentMember,
} from '../../../shared/report/segmentContract.ts';
import { api } from '../../app/api.ts';
import { useFormat } from '../../app/language.ts';
import { everyPage, SaveList } from '../../app/SaveList.tsx';
import { usePages } from '../../app/usePages.ts';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorAnswer } from '../../ui/ErrorAnswer.tsx';
import { MoreRows } from '../../ui/MoreRows.tsx';

export function SegmentMembers({ rule, name }: { rule: SegmentRule; name: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const [order, setOrder] = useState<MemberOrder>('paid');
  const columns = useColumns();
  const list = usePages(api.report.segmentMembers, { rule, order });
  const members = list.pages.flatMap((page) => page.members);
  const [first] = list.pages;
  return (
    <>
      <Group justify="space-between" gap="md">
        <Group gap="md">
          <SegmentedControl
            aria-label={t('report.segment.order.label')}
            data={memberOrders.map((value) => ({ value, label: t(`report.segment.order.${value}`) }))}
            value={order}
            onChange={setOrder}
          />
          {first !== undefined && (
            <span className="muted">
              {t('common.count.customers', { count: first.count })} ·{' '}
              <strong className="figures">{format.som(first.paidSom)}</strong> {t('report.segment.inYear')}
            </span>
          )}
        </Group>
        <SaveMembers rule={rule} order={order} />
      </Group>
      <ErrorAnswer error={list.error} />
      {!list.isLoading && (
        <DataTable
          label={name}
          columns={columns}
          rows={members}
          rowKey={({ customerId }) => customerId}
          onRow={({ customerId }) => void navigate({ to: `/customers/${customerId}` })}
          footer={list.hasMore && <MoreRows isLoading={list.isLoadingMore} onMore={list.loadMore} />}
          empty={<EmptyState title={t('report.segment.nobody')} hint={t('report.segment.nobodyHint')} />}
        />
      )}
    </>
  );
}

/** Everybody in the group, in the order on screen. */
function SaveMembers({ rule, order }: { rule: SegmentRule; order: MemberOrder }) {
  const { t } = useTranslation();
  return (
    <SaveList
      what="customers"
      name="group"
      columns={[
        { header: t('exchange.field.name'), value: ({ name }: SegmentMember) => name },
        { header: t('exchange.field.phone'), value: ({ phone }) => phone },
        { header: t('customer.visits'), value: ({ visits }) => visits },
        { header: t('customer.lastVisit'), value: ({ lastVisitOn }) => lastVisitOn },
        { header: t('report.segment.paidInYear'), value: ({ paidSom }) => paidSom },
      ]}
      rows={() => everyPage(api.report.segmentMembers, { rule, order }, (page) => page.members)}
    />
  );
}

function useColumns(): readonly Column<SegmentMember>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    { key: 'name', header: t('customer.customer'), cell: ({ name }) => name || t('customer.noName') },
    {
      key: 'phone',
      header: t('common.phone'),
      width: 190,
      cell: ({ phone }) => <span className="figures">{phone === null ? '–' : format.phone(phone)}</span>,
    },
    {
      key: 'visits',
      header: t('customer.visits'),
      width: 110,
      isFigure: true,
      cell: ({ visits }) => format.number(visits),
    },
    {
      key: 'last',
      header: t('customer.lastVisit'),
      width: 150,
      isFigure: true,
      cell: ({ lastVisitOn }) => (lastVisitOn === null ? '–' : format.day(lastVisitOn)),
    },
    {
      key: 'paid',
      header: t('report.segment.paidInYear'),
      width: 190,
      isFigure: true,
      cell: ({ paidSom }) => format.number(paidSom),
    },
  ];
}
