/** A sale as blocks of paper: one place decides what a receipt says, for the printer and for the preview. */
import type { TenderKind, Unit } from '../../shared/basket.ts';
import { formatCode } from '../../shared/code.ts';
import { createFormat, type Format } from '../../shared/format.ts';
import type { RewardBenefit } from '../../shared/promotion/rewards.ts';
import { benefitWords } from '../../shared/promotion/sentence.ts';
import type { NamesOf } from '../../shared/promotion/speaker.ts';
import type { Block } from '../../shared/receipt/blocks.ts';
import { givenInAll } from '../../shared/sale/givenRewards.ts';
import type { ShopSettings } from '../../shared/shop/settings.ts';
import { type Language, type LocalText, sameText, textIn } from '../../shared/text.ts';
import type { BusinessDay, Instant } from '../../shared/time.ts';
import type { SaleRows } from './queries.ts';
import { filled, providerNames, type ReceiptWords, receiptWords } from './receiptWords.ts';

/** Everything that is printed of a sale. */
export interface SaleOnPaper extends SaleRows {
  readonly settings: ShopSettings;
  readonly cashierName: string;
  readonly customerName: string;
  /** What being sent by a friend brought the customer. */
  readonly friendBonusSom: number;
  /** The coupons that the sale brought, laid out by their own room. */
  readonly coupons: readonly Block[];
}

interface Writer {
  readonly paper: SaleOnPaper;
  readonly words: ReceiptWords;
  readonly format: Format;
  readonly language: Language;
}

/** The receipt in the language that was chosen for it. */
export function saleReceipt(paper: SaleOnPaper): readonly Block[] {
  const language = paper.sale.language;
  const writer: Writer = {
    paper,
    language,
    words: receiptWords[language],
    format: createFormat(language, paper.settings.timeZone),
  };
  return [
    ...headOf(writer),
    ...linesOf(writer),
    ...totalsOf(writer),
    ...tendersOf(writer),
    ...bonusOf(writer),
    ...rewardsOf(writer),
    ...claimOf(writer),
    ...footOf(writer),
    ...paper.coupons,
    { kind: 'cut' },
  ];
}

/** A copy says so on top and prints the same codes: nothing new is given (docs/rules.md rule 15). */
export function copyOf(original: readonly Block[], language: Language, copyNumber: number): readonly Block[] {
  return [{ kind: 'heading', text: `${receiptWords[language].copy} №${copyNumber}` }, ...original];
}

function headOf({ paper, words, format }: Writer): readonly Block[] {
  const { settings, sale } = paper;
  const below = [settings.address, settings.stir && `${words.stir} ${settings.stir}`, settings.phone];
  return [
    { kind: 'heading', text: settings.name },
    ...below.filter((line) => line !== '').map((text): Block => ({ kind: 'text', text, align: 'center' })),
    { kind: 'rule' },
    {
      kind: 'row',
      left: `${words.receipt} №${sale.number}`,
      right: format.moment(sale.sold_at as Instant),
    },
    { kind: 'row', left: words.cashier, right: paper.cashierName },
    { kind: 'rule' },
  ];
}

/** A piece that a promotion gives stands with its price, and says at once that it costs nothing. */
function linesOf({ paper, words, format, language }: Writer): readonly Block[] {
  return paper.lines.flatMap((line): Block[] => [
    { kind: 'text', text: textIn(JSON.parse(line.name_json) as LocalText, language) },
    {
      kind: 'row',
      left: `  ${format.quantity(line.quantity_thousandths, line.unit as Unit)} × ${format.number(line.price_som)}`,
      right: format.number(line.gross_som),
    },
    ...(line.net_som === 0 && line.gross_som > 0
      ? [{ kind: 'row' as const, left: `  ${words.free}`, right: format.number(0) }]
      : []),
  ]);
}

function totalsOf({ paper, words, format, language }: Writer): readonly Block[] {
  const { sale, adjustments } = paper;
  const sums = new Map<string, number>();
  for (const adjustment of adjustments) {
    const reason = textIn(JSON.parse(adjustment.reason_json) as LocalText, language);
    sums.set(reason, (sums.get(reason) ?? 0) + adjustment.amount_som);
  }
  const discounts = [...sums].map(
    ([reason, sum]): Block => ({ kind: 'row', left: reason, right: format.number(-sum) }),
  );
  const before: Block[] =
    discounts.length === 0
      ? []
      : [{ kind: 'row', left: words.subtotal, right: format.number(sale.gross_som) }, ...discounts];
  const vat: Block[] =
    sale.vat_som === 0 ? [] : [{ kind: 'row', left: words.vat, right: format.number(sale.vat_som) }];
  return [
    { kind: 'rule' },
    ...before,
    { kind: 'row', left: words.total, right: format.number(sale.net_som), bold: true, size: 'double' },
    ...vat,
  ];
}

