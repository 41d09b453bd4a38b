/** Where a customer's timeline comes from: one function for each table that knows of them. A new source is a line here. */
import type { TimelineGroup } from '../../shared/report/profileContract.ts';
import { apologies, complaintSteps, contacts, feedback } from './timelineCare.ts';
import { gifts } from './timelineGifts.ts';
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
import { orderSteps, tasksTried, wishes } from './timelineService.ts';

type Sources = Readonly<Record<string, TimelineSource>>;

/** By name; names stand in cursors and decide who is first within one instant, so they are never changed. */
const sourcesOfGroup: Readonly<Record<TimelineGroup, Sources>> = {
  goods: { purchases, attachedPurchases, goodsBack, goodsBackLoose },
  bonus: { couponsGiven, couponsUsed, deeds, corrections, apologies, gifts },
  money: { debtsTaken, debtsPaid, giftCards },
  care: { complaintSteps, feedback, contacts, wishes, orderSteps, tasksTried },
  person: { changes, consentsGiven, consentsWithdrawn, factsNoted, factsRemoved },
};

const allSources: Sources = Object.assign({}, ...Object.values(sourcesOfGroup));

/** The sources of one group; null asks for all of them. */
export const timelineSources = (group: TimelineGroup | null): Sources =>
  group === null ? allSources : sourcesOfGroup[group];
