/** What a customer left with the shop and what they owe it: gift cards, store credit, nasiya. */
import { z } from 'zod';
import { customerPhoneSchema } from '../customer/phoneMask.ts';
import { correctionReasonSchema, secondPersonRefusals } from '../ledger/contract.ts';
import { readVerb, writeVerb } from '../verb.ts';
import {
  businessDaySchema,
  idSchema,
  instantSchema,
  languageSchema,
  pageSchema,
  signedSomSchema,
  someWords,
  somSchema,
  words,
} from '../wire.ts';
import { debtAges } from './debt.ts';
import { giftCardVerbs, moneySchema } from './giftCardContract.ts';
import { creditMovements } from './movement.ts';

const amountSchema = somSchema.refine((sum) => sum > 0);

export const debtSchema = z.object({
  debtId: idSchema,
  origin: z.enum(['sale', 'notebook']),
  saleId: idSchema.nullable(),
  receiptNumber: z.int().nullable(),
  takenOn: businessDaySchema,
  dueOn: businessDaySchema,
  amountSom: somSchema,
  openSom: somSchema,
  note: z.string(),
});
export type DebtShown = z.output<typeof debtSchema>;

export const creditAccountSchema = z.object({
  storeCreditSom: signedSomSchema,
  /** Null while nobody set one and the shop has none for everybody. */
  limitSom: somSchema.nullable(),
  openSom: somSchema,
  overdueSom: somSchema,
  /** Open ones first, oldest first; then the last that were settled. */
  debts: z.array(debtSchema),
  movements: z.array(
    z.object({
      at: instantSchema,
      account: z.enum(['storeCredit', 'debt']),
      kind: z.enum(creditMovements),
      amountSom: signedSomSchema,
      receiptNumber: z.int().nullable(),
    }),
  ),
});

export type CreditAccount = z.output<typeof creditAccountSchema>;

const debtorSchema = z.object({
  customerId: idSchema,
  name: z.string(),
  phone: customerPhoneSchema.nullable(),
  language: languageSchema.nullable(),
  openSom: somSchema,
  overdueSom: somSchema,
  /** The earliest day on which something is or was due. */
  dueOn: businessDaySchema,
  oldestOn: businessDaySchema,
  limitSom: somSchema.nullable(),
  /** Whether the customer allowed messages: without it the shop calls, it does not write. */
  mayMessage: z.boolean(),
});
export type Debtor = z.output<typeof debtorSchema>;

/** One debt that was copied from the paper notebook. */
const notebookRowSchema = z.object({
  debtId: idSchema,
  customerId: idSchema,
  name: z.string(),
  phone: customerPhoneSchema.nullable(),
  since: businessDaySchema,
  dueOn: businessDaySchema,
  amountSom: somSchema,
  openSom: somSchema,
  note: z.string(),
  notedAt: instantSchema,
});
export type NotebookRow = z.output<typeof notebookRowSchema>;

export const repaymentRefusals = {
  RepaymentTooMuch: z.object({ openSom: somSchema }),
  ShiftNotOpen: z.object({}),
  CashTooLittle: z.object({ missingSom: somSchema }),
  StoreCreditNotEnough: z.object({ balanceSom: signedSomSchema }),
};

