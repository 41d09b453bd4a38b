/** Words that differ by one slip of the fingers: a letter wrong, missing, too many, or two in the wrong order. */

/** Shorter words have too many neighbours to guess among. */
export const shortestGuessed = 4;

/**
 * Whether a word begins with something that is one slip away from what was typed; whoever types has not finished the word.
 * Both are folded (`foldKeys`).
 *
 * | typed    | word         | near |                               |
 * |----------|--------------|------|-------------------------------|
 * | hurhsid  | hurshid      | yes  | two letters in the wrong order |
 * | abdulaev | abdulev      | yes  | a letter too many              |
 * | abdla    | abdulaev     | yes  | a letter missing, unfinished   |
 * | karimof  | karimova     | yes  | a letter wrong                 |
 * | karim    | salim        | no   |                                |
 */
export function isNear(typed: string, word: string): boolean {
  if (typed.length < shortestGuessed) return false;
  return [typed.length - 1, typed.length, typed.length + 1].some(
    (length) => length <= word.length && isOneSlip(typed, word.slice(0, length)),
  );
}

/** Whether one insertion, deletion, exchange or swap of neighbours makes the one from the other, or none is needed. */
export function isOneSlip(a: string, b: string): boolean {
  if (a === b) return true;
  let from = 0;
  while (from < a.length && from < b.length && a[from] === b[from]) from += 1;
  if (a.length > b.length) return a.slice(from + 1) === b.slice(from);
  if (a.length < b.length) return a.slice(from) === b.slice(from + 1);
  if (a.slice(from + 1) === b.slice(from + 1)) return true;
  return a[from] === b[from + 1] && a[from + 1] === b[from] && a.slice(from + 2) === b.slice(from + 2);
}

const letters = 'abcdefghijklmnopqrstuvwxyz';
const lettersLookedAt = 3;

/**
 * How words near the typed one may begin, each three or four letters: a slip in the first two letters in all its forms, and
 * the first letters as they are for a slip further on. An index of words is asked for these beginnings only.
 */
export function beginningsNear(typed: string): readonly string[] {
  if (typed.length < shortestGuessed) return [];
  const head = typed.slice(0, lettersLookedAt + 1);
  const slips = [0, 1, 2].flatMap((at) => [
    head.slice(0, at) + head.slice(at + 1),
    ...(at + 1 < head.length ? [head.slice(0, at) + head[at + 1] + head[at] + head.slice(at + 2)] : []),
    ...[...letters].flatMap((letter) => [
      head.slice(0, at) + letter + head.slice(at),
      head.slice(0, at) + letter + head.slice(at + 1),
    ]),
  ]);
  const beginnings = [head.slice(0, lettersLookedAt), ...slips.map((slip) => slip.slice(0, lettersLookedAt))];
  return [...new Set(beginnings)];
}

const longestKept = 80;

/** The words of a search text by which a name can be guessed: no numbers, no initials, each once. */
export function nameWordsIn(searchText: string): readonly string[] {
  const words = searchText.split(' ').filter((word) => word.length >= 3 && !/^\d+$/.test(word));
  return [...new Set(words.map((word) => word.slice(0, longestKept)))];
}
