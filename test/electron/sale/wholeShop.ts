/** A shop that uses everything: promotions and coupons, gift cards, accounts and debts, tiers, stamps, draws and a fund. */
import type { AnyContractProcedure } from '@orpc/contract';
import { expect } from 'vitest';
import { giveByHand } from '../../../electron/coupon/verbs.ts';
import { creditAccount, setCreditLimit } from '../../../electron/credit/account.ts';
import { correctCredit } from '../../../electron/credit/corrections.ts';
import { repayDebt } from '../../../electron/credit/repay.ts';
import { sellGiftCard } from '../../../electron/credit/sellGiftCards.ts';
import { saveFund } from '../../../electron/loyalty/charityVerbs.ts';
import { correctBonus } from '../../../electron/loyalty/correctBonus.ts';
import { saveDeed } from '../../../electron/loyalty/deedsVerbs.ts';
import { saveStampCard } from '../../../electron/loyalty/stampsVerbs.ts';
import { saveTiers } from '../../../electron/loyalty/tiersVerbs.ts';
import { verifyShop } from '../../../electron/report/verify.ts';
import { rewardRepayment } from '../../../electron/sale/repaymentBonus.ts';
import { previewReturn, takeBack } from '../../../electron/sale/takeBack.ts';
import type { VerbAnswer, VerbImplementation, VerbInput } from '../../../electron/verb.ts';
import type { Tender, TenderKind } from '../../../shared/basket.ts';
import type { creditContract } from '../../../shared/credit/contract.ts';
import { Refusal } from '../../../shared/errors.ts';
import type { loyaltyContract } from '../../../shared/loyalty/contract.ts';
import { som } from '../../../shared/money.ts';
import type { Basket } from '../../../shared/sale/basketContract.ts';
import type { saleContract } from '../../../shared/sale/contract.ts';
import type { MoneyBackWay } from '../../../shared/sale/returnContract.ts';
import type { TestTillOptions } from '../../till.ts';
import { cashTender } from './counter.ts';
import { openPromoShop, type PromoShop } from './promoShop.ts';

type Preview = VerbAnswer<typeof saleContract.previewReturn>;
type TakeBackInput = VerbInput<typeof saleContract.takeBack>;
type StampCardInput = VerbInput<typeof loyaltyContract.saveStampCard>['stampCard'];
type TierInput = VerbInput<typeof loyaltyContract.saveTiers>['tiers'][number];

/** Piece by piece of the numbered lines of a receipt. */
type Pieces = Readonly<Record<number, number>>;

export interface WholeShop extends PromoShop {
  /** A call at the owner's window. */
  readonly asOwner: <P extends AnyContractProcedure>(
    verb: VerbImplementation<P>,
    input: Omit<VerbInput<P>, 'intentionId'>,
  ) => Promise<VerbAnswer<P>>;
  /** Sells a gift card for cash; answers its number. */
  readonly newGiftCard: (amountSom: number) => Promise<string>;
  readonly putOnAccount: (customerId: string, amountSom: number) => Promise<void>;
  readonly giveBonus: (customerId: string, amountSom: number) => Promise<void>;
  readonly mayOwe: (customerId: string, limitSom: number) => Promise<void>;
  readonly repay: (customerId: string, amountSom: number) => Promise<number>;
  readonly credit: (customerId: string) => Promise<VerbAnswer<typeof creditContract.account>>;
  readonly newFund: () => Promise<string>;
  readonly newStampCard: (card: Partial<StampCardInput>) => Promise<string>;
  readonly newTiers: (...tiers: Partial<TierInput>[]) => Promise<readonly string[]>;
  readonly rewardFirst: (bonusSom: number) => Promise<void>;
  readonly newCoupon: (seriesId: string, customerId?: string | null) => Promise<string>;
  /** Pays the open basket of the cashier as it was chosen, the rest in cash; `handed` is what the customer puts down. */
  readonly payAll: (
    handed?: number | null,
    more?: { readonly tenders?: readonly Tender[]; readonly changeToAccountSom?: number },
  ) => ReturnType<PromoShop['cashier']['pay']>;
  /** What a return would do; nothing of the shop may be another after the question. */
  readonly preview: (saleId: string, pieces: Pieces, moneyBack?: MoneyBackWay) => Promise<Preview>;
  /** By the owner. What was shown before must be what is done, in every test. */
  readonly takeBack: (
    saleId: string,
    pieces: Pieces,
    different?: Partial<TakeBackInput>,
  ) => Promise<VerbAnswer<typeof saleContract.takeBack>>;
  /** The running balance of an account; debit above zero. */
  readonly balance: (kind: string, subjectId?: string) => Promise<number>;
}

/** The lines of a return as the contract wants them. */
export function linesBack(pieces: Pieces) {
  return Object.entries(pieces).map(([lineNumber, count]) => ({
    lineNumber: Number(lineNumber),
    quantityThousandths: count * 1000,
  }));
}

/** Every check of the books holds. */
export async function provesItself({ db }: Pick<WholeShop, 'db'>): Promise<void> {
  const wrong = (await verifyShop(db)).filter((check) => check.wrong > 0);
  expect(wrong.map(({ proves, examples }) => [proves, examples])).toEqual([]);
}

/** A return that may not be done is not shown either. */
function notIfRefused(error: unknown): null {
  if (error instanceof Refusal) return null;
  throw error;
}

