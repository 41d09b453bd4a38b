/** Everything `npm run verify` proves about a shop's file; nothing is written. */
import { bonusChecks } from './verifyBonus.ts';
import type { Check, Checked, Db } from './verifyCheck.ts';
import { creditChecks } from './verifyCredit.ts';
import { gameChecks } from './verifyGames.ts';
import { ledgerChecks } from './verifyLedger.ts';
import { paidChecks } from './verifyPaid.ts';
import { recordChecks } from './verifyRecords.ts';
import { returnChecks } from './verifyReturns.ts';
import { saleChecks } from './verifySales.ts';

export const checks: readonly Check[] = [
  ...ledgerChecks,
  ...bonusChecks,
  ...creditChecks,
  ...gameChecks,
  ...saleChecks,
  ...returnChecks,
  ...paidChecks,
  ...recordChecks,
];

export interface Verified extends Checked {
  readonly proves: string;
  readonly of: string;
}

/** Runs every check in turn; `told` hears of each as soon as it is done. */
export async function verifyShop(
  db: Db,
  told: (verified: Verified) => void = () => {},
): Promise<readonly Verified[]> {
  const all: Verified[] = [];
  for (const { proves, of, run } of checks) {
    const verified = { proves, of, ...(await run(db)) };
    all.push(verified);
    told(verified);
  }
  return all;
}
