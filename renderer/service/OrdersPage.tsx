/** Special orders: whose promise is late stands first and red, then by the promised day. */
import { Button, Group, SegmentedControl } from '@mantine/core';
import { IconPlus, IconTruckDelivery } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type OrderSummary, orderLists } from '../../shared/service/orderContract.ts';
import type { TillError } from '../app/answer.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { everyPage, SaveList } from '../app/SaveList.tsx';
import { useMay } from '../app/session.tsx';
import { usePages } from '../app/usePages.ts';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { MoreRows } from '../ui/MoreRows.tsx';
import { OrderDialog } from './OrderDialog.tsx';
import { OrderDrawer } from './OrderDrawer.tsx';
import { OrderPromise, OrderState } from './OrderState.tsx';
import { ServiceTabs } from './ServiceTabs.tsx';
import styles from './wanted.module.css';
import { useWhatName } from './whatName.ts';

type List = (typeof orderLists)[number];

export function OrdersPage() {
  const { t } = useTranslation();
  const [list, setList] = useState<List>('living');
  const [isNew, setNew] = useState(false);
  const [openId, setOpen] = useState<string | null>(null);
  const found = usePages(api.service.orders, { list, customerId: null });
  const orders = found.pages.flatMap((page) => page.orders);
  const first = found.pages[0];
  const columns = useOrderColumns();
  const take = useMay('service.order') && (
    <Button leftSection={<IconPlus size={20} aria-hidden="true" />} onClick={() => setNew(true)}>
      {t('service.order.new')}
    </Button>
  );
  return (
    <>
      <ServiceTabs open="orders">
        <SaveOrders
          rows={() => everyPage(api.service.orders, { list, customerId: null }, (page) => page.orders)}
        />
        {take}
      </ServiceTabs>
      <Group gap="md" wrap="nowrap" justify="space-between">
        <SegmentedControl
          aria-label={t('service.order.list.label')}
          style={{ flex: 'none' }}
          data={orderLists.map((value) => ({ value, label: t(`service.order.list.${value}`) }))}
          value={list}
          onChange={setList}
        />
        {first !== undefined && <Sums late={first.late} depositsSom={first.depositsSom} />}
      </Group>
      <ErrorAnswer error={found.error} />
      {!found.isLoading && (
        <DataTable<OrderSummary>
          label={t('service.tab.orders')}
          columns={columns}
          rows={orders}
          rowKey={({ orderId }) => orderId}
          onRow={({ orderId }) => setOpen(orderId)}
          footer={found.hasMore && <MoreRows isLoading={found.isLoadingMore} onMore={found.loadMore} />}
          empty={
            <EmptyState
              icon={<IconTruckDelivery size={48} />}
              title={t('service.order.none')}
              hint={t('service.order.noneHint')}
              action={take}
            />
          }
        />
      )}
      {isNew && <OrderDialog customer={null} onClose={() => setNew(false)} />}
      <OrderDrawer orderId={openId} onClose={() => setOpen(null)} />
    </>
  );
}

function Sums({ late, depositsSom }: { late: number; depositsSom: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <span className="figures" role="status">
      {late > 0 && <span className={styles.late}>{t('service.order.lateCount', { count: late })} · </span>}
      <span className="muted">{t('service.order.deposits', { sum: format.som(depositsSom) })}</span>
    </span>
  );
}

function useOrderColumns(): readonly Column<OrderSummary>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useWhatName();
  return [
    {
      key: 'number',
      header: '№',
      width: 64,
      cell: ({ number }) => <span className="figures">{number}</span>,
    },
    {
      key: 'what',
      header: t('service.order.what'),
      cell: (order) => (
        <span className={styles.due}>
          <strong>{nameOf(order)}</strong>
          <span className="muted figures">
            {format.quantity(order.quantityThousandths, order.unit ?? undefined)}
          </span>
        </span>
      ),
    },
    {
      key: 'customer',
      header: t('customer.customer'),
      width: 190,
      cell: ({ customer }) => customer.name || t('customer.noName'),
    },
    {
      key: 'promised',
      header: t('service.order.promisedOn'),
      width: 150,
      cell: (order) => <OrderPromise order={order} />,
    },
    {
      key: 'deposit',
      header: t('service.order.deposit'),
      isFigure: true,
      width: 130,
      cell: ({ depositSom }) => (depositSom === 0 ? '–' : format.number(depositSom)),
    },
    {
      key: 'state',
      header: t('service.state'),
      width: 170,
      cell: ({ state }) => <OrderState state={state} />,
    },
  ];
}

function SaveOrders({ rows }: { rows: () => Promise<readonly OrderSummary[] | TillError> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useWhatName();
  return (
    <SaveList<OrderSummary>
      what="orders"
      name={t('service.tab.orders')}
      rows={rows}
      columns={[
        { header: '№', value: ({ number }) => number },
        { header: t('common.date'), value: ({ takenAt }) => format.moment(takenAt) },
        { header: t('customer.customer'), value: ({ customer }) => customer.name },
        { header: t('service.order.what'), value: nameOf },
        {
          header: t('service.wish.quantity'),
          value: ({ quantityThousandths }) => quantityThousandths / 1000,
        },
        { header: t('service.order.agreed'), value: ({ agreedSom }) => agreedSom },
        {
          header: t('service.order.promisedOn'),
          value: ({ promisedOn }) => (promisedOn === null ? '' : format.day(promisedOn)),
        },
        { header: t('service.order.deposit'), value: ({ depositSom }) => depositSom },
        { header: t('service.state'), value: ({ state }) => t(`service.order.state.${state}`) },
        { header: t('service.order.note'), value: ({ note }) => note },
      ]}
    />
  );
}
