/** Knows whether code runs inside a transaction, so that using the root handle there is refused at once. */
import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * `waiting` for its turn, `holding` the connection, or `over`: work it left behind may use the root handle
 * again.
 */
export interface TransactionScope {
  state: 'waiting' | 'holding' | 'over';
}

const scopes = new AsyncLocalStorage<TransactionScope>();

/**
 * Thrown when code inside a transaction uses the root handle: it would wait for itself for ever. A bug,
 * never the user's doing.
 */
export class NestedUse extends Error {
  constructor() {
    super('inside a transaction use the transaction, not the root handle');
    this.name = 'NestedUse';
  }
}

export function currentScope(): TransactionScope | undefined {
  return scopes.getStore();
}

/** Throws NestedUse when the caller stands inside an open transaction. */
export function refuseNestedUse(): void {
  if (scopes.getStore()?.state === 'holding') throw new NestedUse();
}

/**
 * Runs a function in a new scope, which the driver marks as the holder once its connection is handed over.
 */
export function inNewScope<T>(run: () => Promise<T>): Promise<T> {
  refuseNestedUse();
  return scopes.run({ state: 'waiting' }, run);
}
