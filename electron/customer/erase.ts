/** Erasing customers: what is written in one transaction, and the verbs around it. */
import type { Kysely } from 'kysely';
import type { z } from 'zod';
import { customerContract } from '../../shared/customer/contract.ts';
import type { EraseBlock } from '../../shared/customer/eraseContract.ts';
import { Refusal } from '../../shared/errors.ts';
import type { Instant } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';
import { documentOf } from '../document.ts';
import type { Cleaner } from '../forgetWords.ts';
import {
  inTransaction,
  metaOf,
  readingVerb,
  requireAllowed,
  type VerbImplementation,
  type WriteScope,
} from '../verb.ts';
import { personIdOf } from './create.ts';
import { personWith } from './eraseRows.ts';
import { customerFacts, everyIdOf } from './queries.ts';

type Db = Kysely<Tables>;

/** Asks one room what must be settled with the person first. */
export type EraseCheck = (db: Db, ids: readonly string[]) => Promise<readonly EraseBlock[]>;

/** What the rooms around do for an erasure; the wiring lends it. */
export interface EraseRooms {
  readonly checks: readonly EraseCheck[];
  /** In this order, inside the transaction. */
  readonly cleaners: readonly Cleaner[];
}

export interface CleanedFiles {
  readonly isCleaned: boolean;
  readonly backupsDeleted: number;
  readonly backupsLeft: readonly string[];
  readonly isSecondFolderGone: boolean;
}

/** What cleaning the files is made of, in this order. */
export const fileSteps = ['tombstones', 'database', 'redoLogs', 'copies', 'backups'] as const;
export type FileStep = (typeof fileSteps)[number];

/** The files of the shop; the wiring lends them. */
export interface EraseFiles {
  /** Notes, before anything is erased, that the files must be cleaned: a power cut in between does not end it. */
  readonly begin: () => void;
  /** `without` leaves a step out: only so can it be shown that each of them is needed. */
  readonly clean: (wish: {
    readonly replaceBackups: boolean;
    readonly without?: FileStep;
  }) => Promise<CleanedFiles>;
  readonly olderBackups: () => Promise<readonly { readonly file: string; readonly madeAt: Instant | null }[]>;
  readonly isSecondFolderGone: () => boolean;
}

/** The person as the shop knows them now with everybody who became them; null for nobody, or who is erased already. */
export async function everyIdOfLiving(db: Db, customerId: string): Promise<readonly string[] | null> {
  const facts = await customerFacts(db, customerId);
  if (facts === null) return null;
  const rows = await everyIdOf(db, facts.id).execute();
  return [facts.id, ...rows.map(({ id }) => id).filter((id) => id !== facts.id)];
}

/** What stands against it, of every room. */
export async function blocksOf(
  db: Db,
  checks: readonly EraseCheck[],
  ids: readonly string[],
): Promise<EraseBlock[]> {
  const found: EraseBlock[] = [];
  for (const check of checks) found.push(...(await check(db, ids)));
  return found;
}

/**
 * Erases people: every cleaner once for all of them, then for each a row that says who by id alone, and a document. The ids
 * of each begin with the one that was left of them. The name can be told to nobody afterwards, so whoever calls has asked
 * what stands against it.
 */
