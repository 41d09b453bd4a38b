/** What a receipt says to its customer after the money: savings, bonus, rewards, and the code of one without a card. */
import { formatCode } from '../../shared/code.ts';
import type { RewardBenefit } from '../../shared/promotion/rewards.ts';
import { benefitWords } from '../../shared/promotion/sentence.ts';
import type { NamesOf } from '../../shared/promotion/speaker.ts';
import type { Block } from '../../shared/receipt/blocks.ts';
import { givenInAll } from '../../shared/sale/givenRewards.ts';
import { type LocalText, sameText } from '../../shared/text.ts';
import type { BusinessDay } from '../../shared/time.ts';
import { accountOnPaper, bonusBesideOnPaper } from './progressPaper.ts';
import { filled, type ReceiptWords } from './receiptWords.ts';
import type { SaleOnPaper, SaleWriter } from './saleOnPaper.ts';
import { labelledRow, labelOf, sentences, type Tongue } from './tongues.ts';

type Say = (tongue: Tongue<ReceiptWords>) => string;

/** What the customer saved, earned and spent, and what they have now. */
export function bonusOf({ paper, voice }: SaleWriter): readonly Block[] {
  const { sale, progress, friendBonusSom } = paper;
  const { format } = voice.first;
  const row = (say: Say, right: string) => labelledRow(voice, say, right);
  const saved = savedOf({ paper, voice });
  if (sale.customer_id === null) return saved.length === 0 ? [] : [{ kind: 'rule' }, ...saved];
  return [
    { kind: 'rule' },
    ...nameOf(paper),
    ...saved,
    row(({ words }) => words.bonusEarned, format.signedNumber(sale.bonus_earned_som)),
    ...(friendBonusSom === 0
      ? []
      : [row(({ words }) => words.bonusOfFriend, format.signedNumber(friendBonusSom))]),
    ...bonusBesideOnPaper({ progress, voice }),
    ...(sale.bonus_spent_som === 0
      ? []
      : [row(({ words }) => words.bonusSpent, format.number(-sale.bonus_spent_som))]),
    { ...row(({ words }) => words.bonusBalance, format.number(sale.bonus_balance_som ?? 0)), bold: true },
    ...accountOnPaper({ progress, voice }),
  ];
}

function nameOf({ customerName, settings }: SaleOnPaper): readonly Block[] {
  const isShown = customerName !== '' && settings.receiptForm.parts.customerName;
  return isShown ? [{ kind: 'text', text: customerName, bold: true }] : [];
}

function savedOf({ paper: { sale, settings }, voice }: SaleWriter): readonly Block[] {
  const savedSom = sale.gross_som - sale.net_som + sale.bonus_spent_som;
  if (savedSom === 0 || !settings.receiptForm.parts.savings) return [];
  return [labelledRow(voice, ({ words }) => words.saved, voice.first.format.som(savedSom), { bold: true })];
}

/** What promotions gave besides money off; a coupon for the next visit stands under the foot itself. */
export function rewardsOf({ paper, voice }: SaleWriter): readonly Block[] {
  return paper.rewards
    .filter((reward) => reward.kind !== 'nextCoupon')
    .map((reward): Block => {
      const benefit = JSON.parse(reward.benefit_json) as RewardBenefit;
      const given = benefitWords(givenInAll({ benefit, count: reward.reward_count }), unnamed);
      const name = JSON.parse(reward.name_json) as LocalText;
      return { kind: 'row', left: labelOf(voice, name), right: labelOf(voice, given) };
    });
}

/** Rewards on a receipt name nothing but themselves. */
const unnamed: NamesOf = {
  product: sameText,
  category: sameText,
  brand: sameText,
  tier: sameText,
  series: sameText,
  segment: sameText,
  partner: sameText,
};

/** The receipt itself is the card: whoever comes with the code and a phone gets what waits. */
export function claimOf({ paper, voice }: SaleWriter): readonly Block[] {
  const { claim_code: code, claim_expires_on: expiresOn } = paper.sale;
  const earnedSom = paper.sale.bonus_earned_som + extraBonusOf(paper);
  if (code === null || expiresOn === null) return [];
  const waits = sentences(
    voice,
    ({ words, format }) => filled(words.claim, format.som(earnedSom), format.day(expiresOn as BusinessDay)),
    { align: 'center' },
  );
  return [
    { kind: 'rule' },
    ...(earnedSom === 0 ? [] : waits),
    ...sentences(voice, ({ words }) => words.claimHow, { align: 'center' }),
    { kind: 'code', symbology: 'qr', data: code, caption: formatCode(code) },
  ];
}

/** The bonus of promotions is counted in soʻm. */
function extraBonusOf({ rewards }: SaleOnPaper): number {
  return rewards.reduce((sum, reward) => sum + (reward.kind === 'bonus' ? reward.reward_count : 0), 0);
}
