/** What customers of the demo shop ask for that is not there: wishes, special orders, and whom the owner means to call. */
import { addDays } from '../../shared/time.ts';
import { takeOrder } from '../service/orders.ts';
import { planTask } from '../service/planTasks.ts';
import { noteWish } from '../service/wishes.ts';
import { demoCareWords } from './demoCareWords.ts';
import { type DemoDay, type DemoWorld, noPrinting } from './demoWorld.ts';

const order = takeOrder({ printQueue: noPrinting });

/** After a purchase: something is asked for in vain, or ordered, or a call is agreed on. */
export async function askForMore(
  world: DemoWorld,
  customerId: string | null,
  { day, opensAt, until }: DemoDay,
): Promise<void> {
  const { random } = world;
  const words = demoCareWords[world.language];
  if (random.chance(0.012)) {
    await world.call(noteWish, {
      intentionId: world.newId(),
      productId: null,
      text: random.oneOf(words.wishes),
      quantityThousandths: null,
      customerId,
      reach: '',
    });
  }
  if (customerId === null) return;
  if (random.chance(0.004)) {
    await world.call(order, {
      intentionId: world.newId(),
      customerId,
      productId: null,
      words: random.oneOf(words.orders),
      note: '',
      quantityThousandths: 1000,
      agreedSom: null,
      promisedOn: addDays(day, random.between(2, 5)),
      deposit: null,
      isPrinted: false,
    });
  }
  if (random.chance(0.006)) {
    await world.call(planTask, {
      intentionId: world.newId(),
      kind: 'call',
      customerId,
      reach: '',
      words: random.oneOf(words.calls),
      personId: random.chance(0.5) ? world.ownerId : null,
      // Whoever opens the demo finds them on today's list.
      dueOn: addDays(day, Math.floor((until - opensAt) / 86_400_000)),
      dueMinute: null,
    });
  }
}
