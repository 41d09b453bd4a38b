/** The first start: one act makes the shop, its owner, its first cashier and its printer, or nothing at all. */
import { Refusal } from '../../shared/errors.ts';
import { shopContract } from '../../shared/shop/contract.ts';
import { documentOf } from '../document.ts';
import type { TillParts } from '../parts.ts';
import { preparedVerb } from '../verb.ts';
import { requireUsableFolder } from './folder.ts';
import { keepSettings } from './inTransaction.ts';
import type { Neighbours } from './neighbours.ts';

type StartRooms = Pick<
  Neighbours,
  'hasOwner' | 'prepareFirstPeople' | 'addFirstPrinter' | 'printRecoveryCode'
>;

/**
 * The journal begins with the document `shopStarted`; what higher rooms give a new shop (its first coupon series) follows
 * it. The recovery code is answered once, for the screen, and printed when a printer was chosen.
 */
export const start = (parts: Pick<TillParts, 'printQueue'>, rooms: StartRooms) =>
  preparedVerb(shopContract.start, async (prepared, input) => {
    const settings = { ...input.settings, language: input.language };
    if (settings.backupFolder !== '') await requireUsableFolder(settings.backupFolder);
    const { owner, cashier, printer } = input;
    const addPeople = await rooms.prepareFirstPeople({ owner, cashier }, prepared.random);
    return async (scope) => {
      if (await rooms.hasOwner(scope.trx)) throw new Refusal('ShopAlreadyStarted');
      await keepSettings(scope.trx, settings, { now: scope.now });
      const people = await addPeople(scope);
      if (printer !== null) await rooms.addFirstPrinter(scope, printer);
      await rooms.printRecoveryCode(scope, {
        codeId: people.recoveryCodeId,
        code: people.recoveryCode,
        shopName: settings.name,
        language: settings.language,
      });
      await scope.follow(
        documentOf(scope, 'shopStarted', {
          ownerId: people.ownerId,
          cashierId: people.cashierId,
          language: settings.language,
          hasPrinter: printer !== null,
        }),
      );
      scope.changed('shop', 'staff', 'receipt');
      scope.afterCommit(() => parts.printQueue.wake());
      return { recoveryCode: people.recoveryCode, personId: people.ownerId };
    };
  });
