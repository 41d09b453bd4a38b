/** The expenses of a month as a table of a file. */
import type { SavedColumn, SavedWords } from '../app/savedColumn.ts';
import type { Expense } from './monthAnswer.ts';

export function savedExpenses({ t, format }: SavedWords): readonly SavedColumn<Expense>[] {
  return [
    { header: t('common.date'), value: ({ day }) => day },
    { header: t('report.expense.what'), value: ({ kind }) => t(`report.expense.kind.${kind}`) },
    { header: t('report.expense.note'), value: ({ note }) => note },
    { header: t('report.expense.person'), value: ({ personName }) => personName },
    { header: t('report.saved.notedAt'), value: ({ notedAt }) => format.moment(notedAt) },
    { header: t('report.expense.amount'), value: ({ amountSom }) => amountSom },
  ];
}
