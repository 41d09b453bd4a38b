/** All customers who buy as a firm, by name, with their tax numbers and contracts. */
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../app/api.ts';
import { useFormat } from '../../app/language.ts';
import { everyPage, SaveList } from '../../app/SaveList.tsx';
import { usePages } from '../../app/usePages.ts';
import { CustomerTabs } from '../../customer/CustomerTabs.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorAnswer } from '../../ui/ErrorAnswer.tsx';
import { MoreRows } from '../../ui/MoreRows.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';

type Answer = Awaited<ReturnType<typeof api.customer.firms>>;
type Row = Extract<Answer, { ok: true }>['data']['firms'][number];

export function FirmsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const list = usePages(api.customer.firms, {});
  const firms = list.pages.flatMap((page) => page.firms);
  const contractOf = ({ contractNumber, contractOn }: Row) =>
    contractNumber === ''
      ? ''
      : contractOn === null
        ? t('report.firm.contractUndated', { number: contractNumber })
        : t('report.firm.contractNumbered', { number: contractNumber, day: format.day(contractOn) });
  const columns: readonly Column<Row>[] = [
    { key: 'legalName', header: t('report.firm.legalName'), cell: ({ legalName }) => legalName },
    {
      key: 'taxNumber',
      header: t('report.firm.taxNumber'),
      width: 180,
      cell: ({ taxNumber }) => <span className="figures">{taxNumber}</span>,
    },
    { key: 'contract', header: t('report.firm.contract'), width: 240, cell: contractOf },
    {
      key: 'priceList',
      header: t('report.firm.priceList'),
      width: 180,
      cell: ({ priceListTag }) => priceListTag || t('report.firm.usualPrices'),
    },
    { key: 'customer', header: t('customer.customer'), cell: ({ customerName }) => customerName },
  ];
  return (
    <>
      <PageHeader title={t('ui.nav.customers')}>
        <SaveList
          what="firms"
          name="firms"
          columns={[
            { header: t('report.firm.legalName'), value: (row: Row) => row.legalName },
            { header: t('report.firm.taxNumber'), value: ({ taxNumber }) => taxNumber },
            { header: t('report.firm.contract'), value: contractOf },
            { header: t('report.firm.priceList'), value: ({ priceListTag }) => priceListTag },
            { header: t('customer.customer'), value: ({ customerName }) => customerName },
          ]}
          rows={() => everyPage(api.customer.firms, {}, (page) => page.firms)}
        />
      </PageHeader>
      <CustomerTabs open="firms" />
      <ErrorAnswer error={list.error} />
      {!list.isLoading && (
        <DataTable
          label={t('report.firm.all')}
          columns={columns}
          rows={firms}
          rowKey={({ taxNumber }) => taxNumber}
          onRow={({ customerId }) => void navigate({ to: `/customers/${customerId}` })}
          footer={list.hasMore && <MoreRows isLoading={list.isLoadingMore} onMore={list.loadMore} />}
          empty={<EmptyState title={t('report.firm.empty')} hint={t('report.firm.emptyHint')} />}
        />
      )}
    </>
  );
}
