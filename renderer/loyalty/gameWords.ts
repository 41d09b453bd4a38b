/** The rules of stamp cards, challenges and draws as one sentence each, as the list, the form and the poster say them. */
import { useTranslation } from 'react-i18next';
import { createFormat } from '../../shared/format.ts';
import type { ChallengeReward, ChallengeRule, StampCardRule } from '../../shared/loyalty/gameContract.ts';
import type { Scope } from '../../shared/promotion/scope.ts';
import { goodsWords } from '../../shared/promotion/sentence.ts';
import { type Language, textIn } from '../../shared/text.ts';
import { api } from '../app/api.ts';
import { useLanguage } from '../app/language.ts';
import { useTill } from '../app/useTill.ts';
import { useGoodsNames } from '../promotion/goodsNames.tsx';

type StampWords = Pick<StampCardRule, 'scope' | 'needed' | 'validDays' | 'reward'>;
type ChallengeWords = Pick<ChallengeRule, 'goal' | 'withinDays' | 'reward'>;

export interface DrawWords {
  readonly eachSom: number | null;
  readonly scope: Scope;
}

export interface GameWords {
  readonly stampSentence: (card: StampWords) => string;
  readonly challengeSentence: (challenge: ChallengeWords) => string;
  /** How a customer comes to tickets. */
  readonly ticketSentence: (draw: DrawWords) => string;
}

const begun = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** In the language of the screen, or in another one for paper. Stands below the names of the goods. */
export function useGameWords(asked?: Language): GameWords {
  const { i18n } = useTranslation();
  const onScreen = useLanguage();
  const { names } = useGoodsNames();
  const series = useTill(api.coupon.series, {}).data?.series ?? [];
  const language = asked ?? onScreen;
  const t = i18n.getFixedT(language);
  const format = createFormat(language);
  const goods = (scope: Scope) => textIn(goodsWords(scope, names), language);
  const rewardWords = (reward: ChallengeReward): string => {
    if (reward.kind === 'bonus') {
      const bonus = format.number(reward.bonusSom);
      if (reward.expiryDays === 0) return t('loyalty.reward.words.bonusForEver', { bonus });
      return t('loyalty.reward.words.bonus', { bonus, count: reward.expiryDays });
    }
    const name = series.find(({ id }) => id === reward.seriesId)?.name ?? {};
    return t('loyalty.reward.words.coupon', { name: textIn(name, language) });
  };
  return {
    stampSentence: ({ scope, needed, validDays, reward }) => {
      const words = { goods: begun(goods(scope)), count: needed, next: needed + 1 };
      const sentence =
        reward.kind === 'freePiece'
          ? t('loyalty.stamps.sentence.freePiece', words)
          : t('loyalty.stamps.sentence.other', { ...words, reward: rewardWords(reward) });
      return validDays === 0
        ? sentence
        : `${sentence}. ${t('loyalty.stamps.sentence.pause', { count: validDays })}`;
    },
    challengeSentence: ({ goal, withinDays, reward }) => {
      const days = t('loyalty.challenges.sentence.days', { count: withinDays });
      const words = { days, reward: rewardWords(reward) };
      return goal.kind === 'visits'
        ? t('loyalty.challenges.sentence.visits', { ...words, count: goal.visits })
        : t('loyalty.challenges.sentence.spend', { ...words, sum: format.som(goal.sumSom) });
    },
    ticketSentence: ({ eachSom, scope }) => {
      if (eachSom === null) return t('loyalty.draws.sentence.promotions');
      const sum = format.som(eachSom);
      return scope.kind === 'all'
        ? t('loyalty.draws.sentence.everything', { sum })
        : t('loyalty.draws.sentence.goods', { sum, goods: goods(scope) });
    },
  };
}