function tendersOf({ paper, words, format }: Writer): readonly Block[] {
  const { sale, tenders } = paper;
  const rows = tenders.map((tender): Block => {
    const name = words.tender[tender.kind as TenderKind];
    const provider = tender.provider === null ? '' : (providerNames[tender.provider] ?? '');
    return {
      kind: 'row',
      left: provider === '' ? name : `${name} ${provider}`,
      right: format.number(tender.amount_som),
    };
  });
  if (sale.rounding_som !== 0) {
    rows.push({ kind: 'row', left: words.rounding, right: format.number(-sale.rounding_som) });
  }
  if (sale.change_som > 0) {
    rows.push(
      { kind: 'row', left: words.received, right: format.number(sale.received_cash_som) },
      { kind: 'row', left: words.change, right: format.number(sale.change_som), bold: true },
    );
  }
  return rows;
}

function bonusOf({ paper, words, format }: Writer): readonly Block[] {
  const { sale } = paper;
  const savedSom = sale.gross_som - sale.net_som + sale.bonus_spent_som;
  const saved: Block[] =
    savedSom === 0 ? [] : [{ kind: 'row', left: words.saved, right: format.som(savedSom), bold: true }];
  if (sale.customer_id === null) return saved.length === 0 ? [] : [{ kind: 'rule' }, ...saved];
  const name: Block[] =
    paper.customerName === '' ? [] : [{ kind: 'text', text: paper.customerName, bold: true }];
  const spent: Block[] =
    sale.bonus_spent_som === 0
      ? []
      : [{ kind: 'row', left: words.bonusSpent, right: format.number(-sale.bonus_spent_som) }];
  const friend: Block[] =
    paper.friendBonusSom === 0
      ? []
      : [{ kind: 'row', left: words.bonusOfFriend, right: format.signedNumber(paper.friendBonusSom) }];
  return [
    { kind: 'rule' },
    ...name,
    ...saved,
    { kind: 'row', left: words.bonusEarned, right: format.signedNumber(sale.bonus_earned_som) },
    ...friend,
    ...spent,
    { kind: 'row', left: words.bonusBalance, right: format.number(sale.bonus_balance_som ?? 0), bold: true },
  ];
}

/** What promotions gave besides money off; a coupon for the next visit stands under the foot itself. */
function rewardsOf({ paper, language }: Writer): readonly Block[] {
  return paper.rewards
    .filter((reward) => reward.kind !== 'nextCoupon')
    .map((reward): Block => {
      const benefit = JSON.parse(reward.benefit_json) as RewardBenefit;
      const given = benefitWords(givenInAll({ benefit, count: reward.reward_count }), unnamed);
      const name = textIn(JSON.parse(reward.name_json) as LocalText, language);
      return { kind: 'row', left: name, right: textIn(given, language) };
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
function claimOf({ paper, words, format }: Writer): readonly Block[] {
  const { claim_code: code, claim_expires_on: expiresOn } = paper.sale;
  const earned = paper.sale.bonus_earned_som + extraBonusOf(paper);
  if (code === null || expiresOn === null) return [];
  const waits: Block[] =
    earned === 0
      ? []
      : [
          {
            kind: 'text',
            text: filled(words.claim, format.som(earned), format.day(expiresOn as BusinessDay)),
            align: 'center',
          },
        ];
  return [
    { kind: 'rule' },
    ...waits,
    { kind: 'text', text: words.claimHow, align: 'center' },
    { kind: 'code', symbology: 'qr', data: code, caption: formatCode(code) },
  ];
}

/** The bonus of promotions is counted in soʻm. */
function extraBonusOf({ rewards }: SaleOnPaper): number {
  return rewards.reduce((sum, reward) => sum + (reward.kind === 'bonus' ? reward.reward_count : 0), 0);
}

function footOf({ paper, words }: Writer): readonly Block[] {
  const { settings, sale } = paper;
  const footer: Block[] =
    settings.receiptFooter === '' ? [] : [{ kind: 'text', text: settings.receiptFooter, align: 'center' }];
  const returns: Block[] =
    settings.returnDays === 0
      ? []
      : [{ kind: 'text', text: filled(words.returnDays, String(settings.returnDays)), align: 'center' }];
  return [
    { kind: 'rule' },
    { kind: 'code', symbology: 'code128', data: sale.receipt_code, caption: formatCode(sale.receipt_code) },
    ...returns,
    ...footer,
    { kind: 'text', text: words.thanks, align: 'center' },
    { kind: 'text', text: words.notFiscal, align: 'center', bold: true },
  ];
}
