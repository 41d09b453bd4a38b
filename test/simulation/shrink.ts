/** Finds few operations of a long run that still make the till and the rules part. */

/** Leaves out halves, quarters, eighths … as long as what is left still fails; gives up after so many tries. */
export async function shrink<Item>(
  items: readonly Item[],
  fails: (some: readonly Item[]) => Promise<boolean>,
  mostTries = 150,
): Promise<readonly Item[]> {
  let left = items;
  let tries = 0;
  for (let size = Math.ceil(items.length / 2); size >= 1 && tries < mostTries; ) {
    let isShorter = false;
    for (let from = 0; from < left.length && tries < mostTries; ) {
      const fewer = [...left.slice(0, from), ...left.slice(from + size)];
      tries += 1;
      if (fewer.length < left.length && (await fails(fewer))) {
        left = fewer;
        isShorter = true;
      } else {
        from += size;
      }
    }
    if (size === 1 && !isShorter) break;
    size = size === 1 ? 1 : Math.ceil(size / 2);
  }
  return left;
}
