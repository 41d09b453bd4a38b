/** How a verb runs: schema, actor, action, intention, one transaction, and what follows the commit. */
import type {
  AnyContractProcedure,
  ContractProcedure,
  ErrorMap,
  InferSchemaInput,
  InferSchemaOutput,
} from '@orpc/contract';
import { implement, ORPCError } from '@orpc/server';
import type { Kysely, Transaction } from 'kysely';
import type { Actor, PermissionMatrix, Role } from '../shared/actor.ts';
import { contract } from '../shared/contract.ts';
import { Refusal } from '../shared/errors.ts';
import type { TillDocument } from '../shared/journal/document.ts';
import type { Topic } from '../shared/shop/contract.ts';
import type { ShopSettings } from '../shared/shop/settings.ts';
import { approverMay, may, permissions } from '../shared/staff/permissions.ts';
import type { BusinessDay, Instant } from '../shared/time.ts';
import type { Approval, VerbKind, VerbMeta } from '../shared/verb.ts';
import { hotInsert, hotQuery } from './database/hot.ts';
import { DatabaseProblem } from './database/problem.ts';
import type { Tables } from './database/tables.ts';
import { transact } from './database/transact.ts';
import { answerShown } from './phoneBorder.ts';
import { sha256 } from './sha256.ts';

/** A window or browser that calls; the key stays the same when its page reloads. */
export interface CallContext {
  readonly key: string;
}

/** What every verb may use. */
export interface Scope {
  readonly now: Instant;
  readonly newId: () => string;
  readonly random: (byteCount: number) => Uint8Array;
  readonly settings: ShopSettings;
  readonly tillId: string;
  /** The window that asks. */
  readonly key: string;
}

export interface ReadScope extends Scope {
  readonly db: Kysely<Tables>;
  readonly actor: Actor | null;
}

export interface WriteScope extends Scope {
  readonly trx: Transaction<Tables>;
  /** For a verb that anyone may call before a log-in, the system. */
  readonly actor: Actor;
  /** The business day of a document completed now (docs/rules.md rule 21). */
  readonly businessDay: BusinessDay;
  /** Hands a document to everything that follows documents: journal, figures, summaries. */
  readonly follow: (document: TillDocument) => Promise<void>;
  readonly changed: (...topics: Topic[]) => void;
  /** Runs after the commit, never when it was rolled back. */
  readonly afterCommit: (task: () => void) => void;
}

type ParsedInput<P> =
  P extends ContractProcedure<infer I, infer _O, infer _E, infer _M> ? InferSchemaOutput<I> : never;
type Answer<P> =
  P extends ContractProcedure<infer _I, infer O, infer _E, infer _M> ? InferSchemaInput<O> : never;

/** What a caller sends, before the schema has parsed it. */
export type VerbInput<P> =
  P extends ContractProcedure<infer I, infer _O, infer _E, infer _M> ? InferSchemaInput<I> : never;
/** What a caller gets, after the schema has parsed it. */
export type VerbAnswer<P> =
  P extends ContractProcedure<infer _I, infer O, infer _E, infer _M> ? InferSchemaOutput<O> : never;

/** A verb as its room wrote it, tied to its place in the contract. */
export interface VerbImplementation<P extends AnyContractProcedure> {
  readonly procedure: P;
  readonly kind: VerbKind;
  readonly run: (
    till: VerbHost,
    context: CallContext,
    input: unknown,
    signal: AbortSignal | undefined,
  ) => unknown;
}

/** What the wiring lends to verbs. */
export interface VerbHost {
  readonly db: Kysely<Tables>;
  readonly tillId: string;
  /** Who is logged in at the calling window. */
  readonly actorOf: (context: CallContext) => Promise<Actor | null>;
  readonly readScope: (context: CallContext) => Promise<ReadScope>;
  /** The scope of a write inside its transaction. */
  readonly writeScope: (
    context: CallContext,
    trx: Transaction<Tables>,
    actor: Actor,
    after: AfterCommit,
  ) => Promise<WriteScope>;
  /** Who may do what in the shop that is open, as the owner has it now. */
  readonly permissions: () => Promise<PermissionMatrix>;
  /** Checks a second person's secret; attempts count. Answers the person or throws a Refusal. */
  readonly approverOf: (
    approval: Approval,
    actor: Actor,
  ) => Promise<{ readonly personId: string; readonly role: Role }>;
  readonly announce: (topics: readonly Topic[]) => void;
  /** What it answers is waited for before whoever asked hears that it is done. */
  readonly committed: (documents: readonly TillDocument[]) => Promise<void> | undefined;
  readonly note: (text: string, error: unknown) => void;
}

/** What a transaction collects for after its commit. */
export interface AfterCommit {
  readonly topics: Set<Topic>;
  readonly documents: TillDocument[];
  readonly tasks: (() => void)[];
}

