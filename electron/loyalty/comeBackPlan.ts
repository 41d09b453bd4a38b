/** What a return will do to bonus, decided without writing anything: the question and the act use the same answer. */
import type { Kysely } from 'kysely';
import {
  type BonusLot,
  expiredMoves,
  type GivenBack,
  giveBackToLots,
  type LotMove,
  type SpentFromLot,
  settleEarning,
  takeBackEarned,
} from '../../shared/loyalty/lots.ts';
import { isTakenBack } from '../../shared/loyalty/referral.ts';
import {
  addSom,
  largerSom,
  type Som,
  smallerSom,
  som,
  subtractSom,
  sumOf,
  zeroSom,
} from '../../shared/money.ts';
import type { ShopSettings } from '../../shared/shop/settings.ts';
import type { BusinessDay } from '../../shared/time.ts';
import { customerFacts } from '../customer/queries.ts';
import type { Tables } from '../database/tables.ts';
import { deedOfSale } from './deedsQueries.ts';
import { bonusOfGames } from './gameRewards.ts';
import { bonusBalanceOf, owedAfterReturns } from './lots.ts';
import { type LotHolder, lotsOf } from './queries.ts';
import { rewardOfSale } from './referralQueries.ts';

type Db = Kysely<Tables>;

export interface BonusOfReturnedSale {
  readonly saleId: string;
  readonly holder: LotHolder;
  /** When the sale was made: by it the lot of its promotions is found. */
  readonly soldAt: string;
  /** Everything came back: what promotions, games and friends gave on the sale goes too. */
  readonly isWhole: boolean;
}

export interface ReturnOnBonus extends BonusOfReturnedSale {
  readonly givenBackSom: Som;
  readonly takenBackSom: Som;
  /** What of the burnt bonus earlier returns of the sale have counted. */
  readonly burntBeforeSom: Som;
  readonly day: BusinessDay;
  readonly settings: Pick<ShopSettings, 'returnDays'>;
}

export interface BonusPlan {
  /** What of the bonus that is taken back had burnt already. */
  readonly burntSom: Som;
  /** What of it no lot covers: it was spent. */
  readonly owedSom: Som;
  /** The holder's balance and lots when all of it is done. */
  readonly balanceSom: Som;
  readonly lots: readonly BonusLot[];
}

/**
 * Lets the return happen on paper: what ran out expires, what was spent goes back to its lots, what was earned leaves them,
 * and a whole return takes what came beside the goods. Bonus of 1 000 earned, 400 of it spent since and nothing else in the
 * lots: 600 are covered, 400 are not.
 */
export async function planComeBack(db: Db, back: ReturnOnBonus): Promise<BonusPlan> {
  const { holder, saleId, day } = back;
  const all = await lotsOf(db, holder);
  const expired = expiredMoves(all, day);
  const living = all.filter((lot) => !expired.some((move) => move.lotId === lot.lotId));
  const expiredSom = sumOf(expired, (move) => move.amountSom);
  const balanceSom = subtractSom(await bonusBalanceOf(db, holder.id), expiredSom);
  const given = givenBackTo(living, balanceSom, {
    amountSom: back.givenBackSom,
    spent: await spentBySale(db, saleId),
    day,
  });
  const filled = lotsAfterGiving(living, given, day);
  const own = await ownLots(db, back, day);
  const taken = takenFrom(filled, own, back);
  const goods = {
    lots: lotsAfterTaking(filled, taken.moves),
    balanceSom: addSom(balanceSom, back.givenBackSom, subtractSom(taken.burntSom, back.takenBackSom)),
  };
  const beside = back.isWhole ? await besideOf(db, back) : [];
  return { burntSom: taken.burntSom, owedSom: taken.owedSom, ...withoutBeside(goods, beside, day) };
}

/** What each lot gets of the bonus that is given back, when what an earlier return left owing is repaid (rule 8). */
export function givenBackTo(
  lots: readonly BonusLot[],
  balanceSom: Som,
  {
    amountSom,
    spent,
    day,
  }: { readonly amountSom: Som; readonly spent: readonly SpentFromLot[]; readonly day: BusinessDay },
): readonly GivenBack[] {
  const { lotSom } = settleEarning(amountSom, owedAfterReturns(lots, balanceSom));
  return giveBackToLots(lotSom, spent, day);
}

