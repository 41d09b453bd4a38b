/** A sale as blocks of paper: one place decides what a receipt says, for the printer and for the preview. */
import type { TenderKind, Unit } from '../../shared/basket.ts';
import type { Block } from '../../shared/receipt/blocks.ts';
import { type LocalText, textIn } from '../../shared/text.ts';
import type { BusinessDay } from '../../shared/time.ts';
import { ownBlocksAt } from './ownBlocks.ts';
import { debtOnPaper, progressOnPaper } from './progressPaper.ts';
import { bonusOf, claimOf, rewardsOf } from './receiptCustomer.ts';
import { footOf } from './receiptFoot.ts';
import { headOf } from './receiptHead.ts';
import { filled, providerNames, type ReceiptWords } from './receiptWords.ts';
import { isOfExchange, numberOfExchange } from './returnQueries.ts';
import { type SaleOnPaper, type SaleWriter, writerOf } from './saleOnPaper.ts';
import { label, labelledRow, labelOf, nameLines, type Tongue, type Voice } from './tongues.ts';

/** The receipt in the languages of the shop's receipts, or in the customer's where the shop chose none. */
export function saleReceipt(paper: SaleOnPaper): readonly Block[] {
  const writer = writerOf(paper);
  return [
    ...headOf(writer),
    ...linesOf(writer),
    ...ownUnderGoods(writer),
    ...totalsOf(writer),
    ...tendersOf(writer),
    ...bonusOf(writer),
    ...progressOnPaper({ progress: paper.progress, voice: writer.voice }),
    ...rewardsOf(writer),
    ...claimOf(writer),
    ...footOf(writer),
    ...paper.coupons,
    { kind: 'cut' },
  ];
}

/**
 * A piece that a promotion gives stands with its price, and says at once that it costs nothing. What the shop advises on a
 * product stands under the first line of it.
 */
function linesOf({ paper, voice }: SaleWriter): readonly Block[] {
  const { format } = voice.first;
  const isAdvised = new Set<string>();
  return paper.lines.flatMap((line): Block[] => {
    const name = nameLines(voice, JSON.parse(line.name_json) as LocalText);
    const advice = isAdvised.has(line.product_id) ? [] : adviceOn(paper, line.product_id, voice);
    isAdvised.add(line.product_id);
    return [
      ...(name.length === 0 ? [''] : name).map((text): Block => ({ kind: 'text', text })),
      {
        kind: 'row',
        left: `  ${format.quantity(line.quantity_thousandths, line.unit as Unit)} × ${format.number(line.price_som)}`,
        right: format.number(line.gross_som),
      },
      ...(line.net_som === 0 && line.gross_som > 0
        ? [
            {
              kind: 'row' as const,
              left: `  ${label(voice, ({ words }) => words.free)}`,
              right: format.number(0),
            },
          ]
        : []),
      ...advice,
    ];
  });
}

function adviceOn(
  { advice, settings }: SaleOnPaper,
  productId: string,
  voice: Voice<ReceiptWords>,
): readonly Block[] {
  const text = advice[productId];
  if (text === undefined || !settings.receiptForm.parts.advice) return [];
  return nameLines(voice, text).map((words) => ({ kind: 'text', text: `  ${words}` }));
}

function ownUnderGoods({ paper, voice }: SaleWriter): readonly Block[] {
  const blocks = ownBlocksAt(paper.settings.receiptForm, 'underGoods', voice);
  return blocks.length === 0 ? [] : [{ kind: 'rule' }, ...blocks];
}

