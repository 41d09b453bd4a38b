/** The shop's promotions as a table of a file. */
import type { PromotionRow } from '../../shared/promotion/contract.ts';
import { textIn } from '../../shared/text.ts';
import type { SavedColumn, SavedWords } from '../app/savedColumn.ts';
import { shownState } from './promotionState.ts';

export function savedPromotions({ t, language }: SavedWords): readonly SavedColumn<PromotionRow>[] {
  return [
    { header: t('common.name'), value: ({ name }) => textIn(name, language) },
    { header: t('promotion.saved.rule'), value: ({ sentence }) => textIn(sentence, language) },
    { header: t('promotion.saved.state'), value: (row) => t(`promotion.state.${shownState(row)}`) },
    { header: t('promotion.saved.from'), value: ({ from }) => from },
    { header: t('promotion.saved.to'), value: ({ to }) => to },
    { header: t('promotion.saved.times'), value: ({ times }) => times },
    { header: t('promotion.saved.spent'), value: ({ spentSom }) => spentSom },
  ];
}
