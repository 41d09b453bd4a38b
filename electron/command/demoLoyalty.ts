/** The demo shop's programme: tiers, deeds, a stamp card, a challenge, a draw and a fund. */
import { basisPoints, som } from '../../shared/money.ts';
import { addDays, type BusinessDay } from '../../shared/time.ts';
import { saveChallenge } from '../loyalty/challengesVerbs.ts';
import { saveFund } from '../loyalty/charityVerbs.ts';
import { saveDeed } from '../loyalty/deedsVerbs.ts';
import { beginDraw } from '../loyalty/drawsVerbs.ts';
import { saveStampCard } from '../loyalty/stampsVerbs.ts';
import { saveTiers } from '../loyalty/tiersVerbs.ts';
import type { DemoStock } from './demoStock.ts';
import type { DemoWorld } from './demoWorld.ts';

const text = (uz: string, ru: string, en: string) => ({ uz, ru, en });

/** What the owner set up on the first day. */
export async function beginProgramme(world: DemoWorld, stock: DemoStock): Promise<void> {
  world.workAs(world.ownerId);
  await world.call(saveTiers, {
    intentionId: world.newId(),
    window: 'lastTwelveMonths',
    tiers: [
      tier(world, text('Kumush', 'Серебро', 'Silver'), 500_000, 300, {}),
      tier(world, text('Oltin', 'Золото', 'Gold'), 1_500_000, 500, {
        uz: 'Yetkazishda navbatsiz',
        ru: 'Доставка без очереди',
        en: 'No queue at delivery',
      }),
    ],
  });
  const deeds = [
    ['welcome', 5_000, 30],
    ['birthday', 15_000, 14],
    ['review', 3_000, 60],
    ['ownBag', 200, 60],
  ] as const;
  for (const [kind, bonusSom, expiryDays] of deeds) {
    await world.call(saveDeed, {
      intentionId: world.newId(),
      kind,
      isOn: true,
      bonusSom,
      expiryDays,
      timesADay: 1,
      timesInAll: null,
    });
  }
  await world.call(saveStampCard, {
    intentionId: world.newId(),
    isActive: true,
    stampCard: {
      stampCardId: world.newId(),
      name: text('Choy kartasi', 'Чайная карта', 'Tea card'),
      scope: { kind: 'categories', categoryIds: [stock.groupIds.get('tea') ?? ''] },
      needed: 5,
      validDays: 180,
      reward: { kind: 'freePiece' },
    },
  });
  await world.call(saveFund, {
    intentionId: world.newId(),
    fundId: world.newId(),
    name: text('Mahalla bolalari', 'Дети махалли', 'Children of the mahalla'),
    isActive: true,
  });
}

/** What runs in the last four weeks; the draw ends a week after the demo's last day. */
export async function beginGames(world: DemoWorld, day: BusinessDay, lastDay: BusinessDay): Promise<void> {
  world.workAs(world.ownerId);
  await world.call(saveChallenge, {
    intentionId: world.newId(),
    challenge: {
      challengeId: world.newId(),
      name: text('Uch tashrif', 'Три визита', 'Three visits'),
      goal: { kind: 'visits', visits: 3 },
      withinDays: 14,
      from: day,
      to: addDays(lastDay, 7),
      reward: { kind: 'bonus', bonusSom: som(3_000), expiryDays: 30 },
      badge: text('Sodiq mehmon', 'Верный гость', 'Faithful guest'),
    },
  });
  await world.call(beginDraw, {
    intentionId: world.newId(),
    draw: {
      drawId: world.newId(),
      name: text('Kuz oʻyini', 'Осенний розыгрыш', 'Autumn draw'),
      from: day,
      to: addDays(lastDay, 7),
      eachSom: som(50_000),
      scope: { kind: 'all' },
      prizes: ['Choynak', 'Choy toʻplami', 'Choy toʻplami'],
      isOncePerCustomer: true,
    },
  });
}

function tier(
  world: DemoWorld,
  name: ReturnType<typeof text>,
  fromSom: number,
  rate: number,
  privilege: { readonly uz?: string; readonly ru?: string; readonly en?: string },
) {
  return {
    tierId: world.newId(),
    name,
    fromSom: som(fromSom),
    discountBasisPoints: basisPoints(0),
    bonusBasisPoints: basisPoints(rate),
    privilege,
  };
}
