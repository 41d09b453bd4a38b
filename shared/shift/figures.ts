/** What an X and a Z report say of a shift: the same figures on screen, on paper and in the closed shift's row. */
import { z } from 'zod';
import {
  businessDaySchema,
  idSchema,
  instantSchema,
  providerSchema,
  rateSchema,
  signedSomSchema,
  somSchema,
} from '../wire.ts';

export const cashMoveKinds = ['in', 'out', 'collection', 'expense'] as const;
export type CashMoveKind = (typeof cashMoveKinds)[number];

/** A terminal or a QR service: where money without cash arrives. */
export const nonCashSchema = z.object({ kind: z.enum(['card', 'qr']), provider: providerSchema });

/** How many of a note or coin were counted. */
export const cashCountSchema = z
  .array(z.object({ noteSom: z.int().min(1).max(200_000), count: z.int().min(0).max(100_000) }))
  .max(20);
export type CashCount = z.output<typeof cashCountSchema>;

/** Why cash came into the drawer (above zero) or left it (below) in a shift; together what it should hold. */
export const drawerCauses = [
  'float',
  'sales',
  'returns',
  'looseReturns',
  'giftCards',
  'debts',
  'deposits',
  'depositsBack',
  'bonusPaidOut',
  'charity',
  ...cashMoveKinds,
] as const;
export type DrawerCause = (typeof drawerCauses)[number];

const countAndSum = { count: z.int(), sumSom: somSchema } as const;

export const shiftFiguresSchema = z.object({
  shiftId: idSchema,
  number: z.int(),
  /** The day on which the shift was opened. */
  businessDay: businessDaySchema,
  openedAt: instantSchema,
  openedByName: z.string(),
  /** Null in an X report. */
  closedAt: instantSchema.nullable(),
  closedByName: z.string().nullable(),
  /** The day on which it was closed; a later one than its own when it was forgotten. */
  closedOn: businessDaySchema.nullable(),
  receipts: z.int(),
  firstReceipt: z.int().nullable(),
  lastReceipt: z.int().nullable(),
  grossSom: somSchema,
  discountSom: somSchema,
  /** What the receipts came to. */
  soldSom: somSchema,
  returns: z.object(countAndSum),
  looseReturns: z.object(countAndSum),
  /** Sold less what came back. */
  netSom: signedSomSchema,
  /** By rate, the highest first; null is sold without VAT. Less what came back. */
  vat: z.array(
    z.object({ rateBasisPoints: rateSchema.nullable(), netSom: signedSomSchema, vatSom: signedSomSchema }),
  ),
  /** What goods were paid with, less what went back. */
  tenders: z.array(
    z.object({ kind: z.string(), provider: z.string().nullable(), inSom: somSchema, backSom: somSchema }),
  ),
  giftCardsSold: z.object(countAndSum),
  debtsRepaid: z.object(countAndSum),
  bonusPaidOut: z.object(countAndSum),
  /** Rounded up by customers, less what a cancelled receipt took back. */
  donationsSom: signedSomSchema,
  roundingSom: signedSomSchema,
  bonusEarnedSom: somSchema,
  bonusSpentSom: somSchema,
  floatSom: somSchema,
  cashMoves: z.array(z.object({ kind: z.enum(cashMoveKinds), ...countAndSum })),
  /** What came into the drawer and left it, cause by cause; what moved nothing is left out. */
  drawer: z.array(z.object({ cause: z.enum(drawerCauses), sumSom: signedSomSchema })),
  /** What the drawer should hold, or held before it was counted. */
  expectedSom: signedSomSchema,
  countedSom: somSchema.nullable(),
  differenceSom: signedSomSchema.nullable(),
  /** Why it differs by more than the shop's limit, and who stood for it; alone where nobody else could. */
  differenceReason: z.string(),
  approvedByName: z.string().nullable(),
  isAlone: z.boolean(),
  /** Counts that were refused, and sums that the drawer could not give: who asks often, gropes for what is there. */
  refusedCounts: z.int(),
  /** Quick counts when the till went to another seller. */
  handOvers: z.array(
    z.object({
      countedAt: instantSchema,
      personName: z.string(),
      toPersonName: z.string().nullable(),
      countedSom: somSchema,
      differenceSom: signedSomSchema,
    }),
  ),
  /** Null as told: nobody has typed in what the terminal says. */
  terminals: z.array(nonCashSchema.extend({ expectedSom: signedSomSchema, toldSom: somSchema.nullable() })),
  /** Whoever sold, and took back: what came back counts for the person who took it. */
  sellers: z.array(z.object({ personName: z.string(), receipts: z.int(), netSom: signedSomSchema })),
  /** Receipts with something taken off by hand; a shelf price is counted by itself. */
  discountsByHand: z.object(countAndSum),
  shelfPrices: z.object(countAndSum),
  linesRemoved: z.int(),
  basketsCleared: z.int(),
  drawerOpened: z.int(),
  writtenOnPaper: z.object(countAndSum),
  /** Ticked and all items of the shift's checklists. */
  checklist: z.object({ ticked: z.int(), items: z.int() }),
  /** The journal's last document when the report was made: how many, and the head of its hash. */
  journal: z.object({ sequence: z.int(), hashHead: z.string() }),
});
export type ShiftFigures = z.output<typeof shiftFiguresSchema>;
