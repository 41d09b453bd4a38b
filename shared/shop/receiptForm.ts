/** What the shop's receipts say besides the sale itself: logo, own words, parts that may be left out, languages, codes. */
import { z } from 'zod';
import { type Language, type LocalText, languages } from '../text.ts';
import { languageSchema } from '../wire.ts';

/** A handful of blocks of the shop's own; more would be a leaflet. */
export const mostOwnBlocks = 6;
/** A code of more characters has squares that a cheap printer smears. */
export const mostCodeCharacters = 300;

/** Where a block of the shop's own stands: under the shop's name, between the goods and the sum's small print, at the end. */
export const blockPlaces = ['top', 'underGoods', 'bottom'] as const;
export type BlockPlace = (typeof blockPlaces)[number];

/** What of a receipt the shop may leave out. Goods, sums, ways of payment and the receipt's own code always stand there. */
export const receiptParts = [
  'address',
  'stir',
  'phone',
  'cashier',
  'customerName',
  'savings',
  'vat',
  'returnTerm',
  'thanks',
  'advice',
] as const;
export type ReceiptPart = (typeof receiptParts)[number];

const unprintable = /[^\P{Cc}\n]|\p{Cs}|\ufffd/u;

/** Words on several lines. */
const lines = z
  .string()
  .trim()
  .max(400)
  .refine((text) => !unprintable.test(text) && text.split('\n').length <= 8);

/** Words that may be missing in all languages. */
const freeText = z.object({ uz: lines.optional(), ru: lines.optional(), en: lines.optional() });
const filledText = freeText.refine((text) => hasWords(text));

/** Whether a text says something in any language. */
export function hasWords(text: LocalText): boolean {
  return [text.uz, text.ru, text.en].some((words) => words !== undefined && words !== '');
}

/** What a QR code of the shop's own holds: an address, a payment line; plain ASCII, which every phone reads alike. */
const codeText = z
  .string()
  .trim()
  .min(1)
  .max(mostCodeCharacters)
  .regex(/^[\x20-\x7e]+$/);

/** The address of a page that everybody may open: https, a name with a dot, plain ASCII. */
const pageAddress = z
  .string()
  .trim()
  .max(mostCodeCharacters)
  .regex(/^https:\/\/[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?\.[a-z0-9-]{2,63}(:\d{1,5})?([/?#][\x21-\x7e]*)?$/i);

const placeSchema = z.enum(blockPlaces);
export const ownBlockSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('text'),
    place: placeSchema,
    text: filledText,
    isBold: z.boolean().default(false),
  }),
  z.object({ kind: z.literal('rule'), place: placeSchema }),
  z.object({ kind: z.literal('qr'), place: placeSchema, data: codeText, caption: freeText.prefault({}) }),
]);
export type OwnBlock = z.output<typeof ownBlockSchema>;

/** A code for everyone: the shop's page or its place on a map. Empty words: words of the program. */
export const linkSchema = z.object({
  address: pageAddress,
  shows: z.enum(['page', 'map']),
  caption: freeText.prefault({}),
});

const partsSchema = z.object({
  address: z.boolean().default(true),
  stir: z.boolean().default(true),
  phone: z.boolean().default(true),
  cashier: z.boolean().default(true),
  customerName: z.boolean().default(true),
  savings: z.boolean().default(true),
  vat: z.boolean().default(true),
  returnTerm: z.boolean().default(true),
  thanks: z.boolean().default(true),
  advice: z.boolean().default(true),
} satisfies Record<ReceiptPart, z.ZodType>);

/** Everything that is not said has a default, and the defaults add nothing to a receipt and take nothing away. */
export const receiptFormSchema = z.object({
  /** None: the language of the customer. More than one stand together on every receipt, in this order. */
  languages: z
    .array(languageSchema)
    .max(languages.length)
    .refine((chosen) => new Set(chosen).size === chosen.length)
    .default([]),
  /** Prints the shop's logo on top. */
  showsLogo: z.boolean().default(false),
  header: freeText.prefault({}),
  /** Empty: the older footer of the settings, which is in one language. */
  footer: freeText.prefault({}),
  parts: partsSchema.prefault({}),
  blocks: z.array(ownBlockSchema).max(mostOwnBlocks).default([]),
  link: linkSchema.nullable().default(null),
});
export type ReceiptForm = z.output<typeof receiptFormSchema>;

export const defaultReceiptForm: ReceiptForm = receiptFormSchema.parse({});

/**
 * The languages that a receipt speaks, at least one.
 *
 * | the shop chose | the customer's | on paper       |
 * |----------------|----------------|----------------|
 * | none           | ru             | ru             |
 * | uz             | ru             | uz             |
 * | uz, ru, en     | ru             | uz, ru, en     |
 */
export function receiptLanguages(
  form: Pick<ReceiptForm, 'languages'>,
  ofCustomer: Language,
): readonly Language[] {
  return form.languages.length === 0 ? [ofCustomer] : form.languages;
}

/** The one language in which a copy says that it is one: that which leads on the paper. */
export function languageOfCopy(form: Pick<ReceiptForm, 'languages'>, ofCustomer: Language): Language {
  return form.languages[0] ?? ofCustomer;
}
