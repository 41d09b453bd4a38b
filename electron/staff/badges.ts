/** Badges: a printed code that logs somebody in, given once and good until the next one. */
import { codeLetters, newCode, randomCharacters } from '../../shared/code.ts';
import { Refusal } from '../../shared/errors.ts';
import { staffContract } from '../../shared/staff/contract.ts';
import type { Language } from '../../shared/text.ts';
import { documentOf } from '../document.ts';
import type { TillParts } from '../parts.ts';
import { sha256 } from '../sha256.ts';
import { type WriteScope, writingVerb } from '../verb.ts';
import { personOf } from './queries.ts';

/** What a badge asks of the printers; lent by the wiring. */
export interface BadgeRooms {
  /** Queues the slip with the badge and answers whether the shop has a printer. The till forgets what it said. */
  readonly printBadge: (
    scope: WriteScope,
    slip: {
      readonly badgeId: string;
      readonly code: string;
      readonly personName: string;
      readonly shopName: string;
      readonly language: Language;
    },
  ) => Promise<boolean>;
}

/** Only the code's fingerprint is kept; the one before it is good no more. Refuses OwnerNeedsPassword. */
export const giveBadge = (parts: Pick<TillParts, 'printQueue'>, rooms: BadgeRooms) =>
  writingVerb(staffContract.giveBadge, async (scope, { personId }) => {
    const person = await personOf(scope.trx, personId);
    if (person === undefined) throw new Refusal('NotFound', { what: 'person' });
    if (person.role === 'owner') throw new Refusal('OwnerNeedsPassword');
    const code = newCode(codeLetters.badge, scope.random(randomCharacters));
    const kept = { code_hash: sha256(code), given_at: scope.now };
    await scope.trx
      .insertInto('badge')
      .values({ person_id: personId, ...kept })
      .onConflict((conflict) => conflict.column('person_id').doUpdateSet(kept))
      .execute();
    const { name: shopName, language } = scope.settings;
    const badgeId = scope.newId();
    const slip = { badgeId, code, personName: person.name, shopName, language };
    const isPrinted = await rooms.printBadge(scope, slip);
    await scope.follow(documentOf(scope, 'badgeGiven', { personId }));
    scope.changed('staff', 'receipt');
    scope.afterCommit(() => parts.printQueue.wake());
    return { code, isPrinted };
  });

export const takeBadge = writingVerb(staffContract.takeBadge, async (scope, { personId }) => {
  const { numDeletedRows } = await scope.trx
    .deleteFrom('badge')
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow();
  if (numDeletedRows === 0n) throw new Refusal('NotFound', { what: 'badge' });
  await scope.follow(documentOf(scope, 'badgeTaken', { personId }));
  scope.changed('staff');
  return {};
});