export async function erasePeople(
  scope: WriteScope,
  cleaners: readonly Cleaner[],
  people: readonly (readonly string[])[],
  { cause, isAgain = false }: { readonly cause: 'wish' | 'absence'; readonly isAgain?: boolean },
): Promise<void> {
  const { trx, now, businessDay } = scope;
  const everybody = await personWith(trx, people.flat());
  for (const { clean } of cleaners) await clean(scope, everybody);
  for (const ids of people) {
    const [customerId = ''] = ids;
    await trx
      .insertInto('erasure')
      .values(
        ids.map((id) => ({
          customer_id: id,
          person_of: customerId,
          cause,
          person_id: personIdOf(scope),
          business_day: businessDay,
          erased_at: now,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await scope.follow({
      ...documentOf(scope, 'customerErased', { customerIds: [...ids], cause, isAgain }),
      customerId,
    });
  }
  scope.changed('customer', 'loyalty', 'coupon', 'credit', 'sale', 'journal', 'receipt');
}

/** So many in one transaction: what others wrote is searched once for all of them, and the till waits some seconds. */
export const erasedAtOnce = 20;

/** Asks every room; changes nothing. */
export const erasePreview = (
  rooms: Pick<EraseRooms, 'checks'>,
  files: () => EraseFiles,
): VerbImplementation<typeof customerContract.erasePreview> =>
  readingVerb(customerContract.erasePreview, async ({ db, settings }, { customerId }) => {
    const facts = await customerFacts(db, customerId);
    const ids = await everyIdOfLiving(db, customerId);
    if (facts === null || ids === null) throw new Refusal('NotFound', { what: 'customer' });
    return {
      customerId: facts.id,
      name: facts.name,
      merged: ids.length - 1,
      receipts: facts.receipts,
      paidSom: facts.paidSom,
      bonusSom: facts.bonusSom,
      ...(await countsOf(db, ids)),
      blocks: await blocksOf(db, rooms.checks, ids),
      olderBackups: [...(await files().olderBackups())],
      backupFolder: settings.backupFolder,
      isSecondFolderGone: files().isSecondFolderGone(),
    };
  });

/** What nobody can use any more afterwards. */
async function countsOf(db: Db, ids: readonly string[]) {
  const coupons = await db
    .selectFrom('coupon')
    .select('code')
    .where('customer_id', 'in', [...ids])
    .where('state', '=', 'issued')
    .execute();
  const cards = await db
    .selectFrom('card')
    .select('number')
    .where('customer_id', 'in', [...ids])
    .where('blocked_at', 'is', null)
    .execute();
  return { coupons: coupons.length, cards: cards.length };
}

type EraseInput = z.output<NonNullable<(typeof customerContract.erase)['~orpc']['inputSchema']>>;

/**
 * Erases whoever nothing stands against, a few in one transaction, then cleans the files once. A single person who cannot be
 * erased is refused with the reasons.
 */
export const erase = (
  rooms: EraseRooms,
  files: () => EraseFiles,
): VerbImplementation<typeof customerContract.erase> => ({
  procedure: customerContract.erase,
  kind: 'act',
  run: async (till, context, input) => {
    const { customerIds, cause, replaceBackups } = input as EraseInput;
    const { actor } = await till.readScope(context);
    requireAllowed(actor, metaOf(customerContract.erase).action);
    if (actor === null) throw new Refusal('LogInNeeded');
    const kept: { customerId: string; blocks: EraseBlock[] }[] = [];
    let erased = 0;
    for (let from = 0; from < customerIds.length; from += erasedAtOnce) {
      const part = customerIds.slice(from, from + erasedAtOnce);
      const judged = await inTransaction(till, context, actor, (scope) =>
        eraseWhereFree(scope, rooms, files(), { customerIds: part, cause }),
      );
      erased += judged.erased;
      kept.push(...judged.kept);
    }
    const [only] = kept;
    if (only !== undefined && customerIds.length === 1) {
      throw new Refusal('EraseBlocked', { blocks: only.blocks });
    }
    const cleaned = await files().clean({ replaceBackups });
    return { erased, kept, ...cleaned, backupsLeft: [...cleaned.backupsLeft] };
  },
});

/** Erases whoever nothing stands against; who is nobody, or erased already, is passed over. */
async function eraseWhereFree(
  scope: WriteScope,
  { checks, cleaners }: EraseRooms,
  files: EraseFiles,
  { customerIds, cause }: Pick<EraseInput, 'customerIds' | 'cause'>,
) {
  const kept: { customerId: string; blocks: EraseBlock[] }[] = [];
  const free: (readonly string[])[] = [];
  for (const customerId of customerIds) {
    const ids = await everyIdOfLiving(scope.trx, customerId);
    if (ids === null || free.some((others) => others[0] === ids[0])) continue;
    const blocks = await blocksOf(scope.trx, checks, ids);
    if (blocks.length > 0) kept.push({ customerId, blocks });
    else free.push(ids);
  }
  if (free.length > 0) {
    files.begin();
    await erasePeople(scope, cleaners, free, { cause });
  }
  return { erased: free.length, kept };
}
