/** A coupon as blocks of paper: the same on a receipt, on a slip of its own and on a strip of many. */
import type { Kysely } from 'kysely';
import { codeWritten } from '../../shared/coupon/couponMessage.ts';
import {
  couponDaysWords,
  couponFinePrint,
  couponLines,
  referencesOfSeries,
} from '../../shared/coupon/couponSentence.ts';
import type { NamesOf } from '../../shared/promotion/speaker.ts';
import type { Block } from '../../shared/receipt/blocks.ts';
import { type Language, type LocalText, textIn } from '../../shared/text.ts';
import type { BusinessDay } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';
import { namesOfReferences } from '../promotion/queries.ts';
import type { WriteScope } from '../verb.ts';
import type { GivenCoupon } from './inTransaction.ts';
import type { CouponToPrint } from './queries.ts';

const couponWord: Readonly<Record<Language, string>> = { uz: 'KUPON', ru: 'КУПОН', en: 'COUPON' };

/** Bars of more characters than these do not fit on paper of 58 mm; such a code is printed as a square only. */
const mostBars = 14;

/** How a coupon is written: the languages one under the other, and the day on which it is printed. */
export interface CouponPaper {
  readonly languages: readonly Language[];
  readonly today: BusinessDay;
  readonly names: NamesOf;
  /** Stands on top of a coupon that is no part of a receipt; null on a receipt, which has its own head. */
  readonly shopName: string | null;
}

/** The names that coupons need on paper. */
export function namesOnCoupons(
  db: Kysely<Tables>,
  coupons: readonly Pick<CouponToPrint, 'series'>[],
): Promise<NamesOf> {
  return namesOfReferences(db, referencesOfSeries(coupons.map((coupon) => coupon.series)));
}

/** A coupon that a sale has just brought, as its receipt prints it. */
export function couponToPrint({ holder, partnerName, ...coupon }: GivenCoupon): CouponToPrint {
  const { code, series, validFrom, expiresOn } = coupon;
  const isBound = holder.kind !== 'bearer' && !series.mayBeGivenOn;
  return { code, series, validFrom, expiresOn, partnerName, isBound };
}

/** What a coupon says besides its code. */
export interface CouponWords {
  readonly above: readonly Block[];
  readonly below: readonly Block[];
}

/** Name, what the coupon gives and asks, and its last day; below the code what holds for every coupon. */
export function wordsOnCoupon(coupon: Omit<CouponToPrint, 'code'>, paper: CouponPaper): CouponWords {
  const { names, shopName, today } = paper;
  const name = linesOf([coupon.series.name], paper);
  const said = linesOf(couponLines(coupon.series, names, coupon.partnerName), paper);
  return {
    above: [
      ...(shopName === null || shopName === '' ? [] : [text(shopName, true)]),
      { kind: 'heading', text: paper.languages.map((language) => couponWord[language]).join(' · ') },
      ...name.map((line) => text(line, true)),
      ...said.filter((line) => !name.includes(line)).map((line) => text(line)),
      ...linesOf([couponDaysWords(coupon, today, names)], paper).map((line) => text(line, true)),
    ],
    below: linesOf(couponFinePrint(names, coupon.isBound), paper).map((line) => text(line)),
  };
}

/** One coupon, its code between its words. Without a cut at its end. */
export function couponBlocks(coupon: CouponToPrint, paper: CouponPaper): readonly Block[] {
  return aroundCode(coupon.code, wordsOnCoupon(coupon, paper));
}

/** The code of a coupon, as bars where they fit and as a square, between its words. */
export function aroundCode(code: string, { above, below }: CouponWords): readonly Block[] {
  return [...above, ...codeOf(code), ...below];
}

/** A coupon under the foot of a receipt, divided from what stands above. */
export function underReceipt(coupon: readonly Block[]): readonly Block[] {
  return [{ kind: 'feed', lines: 1 }, { kind: 'rule' }, ...coupon];
}

/** Coupons one after another, each cut off from the next; without a cutter there is room to tear. */
export function couponStrip(coupons: readonly CouponToPrint[], paper: CouponPaper): readonly Block[] {
  return coupons.flatMap((coupon): readonly Block[] => [...couponBlocks(coupon, paper), { kind: 'cut' }]);
}

/** One coupon on a slip of its own, in the language of whoever gets it. */
export async function couponSlip(
  scope: Pick<WriteScope, 'trx' | 'settings' | 'businessDay'>,
  coupon: CouponToPrint,
  language: Language,
): Promise<readonly Block[]> {
  return couponStrip([coupon], {
    languages: [language],
    today: scope.businessDay,
    names: await namesOnCoupons(scope.trx, [coupon]),
    shopName: scope.settings.name,
  });
}

/** Every text in every language of the paper, each line once, empty ones left out. */
function linesOf(texts: readonly LocalText[], { languages }: CouponPaper): readonly string[] {
  const lines = texts.flatMap((each) => languages.map((language) => textIn(each, language)));
  return [...new Set(lines)].filter((line) => line !== '');
}

function text(words: string, bold = false): Block {
  return { kind: 'text', text: words, align: 'center', ...(bold ? { bold } : {}) };
}

function codeOf(code: string): readonly Block[] {
  const caption = codeWritten(code);
  if (code.length > mostBars || !/^[0-9A-Z-]+$/.test(code)) {
    return [{ kind: 'code', symbology: 'qr', data: code, caption }];
  }
  return [
    { kind: 'code', symbology: 'code128', data: code, caption },
    { kind: 'code', symbology: 'qr', data: code },
  ];
}
