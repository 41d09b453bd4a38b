/** Makes the demo shop: three months of a small shop's life, lived through the same verbs as a real one. */
import { som } from '../../shared/money.ts';
import { demoNames, demoShop } from '../../shared/shop/demo.ts';
import { defaultSettings } from '../../shared/shop/settings.ts';
import type { Language } from '../../shared/text.ts';
import {
  addDays,
  type BusinessDay,
  businessDayOf,
  defaultTimeZone,
  type Instant,
  instantFromMilliseconds,
  millisecondsOf,
  startOfDay,
} from '../../shared/time.ts';
import { transact } from '../database/transact.ts';
import { newId as newIdAt } from '../ids.ts';
import { neighbours } from '../neighbours.ts';
import { type OpenShop, openShop } from '../openShop.ts';
import { keepSettings } from '../shop/inTransaction.ts';
import { settingsOf } from '../shop/queries.ts';
import { start } from '../shop/start.ts';
import { beginDay } from '../timers.ts';
import { callVerb } from '../verb.ts';
import { beginCounter } from './demoCounter.ts';
import { sellDay } from './demoDay.ts';
import { beginGames, beginProgramme } from './demoLoyalty.ts';
import { makeOffers } from './demoOffers.ts';
import { type DemoStock, stockShop } from './demoStock.ts';
import { type Call, type DemoWorld, noPrinting } from './demoWorld.ts';
import { seededRandom } from './seededRandom.ts';

export interface DemoOptions {
  readonly directory: string;
  readonly language: Language;
  /** The moment up to which the shop has sold. */
  readonly until: Instant;
  readonly days?: number;
  readonly seed?: number;
  readonly onProgress: (doneThousandths: number) => void;
}

const usualDays = 91;
/** Long enough for what the offers brought to show. */
const offerDays = 28;
const calendar = { timeZone: defaultTimeZone, dayStartsAtHour: 0 };

/**
 * Builds the shop in a folder of its own with the disk's safety off, and makes it durable at the end. The same language,
 * last moment and seed give the same shop. Progress is told in thousandths; the event loop turns in between.
 */
export async function buildDemoShop(options: DemoOptions): Promise<void> {
  const random = seededRandom(options.seed ?? 20_261);
  const days = options.days ?? usualDays;
  const lastDay = businessDayOf(options.until, calendar);
  const firstDay = addDays(lastDay, 1 - days);
  let clock = startOfDay(firstDay, calendar);
  let personId: string | null = null;
  const shop = await openShop({
    directory: options.directory,
    durability: 'off',
    clock: () => clock,
    random: random.bytes,
    personIdOf: () => personId,
    announce: () => {},
    note: (text, error) => {
      throw error instanceof Error ? error : new Error(text);
    },
  });
  try {
    const call: Call = (verb, input) => callVerb(shop.host, { key: 'demo' }, verb, input);
    const newId = () => newIdAt(clock, random.bytes);
    const { ownerId, cashierId } = await begin(shop, call, newId, options.language);
    const world: DemoWorld = {
      random,
      language: options.language,
      call,
      newId,
      ownerId,
      cashierId,
      known: new Set(),
      giftCards: [],
      debtors: new Set(),
      firms: new Set(),
      setClock: (instant) => {
        clock = instant;
      },
      workAs: (id) => {
        personId = id;
      },
      beginDay: async () => {
        await beginDay(shop.host);
      },
    };
    personId = ownerId;
    const stock = await stockShop(world, lastDay, (done) => options.onProgress(Math.floor(done * 150)));
    await beginProgramme(world, stock);
    await beginCounter(world);
    await sellDays(world, stock, firstDay, days, options);
  } finally {
    await shop.close();
  }
}

async function sellDays(
  world: DemoWorld,
  stock: DemoStock,
  firstDay: BusinessDay,
  days: number,
  options: DemoOptions,
): Promise<void> {
  for (let index = 0; index < days; index += 1) {
    const day = addDays(firstDay, index);
    const opensAt = millisecondsOf(startOfDay(day, calendar)) + 8 * 3_600_000;
    const lastDay = addDays(firstDay, days - 1);
    if (index === Math.max(0, days - offerDays)) {
      await makeOffers(world, stock, lastDay);
      await beginGames(world, day, lastDay);
    }
    await sellDay(world, stock, { day, index, opensAt, until: millisecondsOf(options.until) });
    options.onProgress(150 + Math.floor(((index + 1) / days) * 840));
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Starts the shop and marks it as the demo. */
async function begin(shop: OpenShop, call: Call, newId: () => string, language: Language) {
  const words = demoNames[language];
  const answer = await call(start({ printQueue: noPrinting }, neighbours), {
    intentionId: newId(),
    language,
    settings: {
      ...defaultSettings,
      name: words.shop,
      address: words.address,
      language,
      vatBasisPoints: 1200,
      isReferralOn: true,
      debtLimitSom: som(300_000),
    },
    owner: { name: words.owner, password: demoShop.ownerPassword },
    cashier: { name: words.cashier, pin: demoShop.cashierPin },
    printer: null,
  });
  const { db } = shop.database;
  await transact(db, async (trx) => {
    const settings = await settingsOf(trx);
    await keepSettings(trx, settings, { now: instantFromMilliseconds(0), isDemo: true });
  });
  const people = await db.selectFrom('person').select(['id', 'role']).execute();
  const cashierId = people.find((person) => person.role === 'cashier')?.id ?? answer.personId;
  return { ownerId: answer.personId, cashierId };
}
