/** Where a customer's timeline comes from: one function for each table that knows of them. A new source is a line here. */
import { attachedPurchases, goodsBack, goodsBackLoose, purchases } from './timelineGoods.ts';
import { corrections, debtsPaid, debtsTaken, deeds, giftCards } from './timelineMoney.ts';
import {
  changes,
  consentsGiven,
  consentsWithdrawn,
  couponsGiven,
  couponsUsed,
  factsNoted,
  factsRemoved,
} from './timelinePerson.ts';
import type { TimelineSource } from './timelineRow.ts';

/** By name; names stand in cursors and decide who is first within one instant, so they are never changed. */
export const timelineSources: Readonly<Record<string, TimelineSource>> = {
  purchases,
  attachedPurchases,
  goodsBack,
  goodsBackLoose,
  couponsGiven,
  couponsUsed,
  deeds,
  corrections,
  debtsTaken,
  debtsPaid,
  giftCards,
  changes,
  consentsGiven,
  consentsWithdrawn,
  factsNoted,
  factsRemoved,
};