/** The tenders that a basket's choices ask for, before money. */
export function chosenTenders(basket: Basket): Tender[] {
  const tender = (kind: TenderKind, amountSom: number): Tender[] =>
    amountSom === 0 ? [] : [{ kind, provider: null, amountSom: som(amountSom), reference: null }];
  return [
    ...tender('bonus', basket.bonusToSpendSom),
    ...tender('giftCard', basket.giftCard?.paysSom ?? 0),
    ...tender('storeCredit', basket.storeCreditPaysSom),
    ...tender('debt', basket.debt?.amountSom ?? 0),
  ];
}

export async function openWholeShop(options: TestTillOptions = {}): Promise<WholeShop> {
  const shop = await openPromoShop(options);
  const office = 'office';
  const { call, newId, db, till, cashier } = shop;
  const asOwner: WholeShop['asOwner'] = (verb, input) => {
    shop.workAs(shop.ownerId, office);
    return call(verb, { intentionId: newId(), ...input } as never, office);
  };
  const preview: WholeShop['preview'] = async (saleId, pieces, moneyBack = 'asPaid') => {
    const before = await shop.everyRow();
    const shown = await call(previewReturn, { saleId, lines: linesBack(pieces), moneyBack });
    expect(await shop.everyRow()).toBe(before);
    return shown;
  };
  return {
    ...shop,
    asOwner,
    newGiftCard: async (amountSom) => {
      const money = { kind: 'cash', receivedSom: amountSom } as const;
      const sold = await asOwner(sellGiftCard(till.parts), { amountSom, money, customerId: null });
      return sold.giftCard.number;
    },
    putOnAccount: async (customerId, amountSom) => {
      const subject = { kind: 'storeCredit', customerId } as const;
      await asOwner(correctCredit, { subject, amountSom, reason: 'Sinov' });
    },
    giveBonus: async (customerId, amountSom) => {
      await asOwner(correctBonus, { customerId, amountSom, reason: 'Sinov' });
      // Lots go by time, and their ids with it.
      shop.clock.pass(1);
    },
    mayOwe: async (customerId, limitSom) => {
      await asOwner(setCreditLimit, { customerId, limitSom });
    },
    repay: async (customerId, amountSom) => {
      const money = { kind: 'cash', receivedSom: amountSom } as const;
      const paid = await asOwner(repayDebt({ ...till.parts, rewardRepayment }), {
        customerId,
        amountSom,
        money,
      });
      return paid.bonusEarnedSom;
    },
    credit: (customerId) => call(creditAccount, { customerId }),
    newFund: async () => {
      const fundId = newId();
      await asOwner(saveFund, { fundId, name: { uz: 'Mehr' }, isActive: true });
      return fundId;
    },
    newStampCard: async (card) => {
      const stampCardId = newId();
      const whole: StampCardInput = {
        name: { uz: 'Choy kartasi' },
        scope: { kind: 'all' },
        needed: 3,
        validDays: 0,
        reward: { kind: 'freePiece' },
        ...card,
        stampCardId,
      };
      await asOwner(saveStampCard, { stampCard: whole, isActive: true });
      return stampCardId;
    },
    newTiers: async (...tiers) => {
      const whole = tiers.map(
        (tier): TierInput => ({
          tierId: newId(),
          name: { uz: 'Oltin' },
          fromSom: 0,
          discountBasisPoints: 0,
          bonusBasisPoints: null,
          privilege: {},
          ...tier,
        }),
      );
      await asOwner(saveTiers, { window: 'lastTwelveMonths', tiers: whole });
      return whole.map(({ tierId }) => tierId);
    },
    rewardFirst: async (bonusSom) => {
      const limits = { timesADay: null, timesInAll: null };
      await asOwner(saveDeed, { kind: 'firstPurchase', isOn: true, bonusSom, expiryDays: 30, ...limits });
    },
    newCoupon: async (seriesId, customerId = null) => {
      const given = { seriesId, customerId, reason: 'Sinov', isPrinted: false };
      return (await asOwner(giveByHand(till.parts), given)).code;
    },
    payAll: (handed = null, { tenders = [], changeToAccountSom = 0 } = {}) => {
      const basket = cashier.seen();
      const noCash = tenders.reduce((sum, tender) => sum + tender.amountSom, 0);
      const step = 100;
      const cashSom = noCash === 0 ? basket.dueCashSom : Math.floor((basket.dueSom - noCash) / step) * step;
      const cash = basket.dueSom > noCash ? [cashTender(cashSom)] : [];
      return cashier.pay({
        tenders: [...chosenTenders(basket), ...tenders, ...cash],
        receivedCashSom: handed ?? cashSom,
        changeToAccountSom,
      });
    },
    preview,
    takeBack: async (saleId, pieces, different = {}) => {
      const lines = linesBack(pieces);
      const { moneyBack = 'asPaid' } = different;
      const shown = await preview(saleId, pieces, moneyBack).catch(notIfRefused);
      const input = { saleId, lines, reason: 'changedMind', ...different } as const;
      const answer = await asOwner(takeBack(till.parts), input);
      const { returnId: _returnId, number: _number, ...done } = answer;
      if (shown !== null) expect(done).toEqual(shown);
      return answer;
    },
    balance: async (kind, subjectId = 'shop') => {
      const row = await db
        .selectFrom('account')
        .select('balance_som')
        .where('kind', '=', kind)
        .where('subject_id', '=', subjectId)
        .executeTakeFirst();
      return row?.balance_som ?? 0;
    },
  };
}
