/** How a verb of the contract is declared: its action, its kind, its schemas and the refusals it may answer with. */
import { type ErrorMap, eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { idSchema } from './wire.ts';

/**
 * | kind   | what the till does with it                                                                    |
 * |--------|-----------------------------------------------------------------------------------------------|
 * | read   | no transaction, no trace                                                                      |
 * | write  | one transaction, wrapped in an intention: the same id and payload get the first answer         |
 * | draft  | one transaction on a thing with its own revision (the open basket), not kept as an intention   |
 * | act    | what is no transaction: logging in, a backup, changing to the demo shop                         |
 * | stream | answers until the caller goes                                                                 |
 */
export type VerbKind = 'read' | 'write' | 'draft' | 'act' | 'stream';

export interface VerbMeta {
  readonly kind: VerbKind;
  /** The action the caller must be allowed; `anyone` needs no log-in. What no rule allows is refused. */
  readonly action: string;
  /** False for an answer that may be shown once only (a recovery code): a repeated intention is refused instead. */
  readonly keepsAnswer: boolean;
}

type RefusalSchemas = Readonly<Record<string, z.ZodType>>;
type RefusalErrors<R extends RefusalSchemas> = { [K in keyof R]: { data: R[K] } };

/** Refusals that any verb may answer with. */
export const commonRefusals = {
  LogInNeeded: z.object({}),
  NotAllowed: z.object({ action: z.string() }),
  ApprovalRefused: z.object({
    reason: z.enum(['unknownPerson', 'wrongPin', 'notAllowed', 'samePerson', 'locked']),
  }),
  IntentionConflict: z.object({}),
  AlreadyDone: z.object({}),
  NotFound: z.object({ what: z.string() }),
  ShopNotReady: z.object({}),
  DiskFull: z.object({}),
} satisfies RefusalSchemas;

/** A second person who allows, in place, what the first may not do alone. */
export const approvalSchema = z.object({ personId: idSchema, secret: z.string().min(1).max(200) });
export type Approval = z.output<typeof approvalSchema>;

const base = oc
  .$meta<VerbMeta>({ kind: 'read', action: '', keepsAnswer: true })
  .errors(errorsOf(commonRefusals));

function errorsOf<R extends RefusalSchemas>(refusals: R): RefusalErrors<R> {
  return Object.fromEntries(
    Object.entries(refusals).map(([code, data]) => [code, { data }]),
  ) as RefusalErrors<R> satisfies ErrorMap;
}

/** A question: changes nothing. */
export function readVerb<I extends z.ZodType, O extends z.ZodType, R extends RefusalSchemas>(verb: {
  action: string;
  input: I;
  output: O;
  refusals: R;
}) {
  return base
    .meta({ kind: 'read', action: verb.action, keepsAnswer: true })
    .input(verb.input)
    .output(verb.output)
    .errors(errorsOf(verb.refusals));
}

/** An intention that changes something: carries its own id, and an approval where a rule asks for a second person. */
export function writeVerb<I extends z.ZodRawShape, O extends z.ZodType, R extends RefusalSchemas>(verb: {
  action: string;
  input: I;
  output: O;
  refusals: R;
  keepsAnswer?: boolean;
}) {
  return base
    .meta({ kind: 'write', action: verb.action, keepsAnswer: verb.keepsAnswer ?? true })
    .input(z.object({ intentionId: idSchema, approval: approvalSchema.optional(), ...verb.input }))
    .output(verb.output)
    .errors(errorsOf(verb.refusals));
}

/** A change to a draft that has a revision of its own: repeating it is harmless because the revision has moved on. */
export function draftVerb<I extends z.ZodRawShape, O extends z.ZodType, R extends RefusalSchemas>(verb: {
  action: string;
  input: I;
  output: O;
  refusals: R;
}) {
  return base
    .meta({ kind: 'draft', action: verb.action, keepsAnswer: true })
    .input(z.object({ intentionId: idSchema, approval: approvalSchema.optional(), ...verb.input }))
    .output(verb.output)
    .errors(errorsOf(verb.refusals));
}

/** Something that is no transaction of the shop's data; harmless to repeat. */
export function actVerb<I extends z.ZodType, O extends z.ZodType, R extends RefusalSchemas>(verb: {
  action: string;
  input: I;
  output: O;
  refusals: R;
}) {
  return base
    .meta({ kind: 'act', action: verb.action, keepsAnswer: true })
    .input(verb.input)
    .output(verb.output)
    .errors(errorsOf(verb.refusals));
}

/** News that go on until the caller leaves. */
export function streamVerb<I extends z.ZodType, O extends z.ZodType>(verb: {
  action: string;
  input: I;
  output: O;
}) {
  return base
    .meta({ kind: 'stream', action: verb.action, keepsAnswer: true })
    .input(verb.input)
    .output(eventIterator(verb.output));
}
