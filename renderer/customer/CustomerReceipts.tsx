/** The last receipts of one customer, each a way to the receipt itself. */
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { useTill } from '../app/useTill.ts';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';

type Found = Extract<Awaited<ReturnType<typeof api.customer.get>>, { readonly ok: true }>['data'];
type Sale = Found['sales'][number];

export function CustomerReceipts({ customerId }: { customerId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const { data, error } = useTill(api.customer.get, { customerId });
  const columns: readonly Column<Sale>[] = [
    { key: 'at', header: t('common.date'), cell: (sale) => format.moment(sale.soldAt) },
    { key: 'number', header: t('customer.receiptNumber'), isFigure: true, cell: (sale) => sale.number },
    { key: 'net', header: t('common.total'), isFigure: true, cell: (sale) => format.som(sale.netSom) },
    {
      key: 'bonus',
      header: t('loyalty.earned'),
      isFigure: true,
      cell: (sale) => format.signedNumber(sale.bonusEarnedSom),
    },
  ];
  if (data === undefined) return <ErrorAnswer error={error} />;
  return (
    <DataTable
      label={t('customer.receipts')}
      columns={columns}
      rows={data.sales}
      rowKey={(sale) => sale.id}
      onRow={(sale) => void navigate({ to: `/receipts/${sale.id}` })}
      empty={<EmptyState title={t('customer.noReceipts')} />}
    />
  );
}
