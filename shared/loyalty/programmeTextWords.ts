/** What the rules of the programme are made from, and how their lines are said. */
import { englishCount, type NamesOf, russianCount, type Speaker } from '../promotion/speaker.ts';
import type { ShopSettings } from '../shop/settings.ts';
import type { Deed } from './deedContract.ts';
import type { StampCardRule } from './gameContract.ts';
import type { EarningRule, ProgrammeSettings, TierRule } from './programmeContract.ts';
import type { TierWindow } from './tier.ts';

export interface ProgrammeToTell {
  readonly shop: Pick<
    ShopSettings,
    | 'name'
    | 'address'
    | 'phone'
    | 'stir'
    | 'returnDays'
    | 'isReferralOn'
    | 'referralFriendBonusSom'
    | 'referralReferrerBonusSom'
    | 'referralFromSom'
    | 'referralsPerMonth'
  >;
  readonly programme: ProgrammeSettings;
  readonly rules: readonly EarningRule[];
  readonly ladder: { readonly window: TierWindow; readonly tiers: readonly TierRule[] };
  readonly deeds: readonly Deed[];
  /** The cards that are given now. */
  readonly stampCards?: readonly StampCardRule[];
  /** What goods, categories and brands are called. */
  readonly names: NamesOf;
}

/** One line of a section in the language of the speaker. */
export type Line = (speaker: Speaker) => string;

/** What a section says before it is said in all languages; without lines it is left out. */
export interface SectionToSay {
  readonly title: Line;
  readonly lines: readonly Line[];
}

/** 1 kun; 21 день, 3 дня; 1 day, 30 days. */
export function days({ say, format }: Speaker, count: number): string {
  const figure = format.number(count);
  return say(
    `${figure} kun`,
    `${figure} ${russianCount(count, 'день', 'дня', 'дней')}`,
    `${figure} ${englishCount(count, 'day', 'days')}`,
  );
}