export const creditContract = {
  ...giftCardVerbs,
  account: readVerb({
    action: 'credit.read',
    input: z.object({ customerId: idSchema }),
    output: creditAccountSchema,
    refusals: {},
  }),
  /** The reminders list: who owes, the most urgent first. */
  debtors: readVerb({
    action: 'credit.read',
    input: pageSchema.extend({
      show: z.enum(['all', 'overdue', 'dueSoon']).default('all'),
      search: words(80).default(''),
    }),
    output: z.object({
      debtors: z.array(debtorSchema),
      nextCursor: z.string().nullable(),
      openSom: somSchema,
      customers: z.int(),
      /** What is owed by how late it is. */
      ageing: z.array(z.object({ age: z.enum(debtAges), openSom: somSchema, debts: z.int() })),
    }),
    refusals: {},
  }),
  /** Null takes the customer's own limit away. */
  setLimit: writeVerb({
    action: 'credit.setLimit',
    input: { customerId: idSchema, limitSom: somSchema.nullable() },
    output: z.object({}),
    refusals: { DebtNeedsCustomer: z.object({}) },
  }),
  /** Settles the oldest debts first (docs/rules.md rule 24), with money or with what lies on the customer's account. */
  repay: writeVerb({
    action: 'credit.repay',
    input: {
      customerId: idSchema,
      amountSom: amountSchema,
      money: z.discriminatedUnion('kind', [
        ...moneySchema.options,
        z.object({ kind: z.literal('storeCredit') }),
      ]),
    },
    output: z.object({
      number: z.int(),
      changeSom: somSchema,
      openSom: somSchema,
      bonusEarnedSom: somSchema,
    }),
    refusals: repaymentRefusals,
  }),
  /** One row of the paper notebook; a phone that somebody has is that customer's, else a customer is made. */
  noteDebt: writeVerb({
    action: 'credit.noteDebt',
    input: {
      name: words(80),
      /** Empty when the notebook has none. */
      phone: words(30),
      amountSom: amountSchema,
      since: businessDaySchema,
      dueOn: businessDaySchema.nullable(),
      note: words(200),
    },
    output: z.object({
      debtId: idSchema,
      customerId: idSchema,
      name: z.string(),
      phone: customerPhoneSchema.nullable(),
      isNewCustomer: z.boolean(),
      openSom: somSchema,
    }),
    refusals: {
      PhoneNotUnderstood: z.object({}),
      NameOrPhoneNeeded: z.object({}),
      /** Later than today, or due before it was taken. */
      DaysWrong: z.object({}),
    },
  }),
  /** Debts copied from the notebook, newest first, for the list that is signed. */
  notebook: readVerb({
    action: 'credit.read',
    input: pageSchema,
    output: z.object({
      rows: z.array(notebookRowSchema),
      nextCursor: z.string().nullable(),
    }),
    refusals: {},
  }),
  changeDueDay: writeVerb({
    action: 'credit.noteDebt',
    input: { debtId: idSchema, dueOn: businessDaySchema },
    output: z.object({}),
    refusals: { DaysWrong: z.object({}) },
  }),
  /** The shop gives up a part of what is owed; another person stands for it. */
  forgive: writeVerb({
    action: 'credit.forgive',
    input: { customerId: idSchema, amountSom: amountSchema, reason: correctionReasonSchema },
    output: z.object({ openSom: somSchema }),
    refusals: { ...secondPersonRefusals, RepaymentTooMuch: z.object({ openSom: somSchema }) },
  }),
  /** Changes store credit or a gift card's money by hand; another person stands for it. */
  correct: writeVerb({
    action: 'credit.correct',
    input: {
      subject: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('storeCredit'), customerId: idSchema }),
        z.object({ kind: z.literal('giftCard'), number: someWords(20) }),
      ]),
      amountSom: signedSomSchema.refine((sum) => sum !== 0),
      reason: correctionReasonSchema,
    },
    output: z.object({ balanceSom: signedSomSchema }),
    refusals: {
      ...secondPersonRefusals,
      GiftCardUnknown: z.object({}),
      /** No more can be taken away than is there. */
      GiftCardNotEnough: z.object({ balanceSom: somSchema }),
      StoreCreditNotEnough: z.object({ balanceSom: signedSomSchema }),
    },
  }),
  /** Queues a customer's statement of debts on the receipt printer, with a line for the signature. */
  printStatement: writeVerb({
    action: 'credit.repay',
    input: { customerId: idSchema },
    output: z.object({}),
    refusals: { NoPrinter: z.object({}) },
  }),
};
