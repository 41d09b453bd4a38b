/** All customers of the shop: found by name, phone or card; new ones and instant cards are made here. */
import { Badge, Button, Group } from '@mantine/core';
import { IconCards, IconUserPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../../shared/customer/contract.ts';
import { api } from '../app/api.ts';
import { ImportButton } from '../app/ImportButton.tsx';
import { useFormat } from '../app/language.ts';
import { everyPage, type SavedColumn, SaveList } from '../app/SaveList.tsx';
import { useMay } from '../app/session.tsx';
import { usePages } from '../app/usePages.ts';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { MoreRows } from '../ui/MoreRows.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { CustomerTabs } from './CustomerTabs.tsx';
import { useCustomerName } from './customerName.ts';
import { IssueCards } from './IssueCards.tsx';
import { NewCustomerDrawer } from './NewCustomerDrawer.tsx';

export function CustomersPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayIssue = useMay('customer.issueCards');
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState<'new' | 'cards' | null>(null);
  const columns = useColumns();
  const list = usePages(api.customer.list, { search });
  const customers = list.pages.flatMap((page) => page.customers);
  const count = list.pages[0]?.count;
  const show = (customerId: string) => void navigate({ to: `/customers/${customerId}` });
  const add = (
    <Button leftSection={<IconUserPlus size={20} aria-hidden="true" />} onClick={() => setOpen('new')}>
      {t('customer.add')}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t('ui.nav.customers')}
        note={count === undefined ? undefined : t('common.count.customers', { count })}
      >
        <ImportButton />
        {mayIssue && (
          <Button
            variant="default"
            leftSection={<IconCards size={20} aria-hidden="true" />}
            onClick={() => setOpen('cards')}
          >
            {t('customer.issueCards')}
          </Button>
        )}
        {add}
      </PageHeader>
      <CustomerTabs open="list" />
      <Group justify="space-between">
        <SearchField label={t('customer.search')} onSearch={setSearch} />
        <SaveCustomers search={search} />
      </Group>
      <ErrorAnswer error={list.error} />
      {!list.isLoading && (
        <DataTable
          label={t('ui.nav.customers')}
          columns={columns}
          rows={customers}
          rowKey={(customer) => customer.id}
          onRow={(customer) => show(customer.id)}
          footer={list.hasMore && <MoreRows isLoading={list.isLoadingMore} onMore={list.loadMore} />}
          empty={
            <EmptyState
              title={search === '' ? t('customer.empty') : t('customer.notFound', { search })}
              hint={search === '' ? t('customer.emptyHint') : t('customer.notFoundHint')}
              action={add}
            />
          }
        />
      )}
      <NewCustomerDrawer
        isOpen={open === 'new'}
        onClose={() => setOpen(null)}
        onCreated={(customer) => show(customer.id)}
      />
      <IssueCards isOpen={open === 'cards'} onClose={() => setOpen(null)} />
    </>
  );
}

/** Everybody whom the search finds, as a file. */
function SaveCustomers({ search }: { search: string }) {
  const columns = useSavedColumns();
  const rows = () => everyPage(api.customer.list, { search }, (page) => page.customers);
  return <SaveList what="customers" name="customers" columns={columns} rows={rows} />;
}

/** The headings are those that an import knows again. */
function useSavedColumns(): readonly SavedColumn<Customer>[] {
  const { t } = useTranslation();
  return [
    { header: t('exchange.field.name'), value: ({ name }) => name },
    { header: t('exchange.field.phone'), value: ({ phone }) => phone },
    { header: t('exchange.field.card'), value: ({ cardNumbers }) => cardNumbers.join('; ') },
    { header: t('exchange.field.birthDate'), value: ({ birthDate }) => birthDate },
    { header: t('exchange.field.language'), value: ({ language }) => language },
    { header: t('exchange.field.tags'), value: ({ tags }) => tags.join(', ') },
    { header: t('customer.visits'), value: ({ visits }) => visits },
    { header: t('customer.lastVisit'), value: ({ lastVisitOn }) => lastVisitOn },
    { header: t('customer.paidColumn'), value: ({ paidSom }) => paidSom },
    { header: t('customer.bonus'), value: ({ bonusSom }) => bonusSom },
  ];
}

function useColumns(): readonly Column<Customer>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useCustomerName();
  return [
    {
      key: 'name',
      header: t('customer.customer'),
      cell: (customer) => (
        <>
          {nameOf(customer)}
          {!customer.isRegistered && (
            <Badge color="gray" ml="sm">
              {t('customer.instantCard')}
            </Badge>
          )}
          {customer.tags.map((tag) => (
            <Badge key={tag} ml="xs">
              {tag}
            </Badge>
          ))}
        </>
      ),
    },
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
      cell: (customer) => format.number(customer.visits),
    },
    {
      key: 'last',
      header: t('customer.lastVisit'),
      width: 140,
      isFigure: true,
      cell: ({ lastVisitOn }) => (lastVisitOn === null ? '–' : format.day(lastVisitOn)),
    },
    {
      key: 'paid',
      header: t('customer.paidColumn'),
      width: 150,
      isFigure: true,
      cell: (customer) => format.number(customer.paidSom),
    },
    {
      key: 'bonus',
      header: t('customer.bonus'),
      width: 120,
      isFigure: true,
      cell: (customer) => format.number(customer.bonusSom),
    },
  ];
}