/** A lot that was empty, or would soon burn, gives on to one that lives from now on. */
function lotsAfterGiving(
  lots: readonly BonusLot[],
  given: readonly GivenBack[],
  activeFrom: BusinessDay,
): readonly BonusLot[] {
  const isSame = (lot: BonusLot, back: GivenBack) =>
    lot.lotId === back.lotId && lot.expiresOn === back.expiresOn;
  const fuller = lots.map((lot) => {
    const back = given.find((each) => isSame(lot, each));
    return back === undefined ? lot : { ...lot, remainingSom: addSom(lot.remainingSom, back.amountSom) };
  });
  const others = given.filter((back) => !lots.some((lot) => isSame(lot, back)));
  return [
    ...fuller,
    ...others.map(({ lotId, amountSom, expiresOn }) => ({
      lotId: `${lotId} again`,
      remainingSom: amountSom,
      activeFrom,
      expiresOn,
    })),
  ];
}

/** A lot that the sale made for its holder, and what burnt in it. */
export interface OwnLot {
  readonly lotId: string;
  readonly burntSom: Som;
}

export interface EarnedTaken {
  readonly moves: readonly LotMove[];
  readonly burntSom: Som;
  readonly owedSom: Som;
}

/**
 * Where bonus that returned goods no longer deserve is taken from (docs/rules.md rule 8): the sale's own lots, where what
 * burnt counts as taken, then others, the first to burn first; what is left nobody's lot covers.
 */
export function takenFrom(
  lots: readonly BonusLot[],
  own: readonly OwnLot[],
  { takenBackSom, burntBeforeSom, day }: Pick<ReturnOnBonus, 'takenBackSom' | 'burntBeforeSom' | 'day'>,
): EarnedTaken {
  const moves: LotMove[] = [];
  let leftSom = takenBackSom;
  for (const { lotId } of own) {
    const lot = lots.find((each) => each.lotId === lotId);
    const amountSom = lot === undefined ? zeroSom : smallerSom(leftSom, lot.remainingSom);
    if (amountSom === 0) continue;
    moves.push({ lotId, amountSom });
    leftSom = subtractSom(leftSom, amountSom);
  }
  const uncountedSom = subtractSom(
    sumOf(own, (lot) => lot.burntSom),
    burntBeforeSom,
  );
  const burntSom = smallerSom(leftSom, largerSom(zeroSom, uncountedSom));
  const theirs = lots.filter((lot) => !own.some(({ lotId }) => lotId === lot.lotId));
  const others = takeBackEarned(subtractSom(leftSom, burntSom), null, zeroSom, theirs, day);
  return { moves: [...moves, ...others.moves], burntSom, owedSom: others.owedSom };
}

function lotsAfterTaking(lots: readonly BonusLot[], moves: readonly LotMove[]): readonly BonusLot[] {
  return lots.map((lot) => {
    const taken = moves.filter(({ lotId }) => lotId === lot.lotId);
    const takenSom = sumOf(taken, (move) => move.amountSom);
    return { ...lot, remainingSom: subtractSom(lot.remainingSom, takenSom) };
  });
}

/** In the order of spending: what burns first was spent first; without what earlier returns gave back. */
export async function spentBySale(db: Db, saleId: string): Promise<readonly SpentFromLot[]> {
  const spent = await db
    .selectFrom('bonus_lot_use')
    .innerJoin('bonus_lot', 'bonus_lot.id', 'bonus_lot_use.lot_id')
    .select(['bonus_lot.id', 'bonus_lot.expires_on', 'bonus_lot_use.amount_som'])
    .where('bonus_lot_use.document_id', '=', saleId)
    .where('bonus_lot_use.kind', '=', 'spent')
    .execute();
  if (spent.length === 0) return [];
  const givenBack = await db
    .selectFrom('bonus_lot_use')
    .innerJoin('sale_return', 'sale_return.id', 'bonus_lot_use.document_id')
    .select(['bonus_lot_use.lot_id', 'bonus_lot_use.amount_som'])
    .where('sale_return.sale_id', '=', saleId)
    .where('bonus_lot_use.kind', '=', 'givenBack')
    .execute();
  return spent.toSorted(oldestExpiryFirst).map((row) => ({
    lotId: row.id,
    expiresOn: row.expires_on as BusinessDay | null,
    amountSom: subtractSom(
      som(row.amount_som),
      sumOf(
        givenBack.filter(({ lot_id: lotId }) => lotId === row.id),
        (back) => som(back.amount_som),
      ),
    ),
  }));
}

