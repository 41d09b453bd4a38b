/** The verbs ledger.corrections and seeCorrections: balances changed by hand, and what the owner has not seen yet. */
import { correctedAccounts, ledgerContract } from '../../shared/ledger/contract.ts';
import { documentOf } from '../document.ts';
import { readingVerb, writingVerb } from '../verb.ts';
import { correctionsBefore, markSeen, unseenAlone } from './corrections.ts';

/** Newest first; the cursor is the last one shown. */
export const corrections = readingVerb(ledgerContract.corrections, async ({ db }, { cursor, limit }) => {
  const rows = await correctionsBefore(db, cursor, limit + 1);
  const shown = rows.slice(0, limit);
  return {
    corrections: shown.map((row) => ({
      id: row.id,
      at: row.corrected_at,
      account: accountOf(row.account_kind),
      subject: row.customer_id === null ? row.subject_id : nameOf(row),
      customerId: row.customer_id,
      amountSom: row.amount_som,
      reason: row.reason,
      personName: row.person_name,
      approverName: row.approver_name,
      isAlone: row.is_alone === 1,
      isSeen: row.seen_at !== null,
    })),
    unseenAlone: await unseenAlone(db),
    nextCursor: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
  };
});

/** A customer without a name is told by the last digits of the phone, as a receipt does. */
function nameOf({
  name,
  phone_last4: digits,
}: {
  readonly name: string | null;
  readonly phone_last4: string | null;
}) {
  if (name !== null && name !== '') return name;
  return digits === null ? '' : `…${digits}`;
}

function accountOf(kind: string) {
  const known = correctedAccounts.find((account) => account === kind);
  if (known === undefined) throw new Error(`${kind} is not corrected by hand`);
  return known;
}

export const seeCorrections = writingVerb(ledgerContract.seeCorrections, async (scope) => {
  const count = await markSeen(scope.trx, scope.now);
  if (count > 0) {
    await scope.follow(documentOf(scope, 'correctionsSeen', { count }));
    scope.changed('loyalty');
  }
  return {};
});
