/** Reads a text that is asked for again and again, and seldom changes, only once. */

/** So many texts are remembered; more would be a list of things that change. */
const remembered = 32;

export interface ReadOnce<T> {
  /** What the text says. A text that cannot be read throws every time. */
  (text: string): T;
  /** Remembers what a text says that was just written. */
  readonly keep: (text: string, value: T) => void;
}

/** Remembers what the last texts say: JSON of settings, of a printer, of an open basket. What was read must not be changed. */
export function readOnce<T>(read: (text: string) => T): ReadOnce<T> {
  const known = new Map<string, T>();
  function keep(text: string, value: T): void {
    const [oldest] = known.keys();
    if (known.size >= remembered && oldest !== undefined) known.delete(oldest);
    known.set(text, value);
  }
  function valueOf(text: string): T {
    const found = known.get(text);
    if (found !== undefined) return found;
    const value = read(text);
    keep(text, value);
    return value;
  }
  return Object.assign(valueOf, { keep });
}
