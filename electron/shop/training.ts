/** Into the shop to learn in and out of it; the switch itself belongs to the wiring, because it changes the file. */
import { Refusal } from '../../shared/errors.ts';
import { shopContract } from '../../shared/shop/contract.ts';
import type { TillParts } from '../parts.ts';
import { actingVerb } from '../verb.ts';
import { isDemo, isTraining } from './queries.ts';

/** Refuses NotInDemo: a demo is there to be tried out already. Entering twice is entering once. */
export const openTraining = (parts: Pick<TillParts, 'training'>) =>
  actingVerb(shopContract.openTraining, async ({ db }) => {
    if (await isTraining(db)) return {};
    if (await isDemo(db)) throw new Refusal('NotInDemo');
    await parts.training.enter();
    return {};
  });

export const leaveTraining = (parts: Pick<TillParts, 'training'>) =>
  actingVerb(shopContract.leaveTraining, async ({ db }) => {
    if (!(await isTraining(db))) throw new Refusal('NotInTraining');
    await parts.training.leave();
    return {};
  });