export function readingVerb<P extends AnyContractProcedure>(
  procedure: P,
  read: (scope: ReadScope, input: ParsedInput<P>) => Promise<Answer<P>>,
): VerbImplementation<P> {
  return {
    procedure,
    kind: 'read',
    run: async (till, context, input) => {
      const scope = await till.readScope(context);
      requireAllowed(scope.actor, metaOf(procedure).action);
      return read(scope, input as ParsedInput<P>);
    },
  };
}

/** Something that is no transaction of the shop's data: a log-in, a backup, changing to the demo shop. */
export function actingVerb<P extends AnyContractProcedure>(
  procedure: P,
  act: (scope: ReadScope, input: ParsedInput<P>) => Promise<Answer<P>>,
): VerbImplementation<P> {
  return { ...readingVerb(procedure, act), kind: 'act' };
}

export function streamingVerb<P extends AnyContractProcedure>(
  procedure: P,
  stream: (key: string, signal: AbortSignal | undefined) => Answer<P>,
): VerbImplementation<P> {
  return {
    procedure,
    kind: 'stream',
    run: async (till, context, _input, signal) => {
      const { action } = metaOf(procedure);
      // News for everybody must reach a page also while one shop's file is closed and another's opened.
      if (action !== 'anyone') requireAllowed(await till.actorOf(context), action);
      return stream(context.key, signal);
    },
  };
}

/** An intention: load, decide, save in one transaction. */
export function writingVerb<P extends AnyContractProcedure>(
  procedure: P,
  write: (scope: WriteScope, input: ParsedInput<P>) => Promise<Answer<P>>,
): VerbImplementation<P> {
  return intentionVerb(procedure, async (_till, _context, input) => (scope) => write(scope, input));
}

/** An intention whose slow part (hashing a secret, asking a disk) is done before its transaction begins. */
export function preparedVerb<P extends AnyContractProcedure>(
  procedure: P,
  prepare: (scope: ReadScope, input: ParsedInput<P>) => Promise<Work<P>>,
): VerbImplementation<P> {
  return intentionVerb(procedure, async (till, context, input) =>
    prepare(await till.readScope(context), input),
  );
}

type Work<P> = (scope: WriteScope) => Promise<Answer<P>>;

function intentionVerb<P extends AnyContractProcedure>(
  procedure: P,
  workOf: (till: VerbHost, context: CallContext, input: ParsedInput<P>) => Promise<Work<P>>,
): VerbImplementation<P> {
  return {
    procedure,
    kind: 'write',
    run: async (till, context, input) => {
      const intention = intentionOf(procedure, input);
      const actor = await allowedActor(till, context, procedure, intention.approval);
      const work = await workOf(till, context, input as ParsedInput<P>);
      return inTransaction(till, context, actor, async (scope) => {
        const earlier = await earlierAnswer(scope, intention);
        if (earlier !== null) return earlier;
        const answer = await work(scope);
        await keepIntention(scope, intention, answer);
        return answer;
      });
    },
  };
}

/** A change to something with a revision of its own; the verb itself recognises a repetition. */
export function draftingVerb<P extends AnyContractProcedure>(
  procedure: P,
  write: (scope: WriteScope, input: ParsedInput<P>) => Promise<Answer<P>>,
): VerbImplementation<P> {
  return {
    procedure,
    kind: 'draft',
    run: async (till, context, input) => {
      const { approval } = input as { readonly approval?: Approval };
      const actor = await allowedActor(till, context, procedure, approval);
      return inTransaction(till, context, actor, (scope) => write(scope, input as ParsedInput<P>));
    },
  };
}

/** Throws NotAllowed unless the actor or the approver beside them may do the action. */
export function requireAllowed(actor: Actor | null, action: string): void {
  if (action === 'anyone') return;
  if (actor === null) throw new Refusal('LogInNeeded');
  if (may(actor, action) || approverMay(actor, action)) return;
  throw new Refusal('NotAllowed', { action });
}

const verbNames = new Map<AnyContractProcedure, string>(
  Object.entries(contract).flatMap(([room, verbs]) =>
    Object.entries(verbs).map(([verb, procedure]): [AnyContractProcedure, string] => [
      procedure,
      `${room}.${verb}`,
    ]),
  ),
);

/** `sale.complete`: how logs and intentions call a verb. */
export function nameOf(procedure: AnyContractProcedure): string {
  return verbNames.get(procedure) ?? 'unknown';
}

export function metaOf(procedure: AnyContractProcedure): VerbMeta {
  return procedure['~orpc'].meta as VerbMeta;
}

async function allowedActor(
  till: VerbHost,
  context: CallContext,
  procedure: AnyContractProcedure,
  approval: Approval | undefined,
): Promise<Actor> {
  const { action } = metaOf(procedure);
  const known = await till.actorOf(context);
  if (known === null && action !== 'anyone') throw new Refusal('LogInNeeded');
  const person = known ?? systemActor(till.tillId);
  const actor =
    approval === undefined ? person : { ...person, approver: await till.approverOf(approval, person) };
  requireAllowed(actor, action);
  return actor;
}

/** The till itself, for what no person does. */
export function systemActor(tillId: string): Actor {
  return { personId: 'system', role: 'system', tillId, approver: null, permissions };
}

