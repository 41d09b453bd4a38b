/** Where an answer differs from what a scenario expects. */

export interface Difference {
  /** Where in the answer, as `lines.0.netSom`. */
  readonly at: string;
  readonly expected: unknown;
  readonly answered: unknown;
}

/**
 * Compares only what is expected: an object may have more fields than the expectation names, a list must have as many
 * items as it lists.
 *
 * | expected              | answered                        | differs                     |
 * |-----------------------|---------------------------------|-----------------------------|
 * | `{ netSom: 900 }`     | `{ netSom: 900, vatSom: 96 }`   | no                          |
 * | `{ lines: [{}, {}] }` | one line                        | `lines`: 2 items, 1 item    |
 */
export function differences(expected: unknown, answered: unknown, at = ''): readonly Difference[] {
  if (Array.isArray(expected)) {
    if (!Array.isArray(answered)) return [{ at, expected, answered }];
    if (expected.length !== answered.length) {
      return [{ at, expected: `${expected.length} items`, answered: `${answered.length} items` }];
    }
    return expected.flatMap((item, place) => differences(item, answered[place], below(at, String(place))));
  }
  if (isRecord(expected)) {
    if (!isRecord(answered)) return [{ at, expected, answered: answered ?? null }];
    return Object.entries(expected).flatMap(([key, item]) =>
      differences(item, answered[key], below(at, key)),
    );
  }
  return Object.is(expected, answered) ? [] : [{ at, expected, answered: answered ?? null }];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function below(at: string, key: string): string {
  return at === '' ? key : `${at}.${key}`;
}
