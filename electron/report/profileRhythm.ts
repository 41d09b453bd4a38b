/** The shop's own rhythm, learnt once a business day: it takes a look at everybody's visits. */
import type { ShopRhythm } from '../../shared/customer/rhythm.ts';
import type { BusinessDay } from '../../shared/time.ts';
import type { Database } from '../database/open.ts';
import { readSegmentFacts } from './segmentFacts.ts';

interface Learnt {
  readonly today: BusinessDay;
  readonly shop: Promise<ShopRhythm | null>;
}

const learnt = new WeakMap<Database, Learnt>();

/** Today's rhythm of the shop; `isRecounted` learns it anew. Whoever asks meanwhile waits for the same answer. */
export function shopRhythmOn(
  database: Database,
  today: BusinessDay,
  isRecounted: boolean,
): Promise<ShopRhythm | null> {
  const known = learnt.get(database);
  if (known?.today === today && !isRecounted) return known.shop;
  const shop = readSegmentFacts(database, today).then((facts) => facts.shop);
  learnt.set(database, { today, shop });
  // What failed is asked again.
  shop.catch(() => learnt.delete(database));
  return shop;
}
