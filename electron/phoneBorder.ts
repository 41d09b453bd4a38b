/** Which parts of a verb's answer hold a customer's phone, read once from its schema, and how they are masked. */
import type { AnyContractProcedure } from '@orpc/contract';
import type { z } from 'zod';
import type { Actor } from '../shared/actor.ts';
import { maskedSchemas, maskPhonesIn } from '../shared/customer/phoneMask.ts';
import { may } from '../shared/staff/permissions.ts';

/** An answer as the asking person may see it. Nobody at the window is nobody who may. */
export async function answerShown<T>(
  actorNow: () => Promise<Actor | null>,
  procedure: AnyContractProcedure,
  answer: T,
): Promise<T> {
  const mask = phoneMaskOf(procedure);
  if (mask === null) return answer;
  const actor = await actorNow();
  return actor !== null && may(actor, 'customer.seePhones') ? answer : (mask(answer) as T);
}

type Mask = (value: unknown) => unknown;

const masks = new Map<AnyContractProcedure, Mask | null>();

/** Masks the phones in an answer of this verb; null for a verb whose answers hold none. */
function phoneMaskOf(procedure: AnyContractProcedure): Mask | null {
  const known = masks.get(procedure);
  if (known !== undefined) return known;
  const schema = procedure['~orpc'].outputSchema as z.ZodType | undefined;
  // A stream's schema is none of zod's; news name topics and papers, never a phone.
  const mask = schema === undefined || !('def' in schema) ? null : maskOf(schema);
  masks.set(procedure, mask);
  return mask;
}

/** The parts of a schema's definition that hold other schemas, by the kinds that the contract uses. */
interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly items?: readonly z.ZodType[];
  readonly valueType?: z.ZodType;
  readonly out?: z.ZodType;
  readonly left?: z.ZodType;
  readonly right?: z.ZodType;
  readonly values?: readonly unknown[];
}

const definitionOf = (schema: z.ZodType) => schema.def as unknown as Definition;

function maskOf(schema: z.ZodType): Mask | null {
  if (maskedSchemas.has(schema)) return (value) => (typeof value === 'string' ? maskPhonesIn(value) : value);
  const { shape, element, innerType, options, items, valueType, out, left, right } = definitionOf(schema);
  if (shape !== undefined) return maskOfObject(shape);
  if (element !== undefined) return maskOfList(element);
  if (options !== undefined) return maskOfUnion(options);
  if (items !== undefined) return maskOfTuple(items);
  if (valueType !== undefined) return maskOfRecord(valueType);
  if (left !== undefined && right !== undefined) return both(maskOf(left), maskOf(right));
  const inner = innerType ?? out;
  return inner === undefined ? null : maskOf(inner);
}

function maskOfObject(shape: Readonly<Record<string, z.ZodType>>): Mask | null {
  const inside = Object.entries(shape).flatMap(([key, schema]) => {
    const mask = maskOf(schema);
    return mask === null ? [] : [[key, mask] as const];
  });
  if (inside.length === 0) return null;
  return (value) => {
    if (!isObject(value)) return value;
    const masked: Record<string, unknown> = { ...value };
    for (const [key, mask] of inside) if (key in masked) masked[key] = mask(masked[key]);
    return masked;
  };
}

function maskOfList(element: z.ZodType): Mask | null {
  const mask = maskOf(element);
  return mask && ((value) => (Array.isArray(value) ? value.map(mask) : value));
}

function maskOfTuple(items: readonly z.ZodType[]): Mask | null {
  const inside = items.map(maskOf);
  if (inside.every((mask) => mask === null)) return null;
  return (value) =>
    Array.isArray(value) ? value.map((item, index) => inside[index]?.(item) ?? item) : value;
}

function maskOfRecord(valueType: z.ZodType): Mask | null {
  const mask = maskOf(valueType);
  if (mask === null) return null;
  return (value) =>
    isObject(value)
      ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mask(item)]))
      : value;
}

/** Only the option that the answer is, so that a phone which somebody just typed stays what it is. */
function maskOfUnion(options: readonly z.ZodType[]): Mask | null {
  const inside = options.flatMap((option) => {
    const mask = maskOf(option);
    return mask === null ? [] : [{ mask, isMeant: literalsFit(option) }];
  });
  if (inside.length === 0) return null;
  return (value) => inside.find(({ isMeant }) => isMeant(value))?.mask(value) ?? value;
}

/** Whether every fixed word of an option (`kind: 'customer'`) stands in the value. */
function literalsFit(option: z.ZodType): (value: unknown) => boolean {
  const fixed = Object.entries(definitionOf(option).shape ?? {}).flatMap(([key, schema]) => {
    const { type, values = [] } = definitionOf(schema);
    return type === 'literal' ? [[key, values] as const] : [];
  });
  return (value) => fixed.every(([key, values]) => isObject(value) && values.includes(value[key]));
}

const both = (first: Mask | null, second: Mask | null): Mask | null =>
  first === null || second === null ? (first ?? second) : (value) => second(first(value));

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
