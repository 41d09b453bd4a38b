/** A document of the receipt runner → the blocks of its paper, by the same functions as the till's. */
import { assertNever } from '../../shared/errors.ts';
import { basisPoints, zeroSom } from '../../shared/money.ts';
import type { NamesOf } from '../../shared/promotion/speaker.ts';
import type { Block } from '../../shared/receipt/blocks.ts';
import { calibrationSlip } from '../../shared/receipt/calibration.ts';
import { copyOf } from '../../shared/receipt/copyMark.ts';
import type { PrinterProfile } from '../../shared/receipt/printers.ts';
import { testSlip } from '../../shared/receipt/testSlip.ts';
import { languageOfCopy, receiptLanguages } from '../../shared/shop/receiptForm.ts';
import { calendarOf } from '../../shared/shop/settings.ts';
import { sameText } from '../../shared/text.ts';
import { businessDayOf } from '../../shared/time.ts';
import { type CouponPaper, couponBlocks, couponStrip, underReceipt } from '../coupon/paper.ts';
import type { CouponToPrint } from '../coupon/queries.ts';
import { saleReceipt } from '../sale/paper.ts';
import type { DocumentCoupon, ReceiptDocument, ReportDocument, SaleDocument } from './receiptDocument.ts';
import { saleOnPaperOf } from './saleDocument.ts';

/** The paper of a document on a printer with this profile; only the slips that try a printer depend on it. */
export function blocksOfDocument(document: ReceiptDocument, profile: PrinterProfile): readonly Block[] {
  switch (document.kind) {
    case 'sale':
      return saleBlocks(document);
    case 'coupon': {
      const { shopName, languages, today } = document;
      return couponStrip(document.coupons.map(couponOf), { shopName, languages, today, names: asWritten });
    }
    case 'report':
      return reportBlocks(document);
    case 'blocks':
      return document.blocks;
    case 'testSlip':
      return testSlip(profile);
    case 'calibration':
      return calibrationSlip();
    default:
      return assertNever(document);
  }
}

/** A document names goods, categories and partners in its rules by the words that are printed. */
const asWritten: NamesOf = {
  product: sameText,
  category: sameText,
  brand: sameText,
  tier: sameText,
  series: sameText,
  segment: sameText,
  partner: sameText,
};

function saleBlocks(document: SaleDocument): readonly Block[] {
  const { shop, coupons, copyNumber, soldAt } = document;
  const language = document.language ?? shop.language;
  const paper: CouponPaper = {
    languages: receiptLanguages(shop.receiptForm, language),
    today: businessDayOf(soldAt, calendarOf(shop)),
    names: asWritten,
    shopName: null,
  };
  const below = coupons.flatMap((coupon) => underReceipt(couponBlocks(couponOf(coupon), paper)));
  const original = saleReceipt(saleOnPaperOf(document, below));
  return copyNumber === 0
    ? original
    : copyOf(original, languageOfCopy(shop.receiptForm, language), copyNumber);
}

/** What a document leaves out of a series has the value that says nothing on paper. */
function couponOf({
  code,
  name,
  series,
  partnerName,
  validFrom,
  expiresOn,
  isBound,
}: DocumentCoupon): CouponToPrint {
  return {
    code,
    partnerName,
    validFrom,
    expiresOn,
    isBound,
    series: {
      seriesId: '',
      name,
      scope: { kind: 'all' },
      minimumSom: zeroSom,
      validity: { kind: 'between', from: validFrom, to: expiresOn },
      giving: { kind: 'byHand' },
      holding: 'bearer',
      mayBeGivenOn: true,
      isGiven: true,
      usesPerCoupon: 1,
      budgetSom: null,
      codes: { kind: 'own' },
      usedAt: 'here',
      partnerId: null,
      partnerBearsBasisPoints: basisPoints(0),
      conditions: null,
      ...series,
    },
  };
}

/** Shop, title, sections under rules and titles of their own, a total in double size. */
function reportBlocks({ shopName, title, subtitle, sections, total }: ReportDocument): readonly Block[] {
  const centred = (text: string): Block => ({ kind: 'text', text, align: 'center' });
  const last: Block[] = total === null ? [] : [{ kind: 'rule' }, { kind: 'row', size: 'double', ...total }];
  return [
    ...(shopName === '' ? [] : [centred(shopName)]),
    { kind: 'heading', text: title },
    ...subtitle.map(centred),
    ...sections.flatMap(sectionBlocks),
    ...last,
    { kind: 'cut' },
  ];
}

function sectionBlocks({ title, rows }: ReportDocument['sections'][number]): readonly Block[] {
  const head: Block[] = title === '' ? [] : [{ kind: 'text', text: title, bold: true }];
  const lines = rows.map(
    (row): Block => ('left' in row ? { kind: 'row', ...row } : { kind: 'text', ...row }),
  );
  return [{ kind: 'rule' }, ...head, ...lines];
}
