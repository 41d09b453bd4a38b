/** The verb loyalty.printRules: the rules of the programme as they hold now, on the receipt printer. */
import { Refusal } from '../../shared/errors.ts';
import { loyaltyContract } from '../../shared/loyalty/contract.ts';
import { documentOf } from '../document.ts';
import type { PrintQueue } from '../parts.ts';
import { queuePrint } from '../receipt/inTransaction.ts';
import { defaultPrinter } from '../receipt/queries.ts';
import { writingVerb } from '../verb.ts';
import { programmeInWords } from './programmeWords.ts';
import { rulesPaper } from './rulesPaper.ts';

/** Its document notes when the rules were given to customers in which language. */
export const printRules = (parts: { readonly printQueue: Pick<PrintQueue, 'wake'> }) =>
  writingVerb(loyaltyContract.printRules, async (scope, { language }) => {
    const { trx, settings, businessDay: day } = scope;
    const printer = await defaultPrinter(trx);
    if (printer === null) throw new Refusal('NoPrinter');
    const sections = await programmeInWords(trx, settings);
    const document = documentOf(scope, 'programmeRules', { language });
    await queuePrint(trx, {
      id: scope.newId(),
      documentKind: 'programmeRules',
      documentId: document.id,
      purpose: 'original',
      copyNumber: 0,
      printerId: printer.id,
      blocks: rulesPaper({ sections, settings, language, day }),
      at: scope.now,
    });
    await scope.follow(document);
    scope.changed('receipt');
    scope.afterCommit(parts.printQueue.wake);
    return {};
  });
