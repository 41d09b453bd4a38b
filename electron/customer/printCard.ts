/** The verb customer.printCard: an issued card on the receipt printer, with the number it has. */
import { maskCardNumber, readCardNumber } from '../../shared/customer/cardNumber.ts';
import { customerContract } from '../../shared/customer/contract.ts';
import { Refusal } from '../../shared/errors.ts';
import { documentOf } from '../document.ts';
import type { PrintQueue } from '../parts.ts';
import { queuePrint } from '../receipt/inTransaction.ts';
import { defaultPrinter } from '../receipt/queries.ts';
import { writingVerb } from '../verb.ts';
import { customerCardPaper } from './paper.ts';
import { customerFacts, issuedCard } from './queries.ts';

/** In the language of its customer, else of the shop; a blocked card is not printed again. */
export const printCard = (parts: { readonly printQueue: Pick<PrintQueue, 'wake'> }) =>
  writingVerb(customerContract.printCard, async (scope, { cardNumber }) => {
    const { trx, settings } = scope;
    const card = await issuedCard(trx, readCardNumber(cardNumber) ?? cardNumber);
    if (card === null || card.isBlocked) throw new Refusal('CardNotIssued');
    const printer = await defaultPrinter(trx);
    if (printer === null) throw new Refusal('NoPrinter');
    const customer = card.customerId === null ? null : await customerFacts(trx, card.customerId);

    const document = documentOf(scope, 'customerCard', { card: maskCardNumber(card.number) });
    await queuePrint(trx, {
      id: scope.newId(),
      documentKind: 'customerCard',
      documentId: document.id,
      purpose: 'original',
      copyNumber: 0,
      printerId: printer.id,
      blocks: customerCardPaper({
        shopName: settings.name,
        language: customer?.language ?? settings.language,
        number: card.number,
        isRegistered: card.isRegistered,
      }),
      at: scope.now,
    });
    await scope.follow({ ...document, customerId: customer?.id ?? null });
    scope.changed('receipt');
    scope.afterCommit(parts.printQueue.wake);
    return {};
  });
