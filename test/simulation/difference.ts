/** How the simulation says that the till and the rules disagree. */

/** The first difference ends a run. */
export class Difference extends Error {
  readonly what: string;
  readonly rules: unknown;
  readonly till: unknown;

  constructor(what: string, rules: unknown, till: unknown) {
    super(`${what}: by the rules ${textOf(rules)}, in the till ${textOf(till)}`);
    this.name = 'Difference';
    this.what = what;
    this.rules = rules;
    this.till = till;
  }
}

const textOf = (value: unknown): string => JSON.stringify(value);

/** Throws a Difference unless both are written alike. */
export function same(what: string, rules: unknown, till: unknown): void {
  if (textOf(rules) !== textOf(till)) throw new Difference(what, rules, till);
}
