/** What a screen may ask about partners: other shops and bloggers, their codes, what each side owes. */
import { z } from 'zod';
import { readVerb, writeVerb } from '../verb.ts';
import {
  businessDaySchema,
  idSchema,
  instantSchema,
  localTextSchema,
  quantitySchema,
  signedSomSchema,
  someWords,
  somSchema,
  words,
} from '../wire.ts';

export const partnerKinds = ['shop', 'blogger'] as const;

export const partnerSchema = z.object({
  partnerId: idSchema,
  kind: z.enum(partnerKinds),
  name: z.string(),
  contact: z.string(),
  note: z.string(),
  isActive: z.boolean(),
  /** Above zero when the partner owes the shop. */
  balanceSom: signedSomSchema,
});
export type Partner = z.output<typeof partnerSchema>;

/** A month of a partner by kinds of what happened; both sides sign it. */
export const settlementSchema = z.object({
  partner: partnerSchema,
  month: z.string(),
  openingSom: signedSomSchema,
  /** Their coupons used here, and ours that they bear a part of. */
  series: z.array(
    z.object({
      seriesId: idSchema,
      name: localTextSchema,
      used: z.int(),
      discountSom: somSchema,
      partnerShareSom: somSchema,
      /** Net sales of the receipts with these coupons. */
      broughtSom: somSchema,
      newCustomers: z.int(),
      /** Their coupons that were printed on our receipts. */
      printed: z.int(),
    }),
  ),
  goods: z.array(
    z.object({
      givenOn: businessDaySchema,
      productName: localTextSchema,
      quantityThousandths: quantitySchema,
      costSom: somSchema,
      note: z.string(),
    }),
  ),
  payments: z.array(z.object({ at: instantSchema, amountSom: signedSomSchema, note: z.string() })),
  /** Discount the partner bears, goods at cost, people brought, payments, and what is owed at the end of the month. */
  usedSom: somSchema,
  /** What the partner bears no more, because goods came back; part returns leave their coupon used. */
  returnedSom: somSchema,
  goodsSom: somSchema,
  paidSom: signedSomSchema,
  closingSom: signedSomSchema,
});
export type Settlement = z.output<typeof settlementSchema>;

/** What is wrong with one row of a code list. */
export const codeRowFaults = [
  'empty',
  'tooLong',
  'characters',
  'twiceInFile',
  'taken',
  'looksLikeOurs',
] as const;
const codeRowSchema = z.object({ row: z.int().min(1), code: z.string().max(200) });

export const partnerVerbs = {
  partners: readVerb({
    action: 'coupon.partners',
    input: z.object({}),
    output: z.object({ partners: z.array(partnerSchema) }),
    refusals: {},
  }),
  savePartner: writeVerb({
    action: 'coupon.change',
    input: {
      partnerId: idSchema.nullable(),
      kind: z.enum(partnerKinds),
      name: someWords(80),
      contact: words(120),
      note: words(400),
      isActive: z.boolean(),
    },
    output: z.object({ partnerId: idSchema }),
    refusals: {},
  }),
  /** Begins to read a list of codes; nothing of it counts before `finishImport`. */
  startImport: writeVerb({
    action: 'coupon.change',
    input: {
      seriesId: idSchema,
      fileName: words(200),
      /** How often each code of the list may be used; null without bound, as a blogger's own code. */
      usesAllowed: z.int().min(1).max(1_000_000).nullable(),
    },
    output: z.object({ importId: idSchema }),
    refusals: { SeriesTakesNoList: z.object({}) },
  }),
  importRows: writeVerb({
    action: 'coupon.change',
    input: { importId: idSchema, rows: z.array(codeRowSchema).min(1).max(1000) },
    output: z.object({
      accepted: z.int(),
      faults: z.array(z.object({ row: z.int(), code: z.string(), fault: z.enum(codeRowFaults) })),
    }),
    refusals: { ImportClosed: z.object({}) },
  }),
  /** Makes all rows count at once. */
  finishImport: writeVerb({
    action: 'coupon.change',
    input: { importId: idSchema },
    output: z.object({ codes: z.int() }),
    refusals: { ImportClosed: z.object({}), ImportEmpty: z.object({}) },
  }),
  cancelImport: writeVerb({
    action: 'coupon.change',
    input: { importId: idSchema },
    output: z.object({}),
    refusals: { ImportClosed: z.object({}) },
  }),
  /** Goods a blogger got to show, at what they cost the shop. */
  giveGoods: writeVerb({
    action: 'coupon.change',
    input: {
      partnerId: idSchema,
      productId: idSchema,
      quantityThousandths: quantitySchema,
      costSom: somSchema,
      note: words(200),
    },
    output: z.object({}),
    refusals: {},
  }),
  /** Money that changed hands outside the till: above zero the partner paid, below zero the shop did. */
  settlePartner: writeVerb({
    action: 'coupon.change',
    input: {
      partnerId: idSchema,
      amountSom: signedSomSchema.refine((amount) => amount !== 0),
      note: words(200),
    },
    output: z.object({ balanceSom: signedSomSchema }),
    refusals: {},
  }),
  settlement: readVerb({
    action: 'coupon.partners',
    input: z.object({ partnerId: idSchema, month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/) }),
    output: settlementSchema,
    refusals: {},
  }),
};
