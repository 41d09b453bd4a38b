/** "Asked for, not here": when two wishes are the same one, and how far the shop is with it. */
import { foldKeys } from '../text.ts';

/** Nobody has done anything; it is on its way; it is here; it cannot be had. */
export const wishStates = ['open', 'ordered', 'here', 'impossible'] as const;
export type WishState = (typeof wishStates)[number];

/** What the shop may do next with a wish; what is not named makes no sense. */
const following: Readonly<Record<WishState, readonly WishState[]>> = {
  open: ['ordered', 'here', 'impossible'],
  ordered: ['open', 'here', 'impossible'],
  here: [],
  impossible: ['open'],
};

/**
 * Whether a wish may become so. What is here stays here: whoever asks afterwards wishes anew.
 *
 * | from       | to                        | may |
 * |------------|---------------------------|-----|
 * | open       | ordered, here, impossible | yes |
 * | ordered    | open, here, impossible    | yes |
 * | impossible | open                      | yes |
 * | here       | any                       | no  |
 */
export function mayBecome(from: WishState, to: WishState): boolean {
  return following[from].includes(to);
}

/**
 * The words of a wish folded so that the same wish is counted once: any script, any apostrophe, any order of the words.
 * Vowels that Uzbek and Russian write differently (oʻ as о or у) are one letter. Empty for words without a letter or figure.
 *
 * | words                    | key           |
 * |--------------------------|---------------|
 * | Yashil choy              | chuy yashil   |
 * | choy, YASHIL!            | chuy yashil   |
 * | Яшил чой                 | chuy yashil   |
 * | Oʻrik, O`rik, Ўрик, Урик | urik          |
 * | Kefir 1%                 | 1 kefir       |
 */
export function wishKeyOf(words: string): string {
  const [key = ''] = foldKeys(words);
  const parts = key
    .replaceAll('o', 'u')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '');
  return [...new Set(parts)].sort().join(' ');
}

/** Whether it is worth a planned contact: somebody who left no way to be reached cannot be told. */
export function canBeTold(wish: { readonly customerId: string | null; readonly reach: string }): boolean {
  return wish.customerId !== null || wish.reach !== '';
}
