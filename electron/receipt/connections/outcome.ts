/** What can be said honestly about a job after it was handed to a connection. */
import type { BlockedReason, RetryReason, UnknownReason } from '../../../shared/receipt/printState.ts';

/**
 * `blocked`, `retry` and `failed` promise that no byte of the job reached the printer; after the first byte everything
 * that goes wrong is `unknown`. `printed` needs the printer's own word; a printer that says nothing leaves
 * `sentUnconfirmed`. Only `failed` is not tried again by itself.
 */
export type PrintOutcome =
  | { readonly state: 'printed' }
  | { readonly state: 'sentUnconfirmed' }
  | { readonly state: 'blocked'; readonly reason: BlockedReason }
  | { readonly state: 'retry'; readonly reason: RetryReason }
  | { readonly state: 'unknown'; readonly reason: UnknownReason }
  | { readonly state: 'failed'; readonly reason: 'driverNotHere' };
