/** What a printed coupon says: the benefit in large figures, the sentence in each language, the days, the conditions. */
import type { CouponBenefit, SeriesContent } from '../../../shared/coupon/series.ts';
import { assertNever } from '../../../shared/errors.ts';
import { createFormat } from '../../../shared/format.ts';
import { type Language, type LocalText, textIn } from '../../../shared/text.ts';
import type { BusinessDay } from '../../../shared/time.ts';
import type { PaperShop } from '../../app/paperShop.ts';
import { paperWords } from './paperWords.ts';

export interface PaperSeries {
  readonly sentence: LocalText;
  readonly content: Pick<SeriesContent, 'benefit' | 'validity' | 'conditions' | 'usedAt'>;
  readonly partnerName: string | null;
}

export interface PaperCoupon {
  readonly code: string;
  readonly validFrom: BusinessDay;
  readonly expiresOn: BusinessDay;
}

/** The benefit as it is read from across the shop. */
export interface Headline {
  readonly before: string;
  readonly figure: string;
  readonly after: string;
}

export interface PaperLine {
  readonly language: Language;
  readonly sentence: string;
  /** Conditions, the partner and "one coupon per receipt", as one small line. */
  readonly small: string;
}

/** What all coupons of a batch have in common. */
export interface CouponPaper {
  readonly shop: PaperShop;
  readonly title: string;
  readonly headline: Headline;
  readonly lines: readonly PaperLine[];
  readonly showAtTill: readonly string[];
  readonly daysLabel: string;
  readonly daysOf: (coupon: PaperCoupon) => string;
}

/** The highest step of a benefit that grows with the sum. */
function largestStep(benefit: Extract<CouponBenefit, { kind: 'sumSteps' }>, language: Language): string {
  const step = benefit.steps.at(-1);
  if (step === undefined) return '';
  const format = createFormat(language);
  return step.kind === 'percent'
    ? format.percent(-step.rateBasisPoints)
    : `${format.number(-step.amountSom)} ${paperWords[language].som}`;
}

/**
 * | benefit          | before | figure   | after |
 * |------------------|--------|----------|-------|
 * | 10 %             |        | −10%     |       |
 * | 10 000 off       |        | −10 000  | soʻm  |
 * | all for 99 000   |        | 99 000   | soʻm  |
 * | steps up to 20 % |        | −20%     | gacha |
 * | 5 000 bonus      |        | +5 000   | bonus |
 * | goods            |        | Sovgʻa   |       |
 */
export function headlineOf(benefit: CouponBenefit, language: Language): Headline {
  const format = createFormat(language);
  const words = paperWords[language];
  const plain = (figure: string, after = '') => ({ before: '', figure, after });
  switch (benefit.kind) {
    case 'percent':
      return plain(format.percent(-benefit.rateBasisPoints));
    case 'amount':
      return plain(format.number(-benefit.amountSom), words.som);
    case 'fixedPrice':
      return plain(format.number(benefit.priceSom), words.som);
    case 'sumSteps':
      return { before: words.upTo[0], figure: largestStep(benefit, language), after: words.upTo[1] };
    case 'bonus':
      return plain(format.signedNumber(benefit.bonusSom), words.bonus);
    case 'gift':
      return plain(words.gift);
    default:
      return assertNever(benefit);
  }
}

/** The languages joined into one label: "Oxirgi kun · Последний день". */
function joined(languages: readonly Language[], wordsIn: (language: Language) => string): string {
  return [...new Set(languages.map(wordsIn))].join(' · ');
}

function lineIn(series: PaperSeries, language: Language): PaperLine {
  const { conditions, usedAt } = series.content;
  const words = paperWords[language];
  const partner = usedAt === 'partner' && series.partnerName !== null ? words.usedAt(series.partnerName) : '';
  const parts = [conditions === null ? '' : textIn(conditions, language), partner, words.onePerReceipt];
  const small = parts
    .map((part) => part.trim().replace(/\.$/, ''))
    .filter((part) => part !== '')
    .join('. ');
  return { language, sentence: textIn(series.sentence, language), small };
}

/** The first language gives the headline; a batch without a language speaks Uzbek. */
export function couponPaper(shop: PaperShop, series: PaperSeries, asked: readonly Language[]): CouponPaper {
  const languages: readonly Language[] = asked.length === 0 ? ['uz'] : asked;
  const first = languages[0] ?? 'uz';
  const format = createFormat(first);
  const isBetween = series.content.validity.kind === 'between';
  return {
    shop: { ...shop, phone: shop.phone.replaceAll(' ', '\u00A0') },
    title: joined(languages, (language) => paperWords[language].coupon),
    headline: headlineOf(series.content.benefit, first),
    lines: languages.map((language) => lineIn(series, language)),
    showAtTill: languages.map((language) => paperWords[language].showAtTill),
    daysLabel: joined(languages, (language) => paperWords[language][isBetween ? 'days' : 'lastDay']),
    daysOf: ({ validFrom, expiresOn }) =>
      isBetween ? `${format.day(validFrom)} – ${format.day(expiresOn)}` : format.day(expiresOn),
  };
}
