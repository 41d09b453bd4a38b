/** Everything that moved on a gift card, newest first. */
import { useTranslation } from 'react-i18next';
import type { Som } from '../../shared/money.ts';
import type { Instant } from '../../shared/time.ts';
import { useFormat } from '../app/language.ts';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';

interface Movement {
  readonly at: Instant;
  readonly kind: 'sold' | 'toppedUp' | 'paid' | 'givenBack' | 'corrected';
  readonly amountSom: Som;
  readonly receiptNumber: number | null;
}

export function GiftCardMovements({ movements }: { movements: readonly Movement[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns: readonly Column<Movement & { readonly key: string }>[] = [
    { key: 'at', header: t('common.date'), cell: ({ at }) => format.moment(at) },
    { key: 'kind', header: t('credit.what'), cell: ({ kind }) => t(`credit.giftCard.movement.${kind}`) },
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
      rows={movements.map((movement, place) => ({ ...movement, key: String(place) }))}
      rowKey={({ key }) => key}
      empty={<EmptyState title={t('credit.noMovements')} />}
    />
  );
}
