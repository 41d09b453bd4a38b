/** The verbs service.noteWish, moveWish, wishIsHere and tellWish: what was asked for and not there, until it is. */
import { readPhone } from '../../shared/customer/phone.ts';
import { Refusal } from '../../shared/errors.ts';
import { serviceContract } from '../../shared/service/contract.ts';
import { canBeTold, mayBecome, type WishState, wishKeyOf } from '../../shared/service/wish.ts';
import { type LocalText, searchTextOf } from '../../shared/text.ts';
import { productByBarcode, productById } from '../catalogue/queries.ts';
import { customerFacts, ownerOfPhone } from '../customer/queries.ts';
import type { Tables } from '../database/tables.ts';
import { documentOf } from '../document.ts';
import { type WriteScope, writingVerb } from '../verb.ts';
import { planMany } from './planTasks.ts';
import { closeTasksAbout } from './tasks.ts';
import { openStates, rowsOfWish, type WishKey } from './wishQueries.ts';
import { noteTold } from './wishTold.ts';

/** The same person who asks again is counted once; a larger quantity is kept. */
export const noteWish = writingVerb(serviceContract.noteWish, async (scope, input) => {
  const product = await productMeant(scope, input);
  const words = product === null ? input.text : '';
  const wordsKey = product === null ? wishKeyOf(words) : '';
  if (product === null && wordsKey === '') throw new Refusal('WishEmpty');
  const who = await whoAsks(scope, input);
  const wish: WishKey = { productId: product?.id ?? null, wordsKey };
  const living = await rowsOfWish(scope.trx, wish, openStates).execute();
  const before = living.find((row) => isSamePerson(row, who));
  const quantity = input.quantityThousandths;
  const wishId = before?.id ?? scope.newId();
  if (before === undefined) {
    await insertWish(scope, {
      id: wishId,
      product_id: wish.productId,
      words,
      words_key: wordsKey,
      quantity_thousandths: quantity,
      customer_id: who.customerId,
      reach: who.reach,
      // What is on its way already is on its way for the next one too.
      state: living.some(({ state }) => state === 'ordered') ? 'ordered' : 'open',
    });
  } else if (quantity !== null) {
    await scope.trx
      .updateTable('wish')
      .set({ quantity_thousandths: quantity, changed_at: scope.now })
      .where('id', '=', wishId)
      .execute();
  }
  await scope.follow({
    ...documentOf(scope, 'wishNoted', {
      wishId,
      productId: wish.productId,
      quantityThousandths: quantity,
      customerId: who.customerId,
      isAgain: before !== undefined,
    }),
    customerId: who.customerId,
  });
  scope.changed('service');
  const rows = await rowsOfWish(scope.trx, wish, openStates).execute();
  return {
    wishId,
    productName: product?.name ?? null,
    people: peopleIn(rows),
    isAgain: before !== undefined,
  };
});

type Meant = { readonly id: string; readonly name: LocalText } | null;

/** The product that was chosen, that carries the code, or that is called exactly so; null for words. */
async function productMeant(
  { trx, settings }: WriteScope,
  { productId, text }: { readonly productId: string | null; readonly text: string },
): Promise<Meant> {
  if (productId !== null) {
    const product = await productById(trx, productId, settings);
    if (product === null) throw new Refusal('NotFound', { what: 'product' });
    return product;
  }
  if (text === '') return null;
  const ofCode = await productByBarcode(trx, text, settings);
  if (ofCode !== null) return ofCode;
  const named = await trx
    .selectFrom('product')
    .select('id')
    .where('search_text', '=', searchTextOf(text))
    .limit(2)
    .execute();
  const [only] = named;
  return only === undefined || named.length > 1 ? null : productById(trx, only.id, settings);
}

interface Asking {
  readonly customerId: string | null;
  readonly reach: string;
}

/** A phone that belongs to a customer is that customer; another phone is kept in one writing. */
async function whoAsks(
  { trx }: WriteScope,
  { customerId, reach }: { readonly customerId: string | null; readonly reach: string },
): Promise<Asking> {
  if (customerId !== null) {
    const customer = await customerFacts(trx, customerId);
    if (customer === null) throw new Refusal('NotFound', { what: 'customer' });
    return { customerId: customer.id, reach: '' };
  }
  const phone = readPhone(reach);
  if (phone === null) return { customerId: null, reach };
  const owner = await ownerOfPhone(trx, phone.e164);
  return owner === null ? { customerId: null, reach: phone.e164 } : { customerId: owner.id, reach: '' };
}

