/** The people of a new shop: its owner with a recovery code, and the first cashier. */
import { Refusal } from '../../shared/errors.ts';
import { foldRecoveryCode, newRecoveryCode, recoveryCodeLength } from '../../shared/staff/recoveryCode.ts';
import { isGoodPassword, isGoodPin } from '../../shared/staff/secret.ts';
import { tidyName } from '../../shared/text.ts';
import type { Random } from '../ids.ts';
import type { WriteScope } from '../verb.ts';
import { insertPerson, replaceRecoveryCode } from './inTransaction.ts';
import { hashSecret } from './secrets.ts';

export interface FirstPeople {
  readonly owner: { readonly name: string; readonly password: string };
  readonly cashier: { readonly name: string; readonly pin: string } | null;
}

export interface AddedPeople {
  readonly ownerId: string;
  readonly cashierId: string | null;
  /** As it is printed; only its fingerprint is kept. */
  readonly recoveryCode: string;
  readonly recoveryCodeId: string;
}

/**
 * Hashes everything first and answers what adds the people inside a transaction. Refuses WeakPassword and WeakPin before
 * anything is written.
 */
export async function prepareFirstPeople(
  { owner, cashier }: FirstPeople,
  random: Random,
): Promise<(scope: WriteScope) => Promise<AddedPeople>> {
  if (!isGoodPassword(owner.password)) throw new Refusal('WeakPassword');
  if (cashier !== null && !isGoodPin(cashier.pin)) throw new Refusal('WeakPin');
  const recoveryCode = newRecoveryCode(random(recoveryCodeLength));
  const ownerHash = await hashSecret(owner.password, random);
  const codeHash = await hashSecret(foldRecoveryCode(recoveryCode), random);
  const first = cashier === null ? null : { ...cashier, hash: await hashSecret(cashier.pin, random) };
  return async ({ trx, newId, now: at }) => {
    const ownerId = newId();
    const name = tidyName(owner.name);
    await insertPerson(trx, { id: ownerId, name, role: 'owner', secretHash: ownerHash, at });
    const recoveryCodeId = newId();
    await replaceRecoveryCode(trx, { id: recoveryCodeId, hash: codeHash, at });
    if (first === null) return { ownerId, cashierId: null, recoveryCode, recoveryCodeId };
    const cashierId = newId();
    await insertPerson(trx, {
      id: cashierId,
      name: tidyName(first.name),
      role: 'cashier',
      secretHash: first.hash,
      at,
    });
    return { ownerId, cashierId, recoveryCode, recoveryCodeId };
  };
}
