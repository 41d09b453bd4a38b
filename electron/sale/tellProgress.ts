/** Draws up what the receipt of a decided sale tells its customer: how far they are, and what is left on account. */
import { activeFrom } from '../../shared/loyalty/programme.ts';
import { addSom, subtractSom, zeroSom } from '../../shared/money.ts';
import { owedOn } from '../credit/queries.ts';
import { tierStandingIfAny } from '../loyalty/inTransaction.ts';
import type { WriteScope } from '../verb.ts';
import type { DecidedSale } from './decidedSale.ts';
import type { SaleProgress } from './saleProgress.ts';

type Decided = Omit<DecidedSale, 'progress'>;

/** To be drawn up after the money was counted for tiers, and before the sale is posted. */
export async function progressToTell(scope: WriteScope, sale: Decided): Promise<SaleProgress> {
  const { brings, bonusEarnedSom } = sale;
  const { collected } = brings;
  const { activationDelayDays } = scope.settings;
  const waits = activationDelayDays > 0 && bonusEarnedSom > 0;
  return {
    tier: await tierToTell(scope, sale),
    stamps: collected.stamps,
    challenges: collected.challenges,
    reached: collected.reached,
    tickets: collected.ticketsOf,
    deedBonusSom: brings.deedBonusSom,
    gameBonusSom: collected.bonusSom,
    bonusActiveFrom: waits ? activeFrom(scope.businessDay, { activationDelayDays }) : null,
    ...(await accountsToTell(scope, sale)),
  };
}

async function tierToTell(scope: WriteScope, { customerId }: Decided): Promise<SaleProgress['tier']> {
  if (customerId === null) return null;
  const standing = await tierStandingIfAny(scope.trx, customerId, scope.businessDay, scope.settings);
  return standing === null ? null : { name: standing.current?.name ?? null, next: standing.next };
}

/** Only where the receipt touched them. */
async function accountsToTell(
  scope: WriteScope,
  { loaded, settlement, customerId, changeToAccountSom }: Decided,
): Promise<Pick<SaleProgress, 'giftCardLeftSom' | 'accountSom' | 'owesSom'>> {
  const { giftCard = null } = loaded.facts;
  const { giftCardSom, storeCreditSom, debtSom } = settlement;
  const giftCardLeftSom =
    giftCard === null || giftCardSom === 0 ? null : subtractSom(giftCard.balanceSom, giftCardSom);
  const isAccountTouched = storeCreditSom > 0 || changeToAccountSom > 0;
  if (customerId === null || (!isAccountTouched && debtSom === 0)) {
    return { giftCardLeftSom, accountSom: null, owesSom: null };
  }
  const beforeSom = isAccountTouched ? await owedOn(scope.trx, 'storeCredit', customerId) : null;
  const openSom = loaded.credit?.openSom ?? zeroSom;
  return {
    giftCardLeftSom,
    accountSom:
      beforeSom === null ? null : addSom(subtractSom(beforeSom, storeCreditSom), changeToAccountSom),
    owesSom: debtSom === 0 ? null : addSom(openSom, debtSom),
  };
}
