/** Benefits of pieces that belong together: free and cheapest pieces, bundles, gifts (rule 7). A new kind is one entry. */
import { z } from 'zod';
import { basisPoints, zeroSom } from '../money.ts';
import { somSchema } from '../wire.ts';
import { findBundles } from './bundles.ts';
import { findBuyGet } from './buyGet.ts';
import type { KindOf } from './kinds.ts';
import { offSchema, takenOff } from './off.ts';
import { type Scope, scopeSchema } from './scope.ts';
import { asQuantity, costOf, type FoundSets, type SetPool, type SetShare } from './setPool.ts';

/** The goods of one part of a set; null stands for the promotion's own scope. */
export type SetPart = Scope | null;

interface SetBenefitKind<Fields extends z.ZodRawShape> {
  readonly fields: Fields;
  readonly parts: (benefit: Readonly<z.output<z.ZodObject<Fields>>>) => readonly SetPart[];
  readonly find: (benefit: Readonly<z.output<z.ZodObject<Fields>>>, pool: SetPool) => FoundSets;
}

function setBenefit<Fields extends z.ZodRawShape>(
  fields: Fields,
  parts: SetBenefitKind<Fields>['parts'],
  find: SetBenefitKind<Fields>['find'],
): SetBenefitKind<Fields> {
  return { fields, parts, find };
}

const piecesSchema = z.int().min(1).max(1000);
const timesSchema = z.int().min(1).max(1000).nullable();
const allOff = { kind: 'percent', rateBasisPoints: basisPoints(10_000) } as const;

/** Tables spread this one beside the benefits of single lines, so that both make one union of benefits on goods. */
export const setBenefits = {
  /** Of every `of` pieces the cheapest is free: 3 for 2 is `of: 3`. */
  cheapestFree: setBenefit(
    { of: z.int().min(2).max(1000) },
    () => [null],
    ({ of }, pool) => findBuyGet({ buyPieces: of - 1, getPieces: 1, atMostTimes: null, off: allOff }, pool),
  ),

  /** The cheapest piece of all, once a receipt: "−50 % on the cheapest". */
  cheapest: setBenefit(
    { off: offSchema },
    () => [null],
    ({ off }, { lines }) => {
      const [first] = lines;
      const quantityThousandths = asQuantity(1);
      const freeSom = first ? takenOff(off, { costSom: costOf(first, 1), quantityThousandths }) : zeroSom;
      return {
        freeSom,
        shares: () =>
          lines.map((line) => ({
            index: line.index,
            freeSom: line === first ? freeSom : zeroSom,
            freeThousandths: line === first ? quantityThousandths : asQuantity(0),
            piecesSom: line.costSom,
          })),
        missingPieces: () => (first ? 0 : 1),
      };
    },
  ),

  /** Buy some of the promotion's scope and get some of the same, or of other goods, cheaper or free. */
  buyGet: setBenefit(
    {
      buyPieces: piecesSchema,
      getPieces: piecesSchema,
      /** What is got; without it the same goods as are bought. */
      get: scopeSchema.optional(),
      off: offSchema,
      atMostTimes: timesSchema,
    },
    ({ get }) => [null, get ?? null],
    findBuyGet,
  ),

  /** Goods that cost so much when they are bought together: shirt, tie and belt for 300 000. */
  bundle: setBenefit(
    {
      parts: z
        .array(z.strictObject({ of: scopeSchema, pieces: piecesSchema }))
        .min(1)
        .max(10)
        .readonly(),
      priceSom: somSchema,
      atMostTimes: timesSchema,
    },
    ({ parts }) => parts.map((part) => part.of),
    findBundles,
  ),

  /** When the conditions hold, so many pieces of these goods are free; they count for no threshold. */
  gift: setBenefit(
    { of: scopeSchema, pieces: piecesSchema },
    ({ of }) => [of],
    ({ pieces }, { lines }) => {
      const shares: SetShare[] = [];
      let [left, freeSom] = [pieces, 0];
      for (const line of lines) {
        const free = Math.min(line.pieces, left);
        if (free === 0) break;
        const costSom = costOf(line, free);
        shares.push({
          index: line.index,
          freeSom: costSom,
          freeThousandths: asQuantity(free),
          piecesSom: costSom,
        });
        freeSom += costSom;
        left -= free;
      }
      return { freeSom, shares: () => shares, missingPieces: () => left };
    },
  ),
};

export type SetBenefit = KindOf<typeof setBenefits>;

/** The goods of each part of a benefit's set. */
export function partsOf(benefit: SetBenefit): readonly SetPart[] {
  const kind: { readonly parts: (benefit: never) => readonly SetPart[] } = setBenefits[benefit.kind];
  return kind.parts(benefit as never);
}

/** Forms as many sets as the pieces allow; what is left over is outside. */
export function findSets(benefit: SetBenefit, pool: SetPool): FoundSets {
  const kind: { readonly find: (benefit: never, pool: SetPool) => FoundSets } = setBenefits[benefit.kind];
  return kind.find(benefit as never, pool);
}
