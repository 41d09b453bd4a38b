/** What the shop knows of a customer besides name, phone and birthday, and the verbs customer.about and changeProfile. */
import type { Kysely } from 'kysely';
import { customerContract } from '../../shared/customer/contract.ts';
import type { CustomerAbout } from '../../shared/customer/profileContract.ts';
import { Refusal } from '../../shared/errors.ts';
import { tidyName } from '../../shared/text.ts';
import type { Tables } from '../database/tables.ts';
import { documentOf } from '../document.ts';
import { readingVerb, type WriteScope, writingVerb } from '../verb.ts';
import { type CustomerFacts, customerFacts } from './queries.ts';

type Db = Kysely<Tables>;

/** The customer of today behind an id. Throws NotFound. */
export async function knownCustomer(db: Db, customerId: string): Promise<CustomerFacts> {
  const facts = await customerFacts(db, customerId);
  if (facts === null) throw new Refusal('NotFound', { what: 'customer' });
  return facts;
}

/** The same for what may be kept only of people who agreed to it. Throws ConsentNeeded, and NotFound. */
export async function registeredCustomer(db: Db, customerId: string): Promise<CustomerFacts> {
  const facts = await knownCustomer(db, customerId);
  if (!facts.isRegistered) throw new Refusal('ConsentNeeded');
  return facts;
}

/** `customerId` is of a customer of today, not of one who became another. */
export async function aboutOf(db: Db, customerId: string): Promise<CustomerAbout> {
  const row = await db
    .selectFrom('customer')
    .leftJoin('household', 'household.id', 'customer.household_id')
    .leftJoin('customer_photo', 'customer_photo.customer_id', 'customer.id')
    .select([
      'customer.gender',
      'customer.address',
      'customer.district',
      'customer.source',
      'customer.preferred_channel',
      'customer.preferred_hour',
      'household.id as household_id',
      'household.name as household_name',
      'customer_photo.taken_at',
    ])
    .where('customer.id', '=', customerId)
    .executeTakeFirstOrThrow();
  const phones = await db
    .selectFrom('customer_phone')
    .select(['phone', 'label'])
    .where('customer_id', '=', customerId)
    .orderBy('added_at')
    .orderBy('phone')
    .execute();
  return {
    gender: row.gender,
    address: row.address,
    district: row.district,
    source: row.source as CustomerAbout['source'],
    preferredChannel: row.preferred_channel as CustomerAbout['preferredChannel'],
    preferredHour: row.preferred_hour,
    phones,
    household:
      row.household_id === null
        ? null
        : {
            id: row.household_id,
            name: row.household_name ?? '',
            members: await membersOf(db, row.household_id),
          },
    hasPhoto: row.taken_at !== null,
  };
}

async function membersOf(db: Db, householdId: string) {
  const rows = await db
    .selectFrom('customer')
    .select(['id', 'name'])
    .where('household_id', '=', householdId)
    .where('merged_into_id', 'is', null)
    .where('erased_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute();
  return rows.map(({ id, name }) => ({ customerId: id, name: tidyName(name) }));
}

/** Leaves the document that says which fields changed, not what they hold: addresses and phones stay out of records that are kept for ever. */
export async function followChange(
  scope: WriteScope,
  customerId: string,
  changed: readonly string[],
): Promise<void> {
  await scope.follow({
    ...documentOf(scope, 'customerChanged', { customerId, changed: [...changed] }),
    customerId,
  });
  scope.changed('customer');
}

export const about = readingVerb(customerContract.about, async ({ db }, { customerId }) => ({
  about: await aboutOf(db, (await knownCustomer(db, customerId)).id),
}));

const fields = ['gender', 'address', 'district', 'source', 'preferredChannel', 'preferredHour'] as const;

export const changeProfile = writingVerb(customerContract.changeProfile, async (scope, input) => {
  const { id } = await registeredCustomer(scope.trx, input.customerId);
  const before = await aboutOf(scope.trx, id);
  const changed = fields.filter((field) => before[field] !== input[field]);
  if (changed.length === 0) return {};
  await scope.trx
    .updateTable('customer')
    .set({
      gender: input.gender,
      address: input.address,
      district: input.district,
      source: input.source,
      preferred_channel: input.preferredChannel,
      preferred_hour: input.preferredHour,
    })
    .where('id', '=', id)
    .execute();
  await followChange(scope, id, changed);
  return {};
});

/** The districts that customers live in, so that one is not spelt in two ways; the most frequent first. */
export const districts = readingVerb(customerContract.districts, async ({ db }) => {
  const rows = await db
    .selectFrom('customer')
    .select(['district', ({ fn }) => fn.countAll<number>().as('customers')])
    .where('district', '!=', '')
    .where('merged_into_id', 'is', null)
    .where('erased_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .groupBy('district')
    .orderBy('customers', 'desc')
    .orderBy('district')
    .execute();
  return { districts: rows.map(({ district, customers }) => ({ district, customers: Number(customers) })) };
});
