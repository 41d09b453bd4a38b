/** The second pass of the search by name: one letter off, for Qodirov and Кадыров, Sobir and Sabir. */
import { foldKeys } from '../text.ts';

/** Shorter words must match exactly: one letter off in three finds everybody. */
const shortestTolerantWord = 4;

/**
 * Whether every word that was typed begins a word of the name, give or take one letter. Both are folded first, so script,
 * apostrophe and spelling do not matter.
 */
export function nameNearlyMatches(typed: string, name: string): boolean {
  const nameKeys = foldKeys(name).map((key) => key.split(' '));
  return foldKeys(typed).some((key) =>
    nameKeys.some((words) => key.split(' ').every((part) => words.some((word) => beginsNearly(word, part)))),
  );
}

function beginsNearly(word: string, part: string): boolean {
  if (word.startsWith(part)) return true;
  if (part.length < shortestTolerantWord) return false;
  return [0, 1, -1].some((difference) => isWithinOneEdit(word.slice(0, part.length + difference), part));
}

/** Whether two texts differ by at most one letter changed, added or left out. */
export function isWithinOneEdit(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same += 1;
  const restOfShort = short.slice(short.length === long.length ? same + 1 : same);
  return restOfShort === long.slice(same + 1);
}
