/** A sale as blocks of paper: one place decides what a receipt says, for the printer and for the preview. */
import type { TenderKind, Unit } from '../../shared/basket.ts';
import { formatCode } from '../../shared/code.ts';
import { createFormat } from '../../shared/format.ts';
import type { RewardBenefit } from '../../shared/promotion/rewards.ts';
import { benefitWords } from '../../shared/promotion/sentence.ts';
import type { NamesOf } from '../../shared/promotion/speaker.ts';
import type { Block } from '../../shared/receipt/blocks.ts';
import { givenInAll } from '../../shared/sale/givenRewards.ts';
import type { ShopSettings } from '../../shared/shop/settings.ts';
import { type LocalText, sameText, textIn } from '../../shared/text.ts';
import type { BusinessDay, Instant } from '../../shared/time.ts';
import {
  accountOnPaper,
  bonusBesideOnPaper,
  debtOnPaper,
  type ProgressWriter,
  progressOnPaper,
} from './progressPaper.ts';
import type { SaleRows } from './queries.ts';
import { filled, providerNames, receiptWords } from './receiptWords.ts';
import { isOfExchange, numberOfExchange } from './returnQueries.ts';
import type { SaleProgress } from './saleProgress.ts';

/** Everything that is printed of a sale. */
export interface SaleOnPaper extends SaleRows {
  readonly settings: ShopSettings;
  readonly cashierName: string;
  readonly customerName: string;
  /** What being sent by a friend brought the customer. */
  readonly friendBonusSom: number;
  /** What the receipt tells of tier, stamps and accounts. */
  readonly progress: SaleProgress;
  /** The name of the fund for which the total was rounded up; null where it was not. */
  readonly fundName: LocalText | null;
  /** The coupons that the sale brought, laid out by their own room. */
  readonly coupons: readonly Block[];
}

interface Writer extends ProgressWriter {
  readonly paper: SaleOnPaper;
}

/** The receipt in the language that was chosen for it. */
export function saleReceipt(paper: SaleOnPaper): readonly Block[] {
  const language = paper.sale.language;
  const writer: Writer = {
    paper,
    progress: paper.progress,
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
    ...progressOnPaper(writer),
    ...rewardsOf(writer),
    ...claimOf(writer),
    ...footOf(writer),
    ...paper.coupons,
    { kind: 'cut' },
  ];
}

function headOf(writer: Writer): readonly Block[] {
  const { paper, words, format } = writer;
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
    ...onPaper(sale.entered_at, writer),
    { kind: 'row', left: words.cashier, right: paper.cashierName },
    { kind: 'rule' },
  ];
}

/** The moment above is the paper's; this one tells when the till learnt of it. */
function onPaper(enteredAt: string | null, { words, format }: Writer): readonly Block[] {
  if (enteredAt === null) return [];
  const text = filled(words.onPaper, format.moment(enteredAt as Instant));
  return [{ kind: 'text', text, bold: true }];
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

function tendersOf(writer: Writer): readonly Block[] {
  const { paper, words, format } = writer;
  const { sale, tenders } = paper;
  const rows = [...donationOf(writer), ...tenders.flatMap((tender) => tenderOf(writer, tender))];
  if (sale.rounding_som !== 0) {
    rows.push({ kind: 'row', left: words.rounding, right: format.number(-sale.rounding_som) });
  }
  const toAccountSom = changeToAccountOf(paper);
  if (sale.change_som > 0 || toAccountSom > 0) {
    rows.push({ kind: 'row', left: words.received, right: format.number(sale.received_cash_som) });
  }
  if (sale.change_som > 0) {
    rows.push({ kind: 'row', left: words.change, right: format.number(sale.change_som), bold: true });
  }
  if (toAccountSom > 0) {
    rows.push({ kind: 'row', left: words.changeToAccount, right: format.number(toAccountSom), bold: true });
  }
  const debt = tenders.find((tender) => tender.kind === 'debt');
  const onCredit = debt === undefined ? null : { dueOn: debt.reference as BusinessDay | null };
  return [...rows, ...debtOnPaper(writer, onCredit)];
}

function donationOf({ paper, words, format, language }: Writer): readonly Block[] {
  const { sale, tenders, fundName } = paper;
  const paidSom = tenders.reduce((sum, tender) => sum + tender.amount_som, 0);
  const donationSom = paidSom + sale.rounding_som - sale.net_som;
  if (donationSom === 0) return [];
  const name = fundName === null ? '' : textIn(fundName, language);
  return [{ kind: 'row', left: filled(words.donation, name), right: format.number(donationSom) }];
}

/** What was handed over and is neither in the cash tender nor in the change. */
function changeToAccountOf({ sale, tenders }: SaleOnPaper): number {
  const cash = tenders.find((tender) => tender.kind === 'cash' && !isOfExchange(tender.reference));
  return sale.received_cash_som - (cash?.amount_som ?? 0) - sale.change_som;
}

type TenderRow = SaleOnPaper['tenders'][number];

function tenderOf(
  { paper, words, format }: Writer,
  { kind, provider, amount_som: amountSom, reference }: TenderRow,
): readonly Block[] {
  const by =
    kind === 'giftCard' ? lastOf(reference) : provider === null ? '' : (providerNames[provider] ?? '');
  const name = isOfExchange(reference)
    ? filled(words.exchange, numberOfExchange(reference))
    : words.tender[kind as TenderKind];
  const row: Block = {
    kind: 'row',
    left: by === '' ? name : `${name} ${by}`,
    right: format.number(amountSom),
  };
  const { giftCardLeftSom } = paper.progress;
  if (kind !== 'giftCard' || giftCardLeftSom === null) return [row];
  return [row, { kind: 'row', left: `  ${words.giftCardLeft}`, right: format.number(giftCardLeftSom) }];
}

/** A gift card's number is as good as money: only its end is printed. */
function lastOf(number: string | null): string {
  return number === null ? '' : `··${number.slice(-4)}`;
}

function bonusOf(writer: Writer): readonly Block[] {
  const { paper, words, format } = writer;
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
    ...bonusBesideOnPaper(writer),
    ...spent,
    { kind: 'row', left: words.bonusBalance, right: format.number(sale.bonus_balance_som ?? 0), bold: true },
    ...accountOnPaper(writer),
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
