/** The movements of a customer's bonus account, newest first: every sum with its reason, its receipt and its last day. */
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { bonusAccountSchema } from '../../shared/loyalty/contract.ts';
import { deedKinds } from '../../shared/loyalty/deedContract.ts';
import { useFormat } from '../app/language.ts';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';

export type BonusAccount = z.output<typeof bonusAccountSchema>;
type Movement = BonusAccount['movements'][number];

/** A movement in words: a deed by its own name, another reason by its own, what is a sale's own by its kind. */
function useMovementWords(): (movement: Pick<Movement, 'kind' | 'reason'>) => string {
  const { t, i18n } = useTranslation();
  return ({ kind, reason }) => {
    if (deedKinds.some((deed) => deed === reason)) return t(`loyalty.deed.kind.${reason}`);
    const isKnown = reason !== null && i18n.exists(`loyalty.reason.${reason}`);
    return isKnown ? t(`loyalty.reason.${reason}`) : t(`loyalty.kind.${kind}`);
  };
}

export function BonusMovements({ account }: { account: BonusAccount }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useMovementWords();
  const rows = account.movements.map((movement, place) => ({ ...movement, key: String(place) }));
  const columns: readonly Column<Movement & { key: string }>[] = [
    { key: 'at', header: t('common.date'), cell: (row) => format.moment(row.at) },
    { key: 'kind', header: t('loyalty.what'), cell: words },
    {
      key: 'receipt',
      header: t('loyalty.receipt'),
      isFigure: true,
      cell: (row) => row.receiptNumber ?? '–',
    },
    {
      key: 'lastDay',
      header: t('loyalty.lastDay'),
      isFigure: true,
      cell: (row) => (row.expiresOn === null ? '–' : format.day(row.expiresOn)),
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
