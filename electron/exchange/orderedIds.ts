/** Ids of one long transaction in rising order: rows then lie side by side as they come, and indexes grow at their end. */

/**
 * Makes so many ids at once and gives them out from the smallest on. Ids of one transaction have one instant and differ by
 * chance, so rows written by the thousand would each land on another page of the file: five times the work. Beyond the
 * count it makes single ones.
 */
export function orderedIds(newId: () => string, count: number): () => string {
  const ids = Array.from({ length: count }, newId).sort();
  let next = 0;
  return () => ids[next++] ?? newId();
}
