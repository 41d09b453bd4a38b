/** The verbs loyalty.referralCode and loyalty.referrals: a customer's own code for friends, and whom they brought. */
import { newCode } from '../../shared/code.ts';
import { Refusal } from '../../shared/errors.ts';
import { loyaltyContract, type ReferralReason } from '../../shared/loyalty/contract.ts';
import { documentOf } from '../document.ts';
import { readingVerb, writingVerb } from '../verb.ts';
import { friendOf, friendsSentBy, referralCodeOf, whoSent } from './referralQueries.ts';

/** The code a customer has already, else a new one: it never changes, because it is on papers and in messages. */
export const makeReferralCode = writingVerb(loyaltyContract.referralCode, async (scope, { customerId }) => {
  if (!scope.settings.isReferralOn) throw new Refusal('ReferralOff');
  const customer = await friendOf(scope.trx, customerId);
  if (customer === null) throw new Refusal('NotFound', { what: 'customer' });
  if (!customer.isRegistered) throw new Refusal('ReferralNeedsCustomer');
  const known = await referralCodeOf(scope.trx, customerId);
  if (known !== null) return { code: known };

  const code = newCode('F', scope.random(8));
  await scope.trx
    .insertInto('referral_code')
    .values({ code, customer_id: customerId, made_at: scope.now })
    .execute();
  await scope.follow({ ...documentOf(scope, 'referralCodeMade', { customerId, code }), customerId });
  scope.changed('customer');
  return { code };
});

export const listReferrals = readingVerb(loyaltyContract.referrals, async ({ db }, { customerId }) => ({
  code: await referralCodeOf(db, customerId),
  broughtBy: await whoSent(db, customerId),
  friends: (await friendsSentBy(db, customerId)).map((row) => ({
    customerId: row.friend_id,
    name: row.shownName,
    state: row.state,
    refusal: row.refusal as ReferralReason | null,
    notedAt: row.noted_at,
    bonusSom: row.referrer_bonus_som,
  })),
}));
