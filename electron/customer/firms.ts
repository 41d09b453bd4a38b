/** The verbs customer.firm, firms, saveFirm and removeFirm: customers who buy as a firm. */
import type { Kysely, Selectable } from 'kysely';
import { customerContract } from '../../shared/customer/contract.ts';
import type { Firm } from '../../shared/customer/firmContract.ts';
import { Refusal } from '../../shared/errors.ts';
import { tidyName } from '../../shared/text.ts';
import type { BusinessDay } from '../../shared/time.ts';
import { hotQuery } from '../database/hot.ts';
import type { Tables } from '../database/tables.ts';
import { documentOf } from '../document.ts';
import { mergeStands, movedRows } from '../movedRows.ts';
import { readingVerb, type WriteScope, writingVerb } from '../verb.ts';
import { knownCustomer } from './about.ts';
import { everyIdOf, tagsOfCustomer } from './queries.ts';
import { writeTags } from './rows.ts';

type Db = Kysely<Tables>;
type Row = Selectable<Tables['firm']>;

/** Who became another customer keeps the row where both were firms; of the two the kept one's own holds. */
const firmOfPerson = hotQuery((db, value: { id: string }) =>
  db
    .selectFrom('firm')
    .selectAll()
    .where('customer_id', 'in', everyIdOf(db, value.id))
    .orderBy((eb) => eb('customer_id', '=', value.id), 'desc')
    .orderBy('changed_at', 'desc')
    .orderBy('customer_id')
    .limit(1),
);

function rowOf(db: Db, id: string): Promise<Row | undefined> {
  return firmOfPerson.first(db, { id });
}

function shown(row: Row): Firm {
  return {
    legalName: row.legal_name,
    taxNumber: row.tax_number,
    contractNumber: row.contract_number,
    contractOn: row.contract_on as BusinessDay | null,
    priceListTag: row.price_list_tag,
  };
}

/** The firm as which a customer of today buys; null for everybody else. */
export async function firmOf(db: Db, customerId: string): Promise<Firm | null> {
  const row = await rowOf(db, customerId);
  return row === undefined ? null : shown(row);
}

const firm = readingVerb(customerContract.firm, async ({ db }, { customerId }) => ({
  firm: await firmOf(db, (await knownCustomer(db, customerId)).id),
}));

const firms = readingVerb(customerContract.firms, async ({ db }, { cursor, limit }) => {
  const after = cursor === null ? undefined : await nameOf(db, cursor);
  const all = db
    .selectFrom('firm')
    .innerJoin('customer', 'customer.id', 'firm.customer_id')
    .leftJoin('customer as living', 'living.id', 'customer.merged_into_id')
    .selectAll('firm')
    .select((eb) => [
      eb.fn.coalesce('living.id', 'customer.id').as('living_id'),
      eb.fn.coalesce('living.name', 'customer.name').as('living_name'),
    ])
    .orderBy('firm.legal_name')
    .orderBy('firm.customer_id')
    .limit(limit + 1);
  const rows = await (after === undefined
    ? all
    : all.where(({ eb, or, and }) =>
        or([
          eb('firm.legal_name', '>', after.legal_name),
          and([eb('firm.legal_name', '=', after.legal_name), eb('firm.customer_id', '>', after.customer_id)]),
        ]),
      )
  ).execute();
  const page = rows.slice(0, limit);
  return {
    firms: page.map((row) => ({
      ...shown(row),
      customerId: row.living_id,
      customerName: tidyName(row.living_name),
    })),
    nextCursor: rows.length > limit ? (page.at(-1)?.customer_id ?? null) : null,
  };
});

function nameOf(db: Db, customerId: string) {
  return db
    .selectFrom('firm')
    .select(['legal_name', 'customer_id'])
    .where('customer_id', '=', customerId)
    .executeTakeFirst();
}

/** Refuses FirmKnown when another customer has the tax number: one firm has one account. */
const saveFirm = writingVerb(customerContract.saveFirm, async (scope, { customerId, ...told }) => {
  const { trx, now } = scope;
  const { id } = await knownCustomer(trx, customerId);
  const before = await rowOf(trx, id);
  const other = await trx
    .selectFrom('firm')
    .innerJoin('customer', 'customer.id', 'firm.customer_id')
    .select(['firm.customer_id', 'customer.name', 'firm.legal_name'])
    .where('firm.tax_number', '=', told.taxNumber)
    .where('firm.customer_id', '!=', before?.customer_id ?? '')
    .executeTakeFirst();
  if (other !== undefined) {
    throw new Refusal('FirmKnown', {
      customerId: other.customer_id,
      name: tidyName(other.name) || other.legal_name,
    });
  }
  const values = {
    legal_name: told.legalName,
    tax_number: told.taxNumber,
    contract_number: told.contractNumber,
    contract_on: told.contractOn,
    price_list_tag: told.priceListTag.toLowerCase(),
    changed_at: now,
  };
  await (before === undefined
    ? trx.insertInto('firm').values({ customer_id: id, ...values, created_at: now })
    : trx.updateTable('firm').set(values).where('customer_id', '=', before.customer_id)
  ).execute();
  await takePriceList(scope, id, before?.price_list_tag ?? '', values.price_list_tag);
  await scope.follow({
    ...documentOf(scope, 'firmSaved', { customerId: id, isNew: before === undefined }),
    customerId: id,
  });
  scope.changed('customer', 'sale');
  return {};
});

/** Throws NotFound for a customer who is no firm. */
const removeFirm = writingVerb(customerContract.removeFirm, async (scope, { customerId }) => {
  const { id } = await knownCustomer(scope.trx, customerId);
  const before = await rowOf(scope.trx, id);
  if (before === undefined) throw new Refusal('NotFound', { what: 'firm' });
  await scope.trx.deleteFrom('firm').where('customer_id', '=', before.customer_id).execute();
  await takePriceList(scope, id, before.price_list_tag, '');
  await scope.follow({ ...documentOf(scope, 'firmRemoved', { customerId: id }), customerId: id });
  scope.changed('customer', 'sale');
  return {};
});

/**
 * The firm that came over with a merge goes back, with what was changed of its papers since; one that was removed since stays
 * removed. Throws MergeUsed when other prices were agreed since: their tag would stay with the wrong customer.
 */
export async function giveFirmBack(
  trx: WriteScope['trx'],
  { id, intoId, fromId }: { readonly id: string; readonly intoId: string; readonly fromId: string },
): Promise<void> {
  const moved = await movedRows(trx, id, 'firm');
  const came = moved.find(({ before, after }) => before?.customer_id === fromId && after === null)?.before;
  if (!came) return;
  const now = await trx.selectFrom('firm').selectAll().where('customer_id', '=', intoId).executeTakeFirst();
  if (now === undefined || now.created_at !== came.created_at) return;
  if (now.price_list_tag !== came.price_list_tag) mergeStands('changed');
  await trx.updateTable('firm').set({ customer_id: fromId }).where('customer_id', '=', intoId).execute();
}

/** The agreed prices hold for a tag, so the firm carries the tag of its list and no longer that of the list before. */
async function takePriceList(scope: WriteScope, id: string, before: string, after: string): Promise<void> {
  if (before === after) return;
  const { trx, now } = scope;
  const tags = await tagsOfCustomer(trx, id);
  const others = tags.filter((tag) => tag !== before);
  const next = [...new Set([...others, ...(after === '' ? [] : [after])])].sort();
  await writeTags(trx, id, { before: tags, after: next, now });
}

export const firmVerbs = { firm, firms, saveFirm, removeFirm };
