/** Balances that were changed by hand as a table of a file. */
import type { SavedColumn, SavedWords } from '../app/savedColumn.ts';
import type { Correction } from './corrections.ts';

export function savedCorrections({ t, format }: SavedWords): readonly SavedColumn<Correction>[] {
  return [
    { header: t('common.date'), value: ({ at }) => format.moment(at) },
    {
      header: t('loyalty.corrections.what'),
      value: ({ account }) => t(`loyalty.corrections.account.${account}`),
    },
    { header: t('loyalty.corrections.whose'), value: ({ subject }) => subject },
    { header: t('loyalty.corrections.amount'), value: ({ amountSom }) => amountSom },
    { header: t('common.reason'), value: ({ reason }) => reason },
    { header: t('loyalty.byWhom'), value: ({ personName }) => personName },
    {
      header: t('loyalty.corrections.stoodBy'),
      value: ({ approverName, isAlone }) => (isAlone ? t('loyalty.corrections.alone') : approverName),
    },
  ];
}
