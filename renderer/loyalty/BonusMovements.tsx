/** The movements of a customer's bonus account, newest first: every sum with its reason and its receipt. */
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { bonusAccountSchema } from '../../shared/loyalty/contract.ts';
import { useFormat } from '../app/language.ts';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';

export type BonusAccount = z.output<typeof bonusAccountSchema>;
type Movement = BonusAccount['movements'][number];

export function BonusMovements({ account }: { account: BonusAccount }) {
  const { t } = useTranslation();
  const format = useFormat();
  const rows = account.movements.map((movement, place) => ({ ...movement, key: String(place) }));
  const columns: readonly Column<Movement & { key: string }>[] = [
    { key: 'at', header: t('common.date'), cell: (row) => format.moment(row.at) },
    { key: 'kind', header: t('loyalty.what'), cell: (row) => t(`loyalty.kind.${row.kind}`) },
    {
      key: 'receipt',
      header: t('loyalty.receipt'),
      isFigure: true,
      cell: (row) => row.receiptNumber ?? '–',
    },
    {
      key: 'amount',
      header: t('loyalty.amount'),
      isFigure: true,
      cell: (row) => format.signedNumber(row.amountSom),
    },
  ];
  return (
    <DataTable
      label={t('loyalty.movements')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.key}
      empty={<EmptyState title={t('loyalty.empty')} hint={t('loyalty.emptyHint')} />}
    />
  );
}
