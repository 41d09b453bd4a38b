/** Everything `npm run verify` and the owner's button prove about a shop's file; nothing is written. */
import type { BrokenLink, CheckGroup } from '../../shared/report/journalContract.ts';
import { createTurns } from '../turns.ts';
import { bonusChecks } from './verifyBonus.ts';
import type { Check, Checked, Db } from './verifyCheck.ts';
import { creditChecks } from './verifyCredit.ts';
import { gameChecks } from './verifyGames.ts';
import { journalChecks } from './verifyJournal.ts';
import { ledgerChecks } from './verifyLedger.ts';
import { monthChecks } from './verifyMonths.ts';
import { orderChecks } from './verifyOrders.ts';
import { paidChecks } from './verifyPaid.ts';
import { recordChecks } from './verifyRecords.ts';
import { returnChecks } from './verifyReturns.ts';
import { saleChecks } from './verifySales.ts';
import { serviceChecks } from './verifyService.ts';
import { shiftChecks } from './verifyShifts.ts';

const groups: readonly { readonly group: CheckGroup; readonly checks: readonly Check[] }[] = [
  { group: 'ledger', checks: [...ledgerChecks, ...shiftChecks, ...monthChecks] },
  { group: 'bonus', checks: bonusChecks },
  { group: 'credit', checks: creditChecks },
  { group: 'games', checks: gameChecks },
  { group: 'sales', checks: [...saleChecks, ...paidChecks] },
  { group: 'returns', checks: returnChecks },
  { group: 'service', checks: [...serviceChecks, ...orderChecks] },
  { group: 'records', checks: recordChecks },
  { group: 'journal', checks: journalChecks },
];

export interface Verified extends Checked {
  readonly group: CheckGroup;
  readonly proves: string;
  readonly of: string;
}

export interface VerifyOptions {
  /** Hears of each check as soon as it is done. */
  readonly told?: (verified: Verified) => void;
  /** The folder with the journal's own files; left out, only the database is looked at. */
  readonly folder?: string;
}

/** Runs every check in turn; whoever waits at the counter has theirs in between. */
export async function verifyShop(
  db: Db,
  { told = () => {}, folder }: VerifyOptions = {},
): Promise<readonly Verified[]> {
  const around = { folder: folder ?? null, turn: createTurns() };
  const all: Verified[] = [];
  for (const { group, checks } of groups) {
    for (const { proves, of, run } of checks) {
      const verified = { group, proves, of, ...(await run(db, around)) };
      all.push(verified);
      told(verified);
      await around.turn();
    }
  }
  return all;
}

/** The first link of the journal that is not as it was written; null when all are. */
export function firstBrokenOf(all: readonly Verified[]): BrokenLink | null {
  const broken = all.flatMap(({ broken: link }) => (link === undefined || link === null ? [] : [link]));
  return broken.reduce<BrokenLink | null>(
    (first, link) => (first === null || link.sequence < first.sequence ? link : first),
    null,
  );
}
