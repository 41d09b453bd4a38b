/** Benefits of pieces that belong together: free and cheapest pieces, bundles, gifts (rule 7). A new kind is one entry. */
import { z } from 'zod';
import { basisPoints, type Som, zeroSom } from '../money.ts';
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
      const shares = lines.map((line, place): SetShare => {
        const freeSom = place === 0 ? takenOff(off, onePiece(costOf(line, 1))) : zeroSom;
        const freeThousandths = asQuantity(place === 0 ? 1 : 0);
        return { index: line.index, freeSom, freeThousandths, piecesSom: line.costSom };
      });
      return { shares, missingPieces: lines.length === 0 ? 1 : 0 };
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
      let left = pieces;
      for (const line of lines) {
        const free = Math.min(line.pieces, left);
        if (free === 0) break;
        const freeSom = costOf(line, free);
        const freeThousandths = asQuantity(free);
        shares.push({ index: line.index, freeSom, freeThousandths, piecesSom: freeSom });
        left -= free;
      }
      return { shares, missingPieces: left };
    },
  ),
};

function onePiece(costSom: Som) {
  return { costSom, quantityThousandths: asQuantity(1) };
}

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
