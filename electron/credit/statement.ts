/** The verb credit.printStatement: what a customer owes, on paper, to be signed. */
import { creditContract } from '../../shared/credit/contract.ts';
import { consentVersion, consentWording } from '../../shared/customer/consent.ts';
import { phoneMask } from '../../shared/customer/phoneMask.ts';
import { Refusal } from '../../shared/errors.ts';
import { som } from '../../shared/money.ts';
import type { BusinessDay } from '../../shared/time.ts';
import { whoConsented } from '../customer/inTransaction.ts';
import { documentOf } from '../document.ts';
import { writingVerb } from '../verb.ts';
import { livingCustomer } from './livingCustomer.ts';
import { statementPaper } from './paper.ts';
import { paperHead } from './paperHead.ts';
import { type PrintingParts, printSlip } from './printSlip.ts';
import { openDebtRows, receiptNumbersOf } from './queries.ts';

/**
 * In the customer's language. Whoever came into the book from the paper notebook has given no consent yet: then the paper
 * asks for it too, in the wording of today, with a line of its own to sign.
 */
export const printStatement = (parts: PrintingParts) =>
  writingVerb(creditContract.printStatement, async (scope, input) => {
    const { trx, businessDay } = scope;
    const customer = await livingCustomer(trx, input.customerId);
    const rows = await openDebtRows(trx, customer.id);
    const receipts = await receiptNumbersOf(
      trx,
      rows.flatMap((row) => row.sale_id ?? []),
    );
    const head = await paperHead(scope, customer.id);
    const agreed = await whoConsented(trx, [customer.id], 'profile');
    const wording = consentWording(consentVersion, head.language)?.profile ?? null;

    const document = documentOf(scope, 'debtStatement', { debts: rows.length });
    const isQueued = await printSlip(scope, parts, {
      documentKind: 'debtStatement',
      documentId: document.id,
      blocks: statementPaper({
        ...head,
        customerName: customer.name,
        // Everybody at the till may look at the paper again.
        phone: customer.phone === null ? null : phoneMask(customer.phone, '*'),
        day: businessDay,
        debts: rows.map((row) => ({
          takenOn: row.taken_on as BusinessDay,
          dueOn: row.due_on as BusinessDay,
          receiptNumber: receipts.get(row.sale_id ?? '') ?? null,
          note: row.note,
          amountSom: som(row.amount_som),
          openSom: som(row.open_som),
        })),
        consent: agreed.has(customer.id) ? null : wording,
      }),
      movesCash: false,
    });
    if (!isQueued) throw new Refusal('NoPrinter');
    await scope.follow({ ...document, customerId: customer.id });
    return {};
  });
