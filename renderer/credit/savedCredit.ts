/** Debts, the paper notebook and gift cards as tables of a file. */
import { formatCode } from '../../shared/code.ts';
import type { Debtor, NotebookRow } from '../../shared/credit/contract.ts';
import type { GiftCardShown } from '../../shared/credit/giftCardContract.ts';
import type { SavedColumn, SavedWords } from '../app/savedColumn.ts';

export function savedDebtors({ t }: SavedWords): readonly SavedColumn<Debtor>[] {
  return [
    { header: t('customer.customer'), value: ({ name }) => name },
    { header: t('common.phone'), value: ({ phone }) => phone },
    { header: t('credit.owes'), value: ({ openSom }) => openSom },
    { header: t('credit.late'), value: ({ overdueSom }) => overdueSom },
    { header: t('credit.dueOn'), value: ({ dueOn }) => dueOn },
    { header: t('credit.saved.oldest'), value: ({ oldestOn }) => oldestOn },
    { header: t('credit.saved.limit'), value: ({ limitSom }) => limitSom },
  ];
}

export function savedNotebook({ t, format }: SavedWords): readonly SavedColumn<NotebookRow>[] {
  return [
    { header: t('credit.notebook.name'), value: ({ name }) => name },
    { header: t('common.phone'), value: ({ phone }) => phone },
    { header: t('credit.saved.since'), value: ({ since }) => since },
    { header: t('credit.dueOn'), value: ({ dueOn }) => dueOn },
    { header: t('credit.saved.amount'), value: ({ amountSom }) => amountSom },
    { header: t('credit.open'), value: ({ openSom }) => openSom },
    { header: t('credit.notebook.note'), value: ({ note }) => note },
    { header: t('credit.saved.notedAt'), value: ({ notedAt }) => format.moment(notedAt) },
  ];
}

export function savedGiftCards({ t, format }: SavedWords): readonly SavedColumn<GiftCardShown>[] {
  return [
    { header: t('credit.giftCard.number'), value: ({ number }) => formatCode(number) },
    {
      header: t('credit.giftCard.state'),
      value: ({ isBlocked, blockReason }) =>
        isBlocked ? t('credit.giftCard.blockedWhy', { reason: blockReason }) : '',
    },
    { header: t('customer.customer'), value: ({ customerName }) => customerName },
    { header: t('credit.giftCard.sold'), value: ({ soldAt }) => format.moment(soldAt) },
    { header: t('credit.giftCard.lastDay'), value: ({ expiresOn }) => expiresOn },
    { header: t('credit.balance'), value: ({ balanceSom }) => balanceSom },
  ];
}
