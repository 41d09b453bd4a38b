/** Lends verbs an opened shop file: scopes, actors, followers, and what happens after a commit. */
import type { Transaction } from 'kysely';
import type { Actor, PermissionMatrix } from '../shared/actor.ts';
import type { TillDocument } from '../shared/journal/document.ts';
import type { Topic } from '../shared/shop/contract.ts';
import { businessDayNow } from './businessDay.ts';
import type { Database } from './database/open.ts';
import type { Tables } from './database/tables.ts';
import { newId, type Random } from './ids.ts';
import type { TillParts } from './parts.ts';
import { settingsOf } from './shop/queries.ts';
import { accessOf } from './staff/access.ts';
import { approverOf } from './staff/approver.ts';
import { permissionsIn, personOf } from './staff/queries.ts';
import type { AfterCommit, CallContext, Scope, VerbHost, WriteScope } from './verb.ts';

/** Writes what a document causes in a room above or below, inside the document's transaction. */
export type Follower = (trx: Transaction<Tables>, document: TillDocument, scope: WriteScope) => Promise<void>;

export interface HostOptions {
  readonly database: Database;
  readonly tillId: string;
  readonly clock: TillParts['clock'];
  readonly random: Random;
  readonly personIdOf: (key: string) => string | null;
  readonly followers: readonly Follower[];
  readonly announce: (topics: readonly Topic[]) => void;
  /** What it answers is waited for before whoever asked hears that it is done. */
  readonly committed: (documents: readonly TillDocument[]) => Promise<void> | undefined;
  readonly note: (text: string, error?: unknown) => void;
}

export function createHost(options: HostOptions): VerbHost {
  const { database, tillId, clock, random, followers } = options;
  const { db } = database;

  async function baseScope(context: CallContext, from: Scope['settings']): Promise<Scope> {
    const now = clock();
    return { now, newId: () => newId(now, random), random, settings: from, tillId, key: context.key };
  }

  const rights = keptRights(options);

  /** Nobody for a window whose person has left, or whose access has ended; hours that end meanwhile end no sale. */
  async function actorOf({ key }: CallContext): Promise<Actor | null> {
    const personId = options.personIdOf(key);
    if (personId === null) return null;
    const person = await personOf(db, personId);
    if (person === undefined) return null;
    if (person.accessEndsOn !== null) {
      const access = await accessOf(db, person, { now: clock(), settings: await settingsOf(db), tillId });
      if (access.kind === 'ended') return null;
    }
    return { personId, role: person.role, tillId, approver: null, permissions: await rights.now() };
  }

  async function writeScope(
    context: CallContext,
    trx: Transaction<Tables>,
    actor: Actor,
    after: AfterCommit,
  ): Promise<WriteScope> {
    const base = await baseScope(context, await settingsOf(trx));
    const scope: WriteScope = {
      ...base,
      trx,
      actor,
      businessDay: await businessDayNow(trx, base),
      changed: (...topics) => {
        for (const topic of topics) after.topics.add(topic);
      },
      afterCommit: (task) => void after.tasks.push(task),
      follow: async (document) => {
        for (const follower of followers) await follower(trx, document, scope);
        after.documents.push(document);
      },
    };
    return scope;
  }

  return {
    db,
    tillId,
    actorOf,
    readScope: async (context) => ({
      ...(await baseScope(context, await settingsOf(db))),
      db,
      actor: await actorOf(context),
    }),
    writeScope,
    permissions: rights.now,
    approverOf: async (approval, actor) =>
      approverOf({ db, now: clock(), settings: await settingsOf(db), tillId }, approval, actor),
    announce: (topics) => {
      if (topics.includes('staff')) rights.forget();
      options.announce(topics);
    },
    committed: options.committed,
    note: options.note,
  };
}

/** The rights as the owner has them, read once and again after whatever changed something about the people. */
function keptRights({ database }: Pick<HostOptions, 'database'>) {
  let kept: Promise<PermissionMatrix> | null = null;
  return {
    now: () => {
      kept ??= permissionsIn(database.db).catch((error: unknown) => {
        kept = null;
        throw error;
      });
      return kept;
    },
    forget: () => {
      kept = null;
    },
  };
}
