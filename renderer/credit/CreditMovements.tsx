/** What came to and went from a customer's account and debts, newest first. */
import { useTranslation } from 'react-i18next';
import type { CreditAccount } from '../../shared/credit/contract.ts';
import { useFormat } from '../app/language.ts';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';

type Movement = CreditAccount['movements'][number] & { readonly key: string };

export function CreditMovements({ account }: { account: CreditAccount }) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns: readonly Column<Movement>[] = [
    { key: 'at', header: t('common.date'), cell: ({ at }) => format.moment(at) },
    { key: 'account', header: t('credit.where'), cell: (row) => t(`credit.account.${row.account}`) },
    { key: 'kind', header: t('credit.what'), cell: ({ kind }) => t(`credit.movement.${kind}`) },
    {
      key: 'receipt',
      header: t('credit.receipt'),
      isFigure: true,
      cell: ({ receiptNumber }) => receiptNumber ?? '–',
    },
    {
      key: 'amount',
      header: t('credit.amount'),
      isFigure: true,
      cell: ({ amountSom }) => format.signedNumber(amountSom),
    },
  ];
  return (
    <DataTable
      label={t('credit.movements')}
      columns={columns}
      rows={account.movements.map((movement, place) => ({ ...movement, key: String(place) }))}
      rowKey={({ key }) => key}
      empty={<EmptyState title={t('credit.noMovements')} />}
    />
  );
}
