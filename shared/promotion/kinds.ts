/** Tables of kinds: one entry says which fields a kind has and what it does; type and schema follow from the table. */
import { z } from 'zod';

interface HasFields {
  readonly fields: z.ZodRawShape;
}

/** The union of all kinds of a table, each with its name as `kind`. */
export type KindOf<Table> = {
  [Name in keyof Table & string]: Table[Name] extends { readonly fields: infer Fields }
    ? Fields extends z.ZodRawShape
      ? { readonly kind: Name } & (keyof Fields extends never
          ? unknown
          : Readonly<z.output<z.ZodObject<Fields>>>)
      : never
    : never;
}[keyof Table & string];

/**
 * The schema of that union, and of further members that nest it; a field that no kind knows is an error and not silently
 * lost.
 */
export function schemaOfKinds<Table extends Readonly<Record<string, HasFields>>>(
  table: Table,
  nesting: readonly z.ZodObject<{ kind: z.ZodLiteral<string> }>[] = [],
): z.ZodType<KindOf<Table>> {
  const members = Object.entries(table).map(([name, { fields }]) =>
    z.strictObject({ kind: z.literal(name), ...fields }),
  );
  const [first, ...others] = [...nesting, ...members];
  if (first === undefined) throw new Error('a table of kinds may not be empty');
  // Built from the same table as the type, so that the two cannot differ.
  return z.discriminatedUnion('kind', [first, ...others]) as unknown as z.ZodType<KindOf<Table>>;
}

/** A name that a rule refers to: of a product, a category, a tag, a tier. */
export const referenceSchema = z.string().trim().min(1).max(100);
export const referencesSchema = z.array(referenceSchema).min(1).max(20_000).readonly();
