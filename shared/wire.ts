/** How the nouns cross the seam between screens and till: one schema per noun, checked at the border. */
import { z } from 'zod';
import { cardProviders, qrProviders, tenderKinds, units } from './basket.ts';
import { type BasisPoints, largestSom, type Som, type Thousandths } from './money.ts';
import { languages } from './text.ts';
import { type BusinessDay, type Instant, isBusinessDay } from './time.ts';

const asSom = (value: number) => (value === 0 ? 0 : value) as Som;

/** A sum of zero or more whole so'm. */
export const somSchema = z.int().min(0).max(largestSom).transform(asSom);
/** A sum that may be negative: a balance after a return, a difference. */
export const signedSomSchema = z.int().min(-largestSom).max(largestSom).transform(asSom);
/** A quantity above zero and below a million. */
export const quantitySchema = z
  .int()
  .min(1)
  .max(999_999_999)
  .transform((value) => value as Thousandths);
/** 0 to 100 %. */
export const rateSchema = z
  .int()
  .min(0)
  .max(10_000)
  .transform((value) => value as BasisPoints);

export const instantSchema = z.iso.datetime().transform((value) => value as Instant);
export const businessDaySchema = z
  .string()
  .refine(isBusinessDay)
  .transform((value) => value as BusinessDay);
export const idSchema = z.uuid();
export const languageSchema = z.enum(languages);
export const unitSchema = z.enum(units);
export const providerSchema = z.enum([...cardProviders, ...qrProviders]);

/** Control characters, halves of characters, and what stands for text that was lost on its way. */
const unprintable = /\p{Cc}|\p{Cs}|\ufffd/u;

/** Text a person typed: trimmed, without control characters, of a sane length. */
export const words = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .refine((text) => !unprintable.test(text));

/** The same, but something must have been typed. */
export const someWords = (longest: number) => words(longest).refine((text) => text.length > 0);

/** Text in up to three languages, at least one of them filled. */
export const localTextSchema = z
  .object({ uz: words(200).optional(), ru: words(200).optional(), en: words(200).optional() })
  .refine((text) => [text.uz, text.ru, text.en].some((part) => part !== undefined && part !== ''));

/** What a scanner or a person types into the one field: printable, short. */
export const codeSchema = z.string().trim().min(1).max(200);

/** Pages of a list: an opaque cursor and a size. */
export const pageSchema = z.object({
  cursor: z.string().max(300).nullable().default(null),
  limit: z.int().min(1).max(200).default(50),
});

export const tenderSchema = z.object({
  kind: z.enum(tenderKinds),
  provider: providerSchema.nullable(),
  amountSom: somSchema,
  reference: words(60).nullable(),
});
