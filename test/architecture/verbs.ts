/** Every verb of the contract names an action, and somebody may do it. */
import type { Violation } from './syntax.ts';

interface Procedure {
  readonly '~orpc': { readonly meta: { readonly action?: unknown } };
}

const isProcedure = (value: unknown): value is Procedure =>
  typeof value === 'object' && value !== null && '~orpc' in value;

/** The verbs below a contract by their path, e.g. `sale.complete`. */
export function verbsIn(contract: object, path = ''): readonly (readonly [string, Procedure])[] {
  return Object.entries(contract).flatMap(([name, value]) => {
    const here = path === '' ? name : `${path}.${name}`;
    if (isProcedure(value)) return [[here, value] as const];
    return typeof value === 'object' && value !== null ? verbsIn(value, here) : [];
  });
}

/** What no rule allows is refused: a verb whose action is missing in the table would be refused to everybody. */
export function verbsWithoutAction(
  contract: object,
  permissions: Readonly<Record<string, readonly unknown[]>>,
): Violation[] {
  return verbsIn(contract).flatMap(([verb, procedure]) => {
    const { action } = procedure['~orpc'].meta;
    const known =
      action === 'anyone' || (typeof action === 'string' && (permissions[action]?.length ?? 0) > 0);
    if (known) return [];
    const says = `${verb} names ${action ? `the action ${String(action)}, which nobody may do` : 'no action'}`;
    return [{ rule: 'actions', file: 'shared/contract.ts', line: 1, says }];
  });
}