function oldestExpiryFirst(
  a: { readonly id: string; readonly expires_on: string | null },
  b: { readonly id: string; readonly expires_on: string | null },
): number {
  const first = a.expires_on ?? '9999-12-31';
  const second = b.expires_on ?? '9999-12-31';
  if (first !== second) return first < second ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

/**
 * The lots that the sale made for this holder, with what burnt in each: by its goods, by repaying it, by its promotions.
 * What ran out and was not posted yet counts as burnt.
 */
export async function ownLots(
  db: Db,
  { saleId, holder, isWhole, soldAt }: BonusOfReturnedSale,
  day: BusinessDay,
): Promise<readonly OwnLot[]> {
  const lots = await db
    .selectFrom('bonus_lot')
    .leftJoin('bonus_lot_use', (join) =>
      join.onRef('bonus_lot_use.lot_id', '=', 'bonus_lot.id').on('bonus_lot_use.kind', '=', 'expired'),
    )
    .select(['bonus_lot.id', 'bonus_lot.remaining_som', 'bonus_lot.expires_on', 'bonus_lot_use.amount_som'])
    .where('bonus_lot.holder_kind', '=', holder.kind)
    .where('bonus_lot.holder_id', '=', holder.id)
    .where((eb) => {
      const byGoods = eb('bonus_lot.sale_id', '=', saleId);
      if (!isWhole) return byGoods;
      const byPromotions = eb.and([
        eb('bonus_lot.reason', '=', 'promotion'),
        eb('bonus_lot.created_at', '=', soldAt),
      ]);
      return eb.or([byGoods, byPromotions]);
    })
    .orderBy('bonus_lot.id')
    .execute();
  return lots.map((row) => {
    const runsOut = row.expires_on !== null && row.expires_on < day ? row.remaining_som : 0;
    return { lotId: row.id, burntSom: som((row.amount_som ?? 0) + runsOut) };
  });
}

/** Bonus that came with a purchase beside its goods, and goes as a whole when all of them come back. */
interface BesideBonus {
  readonly amountSom: Som;
  readonly lotId: string | null;
}

/** What the holder had of games, of a first purchase and of a friend, in the order in which it is taken back. */
async function besideOf(
  db: Db,
  { saleId, holder, day, settings }: ReturnOnBonus,
): Promise<readonly (BesideBonus & { readonly burntSom: Som })[]> {
  if (holder.kind !== 'customer') return [];
  const isTheirs = async (customerId: string) => (await customerFacts(db, customerId))?.id === holder.id;
  const beside: BesideBonus[] = [];
  const games = await bonusOfGames(db, saleId);
  for (const { customer_id: customerId, amount_som: amountSom, lot_id: lotId } of games) {
    if (customerId === holder.id && amountSom > 0) beside.push({ amountSom: som(amountSom), lotId });
  }
  const deed = await deedOfSale(db, saleId);
  if (deed !== undefined && (await isTheirs(deed.customer_id))) {
    beside.push({ amountSom: som(deed.amount_som), lotId: deed.lot_id });
  }
  const referral = await rewardOfSale(db, saleId);
  if (
    referral !== undefined &&
    isTakenBack(referral.rewarded_on as BusinessDay, { isWhole: true, day }, settings)
  ) {
    const sides = [
      [referral.friend_id, referral.friend_bonus_som, referral.friend_lot_id],
      [referral.referrer_id, referral.referrer_bonus_som, referral.referrer_lot_id],
    ] as const;
    for (const [customerId, amountSom, lotId] of sides) {
      if (await isTheirs(customerId)) beside.push({ amountSom: som(amountSom), lotId });
    }
  }
  const known = [];
  for (const each of beside) known.push({ ...each, burntSom: await burntIn(db, each.lotId, day) });
  return known;
}

async function burntIn(db: Db, lotId: string | null, day: BusinessDay): Promise<Som> {
  if (lotId === null) return zeroSom;
  const lot = await db
    .selectFrom('bonus_lot')
    .leftJoin('bonus_lot_use', (join) =>
      join.onRef('bonus_lot_use.lot_id', '=', 'bonus_lot.id').on('bonus_lot_use.kind', '=', 'expired'),
    )
    .select(['remaining_som', 'expires_on', 'bonus_lot_use.amount_som'])
    .where('bonus_lot.id', '=', lotId)
    .executeTakeFirst();
  if (lot === undefined) return zeroSom;
  const runsOut = lot.expires_on !== null && lot.expires_on < day ? lot.remaining_som : 0;
  return som((lot.amount_som ?? 0) + runsOut);
}

function withoutBeside(
  before: Pick<BonusPlan, 'balanceSom' | 'lots'>,
  beside: Awaited<ReturnType<typeof besideOf>>,
  day: BusinessDay,
): Pick<BonusPlan, 'balanceSom' | 'lots'> {
  return beside.reduce(({ balanceSom, lots }, { amountSom, lotId, burntSom }) => {
    const back = takeBackEarned(amountSom, lotId, burntSom, lots, day);
    return {
      lots: lotsAfterTaking(lots, back.moves),
      balanceSom: subtractSom(balanceSom, subtractSom(amountSom, back.burntSom)),
    };
  }, before);
}