function totalsOf({ paper, voice }: SaleWriter): readonly Block[] {
  const { sale, adjustments, settings } = paper;
  const { format } = voice.first;
  const sums = new Map<string, number>();
  for (const adjustment of adjustments) {
    const reason = labelOf(voice, JSON.parse(adjustment.reason_json) as LocalText);
    sums.set(reason, (sums.get(reason) ?? 0) + adjustment.amount_som);
  }
  const discounts = [...sums].map(
    ([reason, sum]): Block => ({ kind: 'row', left: reason, right: format.number(-sum) }),
  );
  const row = (say: Say, sum: number) => labelledRow(voice, say, format.number(sum));
  const isVatShown = sale.vat_som !== 0 && settings.receiptForm.parts.vat;
  return [
    { kind: 'rule' },
    ...(discounts.length === 0 ? [] : [row(({ words }) => words.subtotal, sale.gross_som), ...discounts]),
    { ...row(({ words }) => words.total, sale.net_som), bold: true, size: 'double' },
    ...(isVatShown ? [row(({ words }) => words.vat, sale.vat_som)] : []),
  ];
}

type Say = (tongue: Tongue<ReceiptWords>) => string;

function tendersOf(writer: SaleWriter): readonly Block[] {
  const { paper, voice } = writer;
  const { sale, tenders, progress } = paper;
  const row = (say: Say, sum: number) => labelledRow(voice, say, voice.first.format.number(sum));
  const rows: Block[] = [...donationOf(writer), ...tenders.flatMap((tender) => tenderOf(writer, tender))];
  if (sale.rounding_som !== 0) rows.push(row(({ words }) => words.rounding, -sale.rounding_som));
  const toAccountSom = changeToAccountOf(paper);
  if (sale.change_som > 0 || toAccountSom > 0) {
    rows.push(row(({ words }) => words.received, sale.received_cash_som));
  }
  if (sale.change_som > 0) rows.push({ ...row(({ words }) => words.change, sale.change_som), bold: true });
  if (toAccountSom > 0) rows.push({ ...row(({ words }) => words.changeToAccount, toAccountSom), bold: true });
  const debt = tenders.find((tender) => tender.kind === 'debt');
  const onCredit = debt === undefined ? null : { dueOn: debt.reference as BusinessDay | null };
  return [...rows, ...debtOnPaper({ progress, voice }, onCredit)];
}

function donationOf({ paper, voice }: SaleWriter): readonly Block[] {
  const { sale, tenders, fundName } = paper;
  const paidSom = tenders.reduce((sum, tender) => sum + tender.amount_som, 0);
  const donationSom = paidSom + sale.rounding_som - sale.net_som;
  if (donationSom === 0) return [];
  const left = label(voice, ({ words, language }) =>
    filled(words.donation, fundName === null ? '' : textIn(fundName, language)),
  );
  return [{ kind: 'row', left, right: voice.first.format.number(donationSom) }];
}

/** What was handed over and is neither in the cash tender nor in the change. */
function changeToAccountOf({ sale, tenders }: SaleOnPaper): number {
  const cash = tenders.find((tender) => tender.kind === 'cash' && !isOfExchange(tender.reference));
  return sale.received_cash_som - (cash?.amount_som ?? 0) - sale.change_som;
}

type TenderRow = SaleOnPaper['tenders'][number];

function tenderOf(
  { paper, voice }: SaleWriter,
  { kind, provider, amount_som: amountSom, reference }: TenderRow,
): readonly Block[] {
  const { format } = voice.first;
  const by =
    kind === 'giftCard' ? lastOf(reference) : provider === null ? '' : (providerNames[provider] ?? '');
  const name = label(voice, ({ words }) =>
    isOfExchange(reference)
      ? filled(words.exchange, numberOfExchange(reference))
      : words.tender[kind as TenderKind],
  );
  const row: Block = {
    kind: 'row',
    left: by === '' ? name : `${name} ${by}`,
    right: format.number(amountSom),
  };
  const { giftCardLeftSom } = paper.progress;
  if (kind !== 'giftCard' || giftCardLeftSom === null) return [row];
  const left = `  ${label(voice, ({ words }) => words.giftCardLeft)}`;
  return [row, { kind: 'row', left, right: format.number(giftCardLeftSom) }];
}

/** A gift card's number is as good as money: only its end is printed. */
function lastOf(number: string | null): string {
  return number === null ? '' : `··${number.slice(-4)}`;
}
