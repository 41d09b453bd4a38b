/** Into the demo shop and out of it again; the switch itself belongs to the wiring, because it changes the file. */
import { Refusal } from '../../shared/errors.ts';
import { shopContract } from '../../shared/shop/contract.ts';
import type { TillParts } from '../parts.ts';
import { actingVerb, streamingVerb } from '../verb.ts';
import type { Neighbours } from './neighbours.ts';
import { isDemo } from './queries.ts';

/** Refuses ShopAlreadyStarted in a shop that sells already. Opening the demo twice is one opening. */
export const openDemo = (parts: Pick<TillParts, 'demo'>, rooms: Pick<Neighbours, 'hasOwner'>) =>
  actingVerb(shopContract.openDemo, async (scope, { language }) => {
    if (await isDemo(scope.db)) return {};
    if (await rooms.hasOwner(scope.db)) throw new Refusal('ShopAlreadyStarted');
    await parts.demo.open(language);
    return {};
  });

export const demoProgress = (parts: Pick<TillParts, 'demo'>) =>
  streamingVerb(shopContract.demoProgress, (_key, signal) => parts.demo.progress(signal));

export const leaveDemo = (parts: Pick<TillParts, 'demo' | 'sessions'>) =>
  actingVerb(shopContract.leaveDemo, async (scope) => {
    if (!(await isDemo(scope.db))) throw new Refusal('NotADemo');
    await parts.demo.leave();
    parts.sessions.logOut(scope.key);
    return {};
  });
