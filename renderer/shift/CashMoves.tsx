/** What came into the drawer and left it beside the sales of a shift, each with its reason. */
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { cashMoveSchema } from '../../shared/shift/contract.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { useTill } from '../app/useTill.ts';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';

type CashMove = z.output<typeof cashMoveSchema>;

/** `isQuiet` shows nothing where there was no move: under a report that says so already. */
export function CashMoves({ shiftId, isQuiet = false }: { shiftId: string; isQuiet?: boolean }) {
  const { t } = useTranslation();
  const columns = useColumns();
  const { data, error } = useTill(api.shift.cashMoves, { shiftId });
  if (data === undefined) return <ErrorAnswer error={error} />;
  if (isQuiet && data.moves.length === 0) return null;
  return (
    <DataTable
      label={t('shift.cash')}
      columns={columns}
      rows={data.moves}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('shift.move.none')} hint={t('shift.move.noneHint')} />}
    />
  );
}

function useColumns(): readonly Column<CashMove>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      key: 'time',
      header: t('common.time'),
      width: 80,
      cell: ({ movedAt }) => <span className="figures">{format.time(movedAt)}</span>,
    },
    { key: 'kind', header: t('shift.move.kind'), width: 170, cell: ({ kind }) => t(`shift.move.${kind}`) },
    {
      key: 'reason',
      header: t('common.reason'),
      cell: ({ reason }) => <span style={{ overflowWrap: 'anywhere' }}>{reason}</span>,
    },
    { key: 'person', header: t('shift.person'), width: 180, cell: ({ personName }) => personName },
    {
      key: 'sum',
      header: t('shift.move.amount'),
      isFigure: true,
      width: 140,
      cell: ({ kind, amountSom }) => (
        <strong>{format.signedNumber(kind === 'in' ? amountSom : -amountSom)}</strong>
      ),
    },
  ];
}
