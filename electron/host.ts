/** Lends verbs an opened shop file: scopes, actors, followers, and what happens after a commit. */
import type { Transaction } from 'kysely';
import type { Actor } from '../shared/actor.ts';
import type { TillDocument } from '../shared/journal/document.ts';
import type { Topic } from '../shared/shop/contract.ts';
import { businessDayNow } from './businessDay.ts';
import type { Database } from './database/open.ts';
import type { Tables } from './database/tables.ts';
import { newId, type Random } from './ids.ts';
import type { TillParts } from './parts.ts';
import { settingsOf } from './shop/queries.ts';
import { approverOf } from './staff/logIn.ts';
import { personOf } from './staff/queries.ts';
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
  readonly committed: (documents: readonly TillDocument[]) => void;
  readonly note: (text: string, error?: unknown) => void;
}

export function createHost(options: HostOptions): VerbHost {
  const { database, tillId, clock, random, followers } = options;
  const { db } = database;

  async function baseScope(context: CallContext, from: Scope['settings']): Promise<Scope> {
    const now = clock();
    return { now, newId: () => newId(now, random), random, settings: from, tillId, key: context.key };
  }

  async function actorOf({ key }: CallContext): Promise<Actor | null> {
    const personId = options.personIdOf(key);
    if (personId === null) return null;
    const person = await personOf(db, personId);
    return person === undefined ? null : { personId, role: person.role, tillId, approver: null };
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
    approverOf: (approval, actor) => approverOf(db, approval, actor, clock()),
    announce: options.announce,
    committed: options.committed,
    note: options.note,
  };
}
