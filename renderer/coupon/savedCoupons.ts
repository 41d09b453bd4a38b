/** The coupons of a series and the partners as tables of a file. */
import type { CouponRow } from '../../shared/coupon/contract.ts';
import { codeWritten } from '../../shared/coupon/couponMessage.ts';
import type { Partner } from '../../shared/coupon/partnerContract.ts';
import { textIn } from '../../shared/text.ts';
import type { SavedColumn, SavedWords } from '../app/savedColumn.ts';

export function savedCoupons({ t, format, language }: SavedWords): readonly SavedColumn<CouponRow>[] {
  return [
    { header: t('coupon.series'), value: ({ seriesName }) => textIn(seriesName, language) },
    { header: t('coupon.code'), value: ({ code }) => codeWritten(code) },
    { header: t('coupon.stateLabel'), value: ({ state }) => t(`coupon.short.${state}`) },
    { header: t('coupon.fact.holder'), value: ({ customerName }) => customerName },
    { header: t('coupon.fact.issued'), value: ({ issuedAt }) => format.moment(issuedAt) },
    { header: t('coupon.until'), value: ({ expiresOn }) => expiresOn },
    { header: t('coupon.saved.uses'), value: ({ usesCount }) => usesCount },
    { header: t('coupon.usedReceipt'), value: ({ redeemedReceiptNumber }) => redeemedReceiptNumber },
  ];
}

export function savedPartners({ t }: SavedWords): readonly SavedColumn<Partner>[] {
  return [
    { header: t('common.name'), value: ({ name }) => name },
    { header: t('coupon.partner.kindLabel'), value: ({ kind }) => t(`coupon.partner.kind.${kind}`) },
    { header: t('coupon.partner.contact'), value: ({ contact }) => contact },
    { header: t('coupon.partner.note'), value: ({ note }) => note },
    { header: t('coupon.saved.owesUs'), value: ({ balanceSom }) => balanceSom },
  ];
}
