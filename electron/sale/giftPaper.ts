/** The receipt of a gift: what was bought and how it is exchanged, without a price and without the buyer. */
import type { Unit } from '../../shared/basket.ts';
import type { Block } from '../../shared/receipt/blocks.ts';
import { receiptLanguages } from '../../shared/shop/receiptForm.ts';
import type { ShopSettings } from '../../shared/shop/settings.ts';
import type { Language, LocalText } from '../../shared/text.ts';
import { addDays, type BusinessDay } from '../../shared/time.ts';
import { fiscalOnPaper } from './fiscalPaper.ts';
import type { SaleRows } from './queries.ts';
import { receiptCodeOnPaper } from './receiptFoot.ts';
import { shopOnPaper } from './receiptHead.ts';
import { filled } from './receiptWords.ts';
import { label, nameLines, sentences, type Voice, voiceOf } from './tongues.ts';

interface GiftWords {
  readonly title: string;
  readonly stir: string;
  readonly receipt: string;
  /** Whoever got the goods shows the paper; `{}` is the last day. */
  readonly until: string;
  readonly show: string;
}

export const giftWords: Readonly<Record<Language, GiftWords>> = {
  uz: {
    title: 'SOVGʻA CHEKI',
    stir: 'STIR',
    receipt: 'Chek',
    until: 'Almashtirish va qaytarish: {} gacha.',
    show: 'Narxsiz chek. Tovarni almashtirish uchun shu kodni kassada koʻrsating.',
  },
  ru: {
    title: 'ПОДАРОЧНЫЙ ЧЕК',
    stir: 'СТИР',
    receipt: 'Чек',
    until: 'Обмен и возврат до {}.',
    show: 'Чек без цен. Чтобы обменять товар, покажите этот код на кассе.',
  },
  en: {
    title: 'GIFT RECEIPT',
    stir: 'STIR',
    receipt: 'Receipt',
    until: 'Exchange and return until {}.',
    show: 'A receipt without prices. To exchange the goods show this code at the till.',
  },
};

export interface GiftOnPaper extends Pick<SaleRows, 'sale' | 'lines'> {
  readonly settings: ShopSettings;
  readonly logo: Block | null;
  /** What has come back already, in thousandths, by the number of the line. */
  readonly returnedThousandths: ReadonlyMap<number, number>;
}

/** A line of a gift that is still with whoever got it. */
interface GivenLine {
  readonly name: LocalText;
  readonly unit: Unit;
  readonly quantityThousandths: number;
}

/**
 * Lines less what came back of them; a line that came back whole is left out.
 *
 * | sold | came back | on the gift receipt |
 * |------|-----------|---------------------|
 * | 3    | 0         | 3                   |
 * | 3    | 1         | 2                   |
 * | 3    | 3         | –                   |
 */
export function givenLines({
  lines,
  returnedThousandths,
}: Pick<GiftOnPaper, 'lines' | 'returnedThousandths'>): readonly GivenLine[] {
  return lines
    .map((line) => ({
      name: JSON.parse(line.name_json) as LocalText,
      unit: line.unit as Unit,
      quantityThousandths: line.quantity_thousandths - (returnedThousandths.get(line.line_no) ?? 0),
    }))
    .filter(({ quantityThousandths }) => quantityThousandths > 0);
}

/** No price, no bonus, no buyer and no cashier: the paper goes to somebody else. */
export function giftReceipt(paper: GiftOnPaper): readonly Block[] {
  const { sale, settings } = paper;
  const languages = receiptLanguages(settings.receiptForm, sale.language);
  const voice = voiceOf(giftWords, languages, settings.timeZone);
  return [
    ...shopOnPaper(settings, voice, paper.logo),
    { kind: 'rule' },
    ...sentences(voice, ({ words }) => words.title, { align: 'center', bold: true }),
    {
      kind: 'row',
      left: `${label(voice, ({ words }) => words.receipt)} №${sale.number}`,
      right: voice.first.format.day(sale.business_day as BusinessDay),
    },
    { kind: 'rule' },
    ...givenLines(paper).flatMap((line) => lineOnPaper(line, voice)),
    { kind: 'rule' },
    receiptCodeOnPaper(sale.receipt_code),
    ...sentences(voice, ({ words }) => words.show, { align: 'center' }),
    ...termOf(paper, voice),
    ...fiscalOnPaper(null, languages, settings.timeZone),
    { kind: 'cut' },
  ];
}

function lineOnPaper(
  { name, unit, quantityThousandths }: GivenLine,
  voice: Voice<GiftWords>,
): readonly Block[] {
  const [first = '', ...others] = nameLines(voice, name);
  return [
    { kind: 'row', left: first, right: voice.first.format.quantity(quantityThousandths, unit) },
    ...others.map((text): Block => ({ kind: 'text', text })),
  ];
}

function termOf({ sale, settings }: GiftOnPaper, voice: Voice<GiftWords>): readonly Block[] {
  if (settings.returnDays === 0) return [];
  const lastOn = addDays(sale.business_day as BusinessDay, settings.returnDays);
  return sentences(voice, ({ words, format }) => filled(words.until, format.day(lastOn)), {
    align: 'center',
  });
}
