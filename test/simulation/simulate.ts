/** Runs operations one after the other on the till and on the model, until they are over or the first difference. */
import { compareCustomers, compareShop, type States, statesOf } from './compare.ts';
import { Difference } from './difference.ts';
import { openWorld } from './openWorld.ts';
import type { Operation } from './operations.ts';
import { correctBonus, donateBonus, payFund, payOut, rewardByHand, sponsor } from './steps/bonus.ts';
import { copyFromNotebook, correctStoreCredit, forgiveDebt, repayDebt, setLimit } from './steps/credit.ts';
import {
  attach,
  blockCard,
  joinCard,
  mergeCustomers,
  newCustomer,
  registerCard,
  replaceCard,
} from './steps/customers.ts';
import { blockGiftCard, correctGiftCard, sellCard, topUpCard } from './steps/giftCards.ts';
import { changeProgramme, changeTiers, wait } from './steps/owner.ts';
import { sell } from './steps/sell.ts';
import { takeBack } from './steps/takeBack.ts';
import type { World } from './world.ts';

const steps = {
  sell,
  takeBack,
  attach,
  newCustomer,
  registerCard,
  joinCard,
  blockCard,
  replaceCard,
  merge: mergeCustomers,
  repay: repayDebt,
  forgive: forgiveDebt,
  noteDebt: copyFromNotebook,
  setLimit,
  correctStoreCredit,
  sellGiftCard: sellCard,
  topUpGiftCard: topUpCard,
  blockGiftCard,
  correctGiftCard,
  giveDeed: rewardByHand,
  correctBonus,
  payOut,
  donateBonus,
  sponsor,
  payFund,
  wait,
  programme: changeProgramme,
  tiers: changeTiers,
} satisfies {
  [Kind in Operation['kind']]: (world: World, operation: Extract<Operation, { kind: Kind }>) => Promise<void>;
};

function perform(world: World, operation: Operation): Promise<void> {
  const step = steps[operation.kind] as (world: World, operation: Operation) => Promise<void>;
  return step(world, operation);
}

/** Where the till and the rules part. */
export interface Found {
  /** The place of the operation in the list, from 0; the number of operations when only the last look found it. */
  readonly at: number;
  readonly operation: Operation | null;
  readonly error: Error;
  /** The customers of the operation on both sides, after it. */
  readonly states: readonly States[];
}

export interface Simulated {
  readonly operations: number;
  readonly sales: number;
  readonly days: number;
  /** Null when nothing differs. */
  readonly found: Found | null;
}

export interface SimulationOptions {
  readonly seed: number;
  readonly operations: readonly Operation[];
  /** The whole shop is compared after so many operations each. */
  readonly compareEvery?: number;
  /** Changes the till before anything happens in it: a planted defect. */
  readonly prepare?: (world: World) => void;
  readonly progress?: (done: number) => void;
}

export async function simulate(options: SimulationOptions): Promise<Simulated> {
  const { seed, operations, compareEvery = 500, prepare, progress = () => {} } = options;
  const world = await openWorld(seed);
  const first = world.shop.now;
  prepare?.(world);
  let found: Found | null = null;
  let done = 0;
  try {
    for (const operation of operations) {
      world.touched.clear();
      await perform(world, operation);
      await compareCustomers(world, [...world.touched]);
      done += 1;
      if (done % compareEvery === 0) await compareShop(world);
      progress(done);
    }
    await compareShop(world);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const states = await statesOf(world, [...world.touched]);
    found = { at: done, operation: operations[done] ?? null, error, states };
  } finally {
    await world.till.close();
  }
  const days = Math.round((world.shop.now - first) / 86_400_000);
  return { operations: done, sales: world.shop.sales.length, days, found };
}

/** A difference between rules and till, or a till that broke. */
export const isDifference = (error: Error): boolean => error instanceof Difference;