type WishRow = Tables['wish'];

/** Somebody without a name and a phone is nobody's equal. */
function isSamePerson(row: Pick<WishRow, 'customer_id' | 'reach'>, who: Asking): boolean {
  if (who.customerId !== null) return row.customer_id === who.customerId;
  return who.reach !== '' && row.customer_id === null && row.reach === who.reach;
}

/** Each customer and each phone once, everybody else as often as they asked. */
function peopleIn(rows: readonly Pick<WishRow, 'id' | 'customer_id' | 'reach'>[]): number {
  return new Set(rows.map((row) => row.customer_id ?? (row.reach === '' ? row.id : row.reach))).size;
}

async function insertWish(
  scope: WriteScope,
  wish: Omit<WishRow, 'person_id' | 'business_day' | 'asked_at' | 'changed_at' | 'told_at'>,
): Promise<void> {
  await scope.trx
    .insertInto('wish')
    .values({
      ...wish,
      person_id: scope.actor.personId,
      business_day: scope.businessDay,
      asked_at: scope.now,
      changed_at: scope.now,
      told_at: null,
    })
    .execute();
}

export const moveWish = writingVerb(serviceContract.moveWish, async (scope, input) => {
  const moved = await move(scope, input, input.to);
  return { moved: moved.length };
});

/** Everybody who can be reached becomes one planned contact; who asked twice is told once. */
export const wishIsHere = writingVerb(serviceContract.wishIsHere, async (scope, input) => {
  if (input.dueOn < scope.businessDay) throw new Refusal('DaysWrong');
  const moved = await move(scope, input, 'here');
  const told = moved
    .map((row) => ({ ...row, customerId: row.customer_id }))
    .filter(canBeTold)
    .map((row) => ({
      customerId: row.customer_id,
      reach: row.reach,
      words: row.words,
      wishId: row.id,
    }));
  const planned = await planMany(scope, told, {
    kind: input.kind,
    dueOn: input.dueOn,
    personIds: input.personIds,
  });
  return { moved: moved.length, planned };
});

/** Moves all rows of a wish and answers them; throws WishMoved when somebody else did, or it makes no sense. */
async function move(
  scope: WriteScope,
  wish: WishKey & { readonly state: WishState },
  to: WishState,
): Promise<readonly WishRow[]> {
  const { trx } = scope;
  if (!mayBecome(wish.state, to)) throw new Refusal('WishMoved');
  const rows = await rowsOfWish(trx, wish, [wish.state]).orderBy('asked_at').orderBy('id').execute();
  if (rows.length === 0) throw new Refusal('WishMoved');
  await trx
    .updateTable('wish')
    .set({ state: to, changed_at: scope.now })
    .where('state', '=', wish.state)
    .where(({ eb, and }) =>
      wish.productId === null
        ? and([eb('product_id', 'is', null), eb('words_key', '=', wish.wordsKey)])
        : eb('product_id', '=', wish.productId),
    )
    .execute();
  await scope.follow(
    documentOf(scope, 'wishMoved', {
      productId: wish.productId,
      from: wish.state,
      to,
      wishIds: rows.map(({ id }) => id),
    }),
  );
  scope.changed('service');
  return rows;
}

/** Said at the counter; who was to call about it need not any more. */
export const tellWish = writingVerb(serviceContract.tellWish, async (scope, { wishId }) => {
  const row = await scope.trx.selectFrom('wish').selectAll().where('id', '=', wishId).executeTakeFirst();
  if (row === undefined) throw new Refusal('NotFound', { what: 'wish' });
  if (row.state !== 'here') throw new Refusal('WishMoved');
  await noteTold(scope, wishId);
  await closeTasksAbout(scope, { wishId });
  await scope.follow({
    ...documentOf(scope, 'wishTold', { wishId, customerId: row.customer_id }),
    customerId: row.customer_id,
  });
  scope.changed('service');
  return {};
});
