/** The shifts that were as a table of a file. */
import type { z } from 'zod';
import type { shiftContract } from '../../shared/shift/contract.ts';
import type { SavedColumn, SavedWords } from '../app/savedColumn.ts';

export type ListedShift = z.output<
  NonNullable<(typeof shiftContract.list)['~orpc']['outputSchema']>
>['shifts'][number];

export function savedShifts({ t, format }: SavedWords): readonly SavedColumn<ListedShift>[] {
  return [
    { header: '№', value: ({ number }) => number },
    { header: t('common.date'), value: ({ businessDay }) => businessDay },
    { header: t('shift.saved.opened'), value: ({ openedAt }) => format.moment(openedAt) },
    { header: t('shift.saved.openedBy'), value: ({ openedByName }) => openedByName },
    {
      header: t('shift.saved.closed'),
      value: ({ closedAt }) => (closedAt === null ? null : format.moment(closedAt)),
    },
    { header: t('shift.saved.closedBy'), value: ({ closedByName }) => closedByName },
    { header: t('shift.history.net'), value: ({ netSom }) => netSom },
    { header: t('shift.history.difference'), value: ({ differenceSom }) => differenceSom },
  ];
}