/** Runs work in one transaction and, once it is committed, tells followers, screens and devices. */
export async function inTransaction<T>(
  till: VerbHost,
  context: CallContext,
  actor: Actor,
  work: (scope: WriteScope) => Promise<T>,
): Promise<T> {
  const after: AfterCommit = { topics: new Set(), documents: [], tasks: [] };
  const answer = await transact(till.db, async (trx) =>
    work(await till.writeScope(context, trx, actor, after)),
  );
  await till.committed(after.documents);
  for (const task of after.tasks) task();
  till.announce([...after.topics]);
  return answer;
}

interface Intention {
  readonly id: string;
  readonly verb: string;
  readonly payloadHash: string;
  readonly keepsAnswer: boolean;
  readonly approval: Approval | undefined;
}

/** Never part of the fingerprint of a payload: four digits are found from their hash in no time. */
const secretKeys: ReadonlySet<string> = new Set([
  'intentionId',
  'approval',
  'pin',
  'password',
  'secret',
  'oldSecret',
  'newSecret',
  'recoveryCode',
]);

function intentionOf(procedure: AnyContractProcedure, input: unknown): Intention {
  const meta = metaOf(procedure);
  const { intentionId, approval } = input as { intentionId: string; approval?: Approval };
  const payload = JSON.stringify(input, (key, value: unknown) => (secretKeys.has(key) ? undefined : value));
  return {
    id: intentionId,
    verb: nameOf(procedure),
    payloadHash: sha256(payload),
    keepsAnswer: meta.keepsAnswer,
    approval,
  };
}

const intentionOfId = hotQuery((db, value: { id: string }) =>
  db.selectFrom('intention').select(['verb', 'payload_hash', 'answer_json']).where('id', '=', value.id),
);

const insertIntention = hotInsert('intention', [
  'id',
  'verb',
  'payload_hash',
  'answer_json',
  'person_id',
  'done_at',
]);

/** The first answer of an intention that was done before; IntentionConflict when the id came with something else. */
async function earlierAnswer<T>(scope: WriteScope, intention: Intention): Promise<T | null> {
  const earlier = await intentionOfId.first(scope.trx, { id: intention.id });
  if (earlier === undefined) return null;
  if (earlier.verb !== intention.verb || earlier.payload_hash !== intention.payloadHash) {
    throw new Refusal('IntentionConflict');
  }
  if (earlier.answer_json === null) throw new Refusal('AlreadyDone');
  return JSON.parse(earlier.answer_json) as T;
}

async function keepIntention(scope: WriteScope, intention: Intention, answer: unknown): Promise<void> {
  await insertIntention.one(scope.trx, {
    id: intention.id,
    verb: intention.verb,
    payload_hash: intention.payloadHash,
    answer_json: intention.keepsAnswer ? JSON.stringify(answer) : null,
    person_id: scope.actor.role === 'system' ? null : scope.actor.personId,
    done_at: scope.now,
  });
}

/**
 * Calls a verb without a transport: the same schema at the border, the same scope, the same transaction. Throws the
 * Refusal where a transport would answer with it.
 */
export async function callVerb<P extends AnyContractProcedure>(
  host: VerbHost,
  context: CallContext,
  verb: VerbImplementation<P>,
  input: VerbInput<P>,
): Promise<VerbAnswer<P>> {
  const checked = await verb.procedure['~orpc'].inputSchema?.['~standard'].validate(input);
  if (checked?.issues) throw new Error(`${nameOf(verb.procedure)}: ${JSON.stringify(checked.issues)}`);
  const answer = (await verb.run(host, context, checked?.value, undefined)) as VerbAnswer<P>;
  return answerShown(() => host.actorOf(context), verb.procedure, answer);
}

/** One procedure of the router: runs the verb and turns refusals into the contract's typed errors. */
export function procedureOf<P extends AnyContractProcedure>(
  verb: VerbImplementation<P>,
  host: () => VerbHost,
) {
  const declared = metaOf(verb.procedure);
  if (declared.kind !== verb.kind) throw new Error(`${declared.action} is declared as ${declared.kind}`);
  return implement(verb.procedure as AnyContractProcedure)
    .$context<CallContext>()
    .handler(async ({ input, context, signal }) => {
      const till = host();
      try {
        const answer = await verb.run(till, context, input, signal);
        return await answerShown(() => till.actorOf(context), verb.procedure, answer);
      } catch (error) {
        throw asTypedError(error, verb.procedure['~orpc'].errorMap, till);
      }
    });
}

function asTypedError(error: unknown, declared: ErrorMap, till: VerbHost): unknown {
  if (error instanceof Refusal) {
    // No status of its own: oRPC only takes an error for a declared one when its status is the declared one too.
    if (error.code in declared) return new ORPCError(error.code, { data: error.data });
    till.note(`the contract does not declare the refusal ${error.code}`, error);
    return error;
  }
  if (error instanceof DatabaseProblem && error.code === 'DiskFull') {
    return new ORPCError('DiskFull', { data: {} });
  }
  till.note('a verb broke', error);
  return error;
}
