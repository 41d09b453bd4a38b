/** The verb customer.change: a customer's name, phone, language, birthday and tags. */
import { birthDateAfter, isPossibleBirthDate, type KnownBirthDate } from '../../shared/customer/birthDate.ts';
import { customerContract } from '../../shared/customer/contract.ts';
import { readPhone } from '../../shared/customer/phone.ts';
import { Refusal } from '../../shared/errors.ts';
import type { BusinessDay } from '../../shared/time.ts';
import { documentOf } from '../document.ts';
import { type WriteScope, writingVerb } from '../verb.ts';
import { type CustomerFacts, customerFacts, customerOfId, ownerOfPhone, tagsOfCustomer } from './queries.ts';
import { keepFormerPhone, updateBirthDate, updateCustomer, writeTags } from './rows.ts';

export const changeCustomer = writingVerb(customerContract.change, async (scope, input) => {
  const before = await customerFacts(scope.trx, input.customerId);
  if (before === null) throw new Refusal('NotFound', { what: 'customer' });
  const phone = await phoneAfter(scope, before, input.phone);

  const birth = birthDateAfterChange(scope, before, input.birthDate);
  const tags = { before: await tagsOfCustomer(scope.trx, before.id), after: [...new Set(input.tags)].sort() };

  const after = { name: input.name, phone, language: input.language, birthDate: birth.birthDate };
  await updateCustomer(scope.trx, before.id, after, before.isRegistered);
  if (before.phone !== null && before.phone !== phone) {
    await keepFormerPhone(scope.trx, before.id, before.phone, scope.now);
  }
  await updateBirthDate(scope.trx, before.id, birth);
  await writeTags(scope.trx, before.id, { ...tags, now: scope.now });
  const fields = (['name', 'phone', 'language', 'birthDate'] as const).filter(
    (field) => before[field] !== after[field],
  );
  await scope.follow({
    ...documentOf(scope, 'customerChanged', {
      customerId: before.id,
      // Which, not what: names and phones stay out of records that are kept for ever.
      changed: [...fields, ...(tags.before.join() === tags.after.join() ? [] : ['tags'])],
    }),
    customerId: before.id,
  });
  scope.changed('customer');
  const customer = await customerOfId(scope.trx, before.id);
  if (customer === null) throw new Error('the customer just changed is not there');
  return { customer };
});

/**
 * The phone a customer has from now on; who has one keeps one, and null leaves it as it is. Throws PhoneNotUnderstood, PhoneTaken when somebody else
 * lives under it, and ConsentNeeded when it would be the first, because only `create` takes the consent.
 */
async function phoneAfter(
  scope: WriteScope,
  before: CustomerFacts,
  typed: string | null,
): Promise<string | null> {
  if (typed === null) return before.phone;
  if (typed === '' && before.phone === null) return null;
  const phone = readPhone(typed);
  if (phone === null) throw new Refusal('PhoneNotUnderstood');
  if (!before.isRegistered) throw new Refusal('ConsentNeeded');
  const owner = await ownerOfPhone(scope.trx, phone.e164);
  if (owner !== null && owner.id !== before.id) {
    throw new Refusal('PhoneTaken', { customerId: owner.id, name: owner.name });
  }
  return phone.e164;
}

/**
 * What is known of the birthday from now on. Throws BirthDateImpossible, and ConsentNeeded for an instant card that
 * nobody registered: only `create` takes the consent to keep what people say of themselves.
 */
function birthDateAfterChange(
  scope: WriteScope,
  before: CustomerFacts,
  named: BusinessDay | null,
): KnownBirthDate {
  const birth = birthDateAfter(before, named, scope.businessDay);
  if (birth.birthDate === null || birth === before) return birth;
  if (!before.isRegistered) throw new Refusal('ConsentNeeded');
  if (!isPossibleBirthDate(birth.birthDate, scope.businessDay)) throw new Refusal('BirthDateImpossible');
  return birth;
}
