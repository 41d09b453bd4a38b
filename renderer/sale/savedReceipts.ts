/** Finished sales as a table of a file. */
import type { z } from 'zod';
import type { saleSummarySchema } from '../../shared/sale/finishedContract.ts';
import type { SavedColumn, SavedWords } from '../app/savedColumn.ts';

export type SaleSummary = z.output<typeof saleSummarySchema>;

export function savedReceipts({ t, format }: SavedWords): readonly SavedColumn<SaleSummary>[] {
  return [
    { header: t('sale.receipts.number'), value: ({ number }) => number },
    { header: t('common.date'), value: ({ soldAt }) => format.moment(soldAt) },
    { header: t('sale.receipts.customer'), value: ({ customerName }) => customerName },
    { header: t('sale.receipts.person'), value: ({ personName }) => personName },
    { header: t('sale.receipts.lines'), value: ({ lines }) => lines },
    { header: t('sale.receipts.net'), value: ({ netSom }) => netSom },
  ];
}
