/** Reads the text of a row only when it has changed since it was read the last time. */

/** The texts of so many rows are remembered. */
const remembered = 32;

export interface ReadOnce<T> {
  /** What the text of a row says. A text that cannot be read throws every time. */
  (row: string, text: string): T;
  /** Remembers what a text says that is just being written. */
  readonly keep: (row: string, text: string, value: T) => void;
}

/**
 * For JSON that is asked for again and again: the settings, a printer, an open basket. The text itself decides, so that a row
 * that was rolled back or changed elsewhere is read anew. What was read must not be changed.
 */
export function readOnce<T>(read: (text: string) => T): ReadOnce<T> {
  const known = new Map<string, { readonly text: string; readonly value: T }>();
  function keep(row: string, text: string, value: T): void {
    known.delete(row);
    known.set(row, { text, value });
    const [oldest] = known.keys();
    if (known.size > remembered && oldest !== undefined) known.delete(oldest);
  }
  function meaningOf(row: string, text: string): T {
    const found = known.get(row);
    if (found?.text === text) return found.value;
    const value = read(text);
    keep(row, text, value);
    return value;
  }
  return Object.assign(meaningOf, { keep });
}
