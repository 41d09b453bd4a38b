/** Planned and completed contacts of each person in some days, and what their tries came to. */
import { useTranslation } from 'react-i18next';
import { tryResults } from '../../shared/service/task.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { useTill } from '../app/useTill.ts';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { PeriodSelect, usePeriod } from './PeriodSelect.tsx';

type Row = NonNullable<ReturnType<typeof useFigures>['data']>['people'][number];

function useFigures(from: string, to: string) {
  return useTill(api.service.taskFigures, { from, to });
}

export function TaskFigures() {
  const { t } = useTranslation();
  const format = useFormat();
  const period = usePeriod();
  const { data, error } = useFigures(period.from, period.to);
  const columns: readonly Column<Row>[] = [
    {
      key: 'person',
      header: t('service.task.person'),
      cell: ({ person }) => person?.name ?? t('service.task.anybody'),
    },
    ...(['planned', 'completed', 'open'] as const).map((key) => ({
      key,
      header: t(`service.task.figure.${key}`),
      isFigure: true,
      cell: (row: Row) => format.number(row[key]),
    })),
    ...tryResults.map((result) => ({
      key: result,
      header: t(`service.task.result.${result}`),
      isFigure: true,
      cell: (row: Row) => format.number(row.results[result] ?? 0),
    })),
  ];
  return (
    <>
      <PeriodSelect period={period} />
      <ErrorAnswer error={error} />
      {data !== undefined && (
        <DataTable<Row>
          label={t('service.task.list.figures')}
          columns={columns}
          rows={data.people}
          rowKey={({ person }) => person?.personId ?? ''}
          empty={<EmptyState title={t('service.task.noFigures')} />}
        />
      )}
    </>
  );
}
