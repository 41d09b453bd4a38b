/** The owner's way back with the printed recovery code: a new password and a new code for the next time. */
import { Refusal } from '../../shared/errors.ts';
import { staffContract } from '../../shared/staff/contract.ts';
import { foldRecoveryCode, newRecoveryCode, recoveryCodeLength } from '../../shared/staff/recoveryCode.ts';
import { isGoodPassword } from '../../shared/staff/secret.ts';
import type { Language } from '../../shared/text.ts';
import { documentOf } from '../document.ts';
import type { TillParts } from '../parts.ts';
import { preparedVerb, type WriteScope } from '../verb.ts';
import { checkSecret, forgetAttempts, recoverySubject } from './attempts.ts';
import { replaceRecoveryCode } from './inTransaction.ts';
import { refusalOf } from './logIn.ts';
import { activePeople, shownPerson, unusedRecoveryCode } from './queries.ts';
import { hashSecret } from './secrets.ts';

/** What recovery asks of the printers; lent by the wiring. */
export interface RecoveryRooms {
  /** Queues the slip with the code when the shop has a printer. */
  readonly printRecoveryCode: (
    scope: WriteScope,
    slip: {
      readonly codeId: string;
      readonly code: string;
      readonly shopName: string;
      readonly language: Language;
    },
  ) => Promise<void>;
}

/**
 * The password of the owner who is named, or of the first one. Refuses like a log-in, and WeakPassword before the code is looked at. A code works once: whoever comes second with it,
 * even at the same moment, is refused like a wrong one.
 */
export const recover = (parts: Pick<TillParts, 'printQueue'>, rooms: RecoveryRooms) =>
  preparedVerb(staffContract.recover, async (prepared, input) => {
    const owners = (await activePeople(prepared.db)).filter((person) => person.role === 'owner');
    if (owners.length === 0) throw new Refusal('ShopNotReady');
    const owner = input.personId === undefined ? owners[0] : owners.find(({ id }) => id === input.personId);
    if (owner === undefined) throw new Refusal('NotFound', { what: 'person' });
    if (!isGoodPassword(input.password)) throw new Refusal('WeakPassword');
    const known = await unusedRecoveryCode(prepared.db);
    const checked = await checkSecret(prepared.db, {
      subject: recoverySubject,
      secret: foldRecoveryCode(input.recoveryCode),
      hash: known?.code_hash,
      now: prepared.now,
    });
    // Refused inside, after a repetition of an answered request had its own answer.
    if (checked.kind !== 'right') {
      return async () => {
        throw refusalOf(checked);
      };
    }
    const secretHash = await hashSecret(input.password, prepared.random);
    const recoveryCode = newRecoveryCode(prepared.random(recoveryCodeLength));
    const codeHash = await hashSecret(foldRecoveryCode(recoveryCode), prepared.random);
    return async (scope) => {
      if ((await unusedRecoveryCode(scope.trx))?.id !== known?.id) throw refusalOf(usedMeanwhile);
      const codeId = scope.newId();
      await replaceRecoveryCode(scope.trx, { id: codeId, hash: codeHash, at: scope.now });
      await scope.trx
        .updateTable('person')
        .set({ secret_hash: secretHash })
        .where('id', '=', owner.id)
        .execute();
      await forgetAttempts(scope.trx, owner.id);
      await forgetAttempts(scope.trx, recoverySubject);
      const { name: shopName, language } = scope.settings;
      await rooms.printRecoveryCode(scope, { codeId, code: recoveryCode, shopName, language });
      await scope.follow(documentOf(scope, 'recovery', { personId: owner.id }));
      scope.changed('staff', 'receipt');
      scope.afterCommit(() => parts.printQueue.wake());
      return { recoveryCode, person: shownPerson(owner) };
    };
  });

const usedMeanwhile = { kind: 'wrong', triesLeft: 0 } as const;
