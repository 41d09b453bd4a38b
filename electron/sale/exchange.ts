/** An exchange: goods of a finished receipt come back with a sale, and their money pays for it, in one act. */
import { Refusal } from '../../shared/errors.ts';
import { type Som, subtractSom, zeroSom } from '../../shared/money.ts';
import type { BasketChange } from '../../shared/sale/basketChange.ts';
import type { BasketContent } from '../../shared/sale/basketContent.ts';
import type { Basket } from '../../shared/sale/basketContract.ts';
import { moneyKept } from '../../shared/sale/moneyBack.ts';
import { mayDo } from '../../shared/staff/permissions.ts';
import type { LocalText } from '../../shared/text.ts';
import { documentOf } from '../document.ts';
import { personOf } from '../staff/queries.ts';
import type { WriteScope } from '../verb.ts';
import type { DecidedReturn, ReturnDecision } from './decidedReturn.ts';
import { decideReturn, tendersOfExchange } from './decideReturn.ts';
import { printReturn } from './printReturn.ts';
import { saleWithParts } from './queries.ts';
import { insertExchange } from './returnQueries.ts';
import { saveReturn } from './saveReturn.ts';
import type { ReturnSource } from './soldSale.ts';
import { named, requireInTime, sourceOfWriting } from './takeBack.ts';
import { whoMay } from './whoMay.ts';

type Wanted = NonNullable<BasketContent['exchange']>;

/** The exchange of a basket as it is now. */
export interface LoadedExchange {
  readonly wanted: Wanted;
  readonly receiptNumber: number;
  readonly lines: readonly { readonly name: LocalText; readonly quantityThousandths: number }[];
  /** What the return does; or why it cannot be done any more, because the same goods came back elsewhere. */
  readonly decision: ReturnDecision | Refusal;
}

/** Puts goods that come back into the basket, or takes them out; refuses at once whatever the return would be refused for. */
export async function putExchange(
  scope: WriteScope,
  content: BasketContent,
  { exchange }: Extract<BasketChange, { kind: 'exchange' }>,
): Promise<BasketContent> {
  if (exchange === null) return { ...content, exchange: null };
  const action = 'sale.takeBack';
  const approvedBy = whoMay(scope, action);
  if (approvedBy === null) throw new Refusal('NotAllowed', { action });
  const decision = await decideReturn(sourceOfWriting(scope), { ...exchange, moneyBack: 'asPaid' });
  requireInTime(scope.actor, decision);
  return { ...content, exchange: { ...exchange, approvedBy } };
}

/** Looks at the exchange of a basket anew; null without one. A screen shows also one that cannot be done any more. */
export async function loadExchange(
  source: ReturnSource,
  { exchange: wanted }: BasketContent,
): Promise<LoadedExchange | null> {
  if (wanted === null) return null;
  const rows = await saleWithParts(source.db, wanted.saleId);
  if (rows === null) throw new Error('the receipt of an exchange is gone');
  const lines = wanted.lines.map(({ lineNumber, quantityThousandths }) => {
    const sold = rows.lines.find((each) => each.line_no === lineNumber);
    return { name: JSON.parse(sold?.name_json ?? '{}') as LocalText, quantityThousandths };
  });
  return {
    wanted,
    receiptNumber: rows.sale.number,
    lines,
    decision: await decidedOrRefused(source, wanted),
  };
}

async function decidedOrRefused(source: ReturnSource, wanted: Wanted): Promise<ReturnDecision | Refusal> {
  try {
    return await decideReturn(source, { ...wanted, moneyBack: 'asPaid' });
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/** The money that the goods bring; 0 without any, and while they cannot come back. */
export function exchangeMoney(exchange: LoadedExchange | null): Som {
  if (exchange === null || exchange.decision instanceof Refusal) return zeroSom;
  return exchange.decision.moneyBackSom;
}

/** The lots of the customer after their goods came back; null where nothing of theirs moves. */
export function lotsAfterExchange(exchange: LoadedExchange | null, customerId: string) {
  if (exchange === null || exchange.decision instanceof Refusal) return null;
  const { bonusAfter, sale } = exchange.decision;
  return sale.customerId === customerId ? (bonusAfter?.lots ?? null) : null;
}

/** What the sell screen shows of it. */
export function exchangeShown(exchange: LoadedExchange | null, usedSom: Som): Basket['exchange'] {
  if (exchange === null) return null;
  const { wanted, receiptNumber, decision } = exchange;
  const isRefusedNow = decision instanceof Refusal;
  const moneyBackSom = exchangeMoney(exchange);
  return {
    saleId: wanted.saleId,
    number: receiptNumber,
    reason: wanted.reason,
    lines: exchange.lines.map(({ name, quantityThousandths }) => ({
      name,
      quantityThousandths: quantityThousandths as Wanted['lines'][number]['quantityThousandths'],
    })),
    moneyBackSom,
    usedSom,
    restSom: subtractSom(moneyBackSom, usedSom),
    bonusTakenBackSom: isRefusedNow ? zeroSom : decision.bonusTakenBackSom,
    problem: isRefusedNow ? decision.code : null,
  };
}

/** The return of an exchange after it was written, and how the money that pays for the sale had once come. */
export interface ExchangedReturn {
  readonly returnId: string;
  readonly number: number;
  readonly usedSom: Som;
  readonly restSom: Som;
  readonly origins: ReturnType<typeof moneyKept>;
}

/**
 * Takes the goods back first, in the transaction of the sale that they pay for: their bonus moves before the sale's. Throws
 * ReturnTooMuch when another window was faster, ReturnTooLate when it is late by now and whoever allowed it may not.
 */
export async function takeBackInExchange(
  scope: WriteScope,
  { wanted, decision }: LoadedExchange,
  usedSom: Som,
): Promise<ExchangedReturn> {
  if (decision instanceof Refusal) throw decision;
  await requireStillInTime(scope, wanted, decision);
  const names = await named(scope);
  const { approvedBy, reason } = wanted;
  const decided: DecidedReturn = {
    ...decision,
    ...names,
    reason,
    approverId: approvedBy === scope.actor.personId ? null : approvedBy,
    tenders: tendersOfExchange(decision, usedSom, names.number),
  };
  const rows = await saveReturn(scope, decided);
  await printReturn(scope, decided, rows);
  const { moneyBackSom } = decision;
  const restSom = subtractSom(moneyBackSom, usedSom);
  return {
    returnId: decided.returnId,
    number: decided.number,
    usedSom,
    restSom,
    origins: moneyKept(moneyBackSom, restSom, decision.sale.moneyPaid),
  };
}

/** Whoever allowed it stands for it, also for a basket that waited until the days of return were over. */
async function requireStillInTime(
  { actor, trx }: WriteScope,
  { approvedBy }: Wanted,
  decision: ReturnDecision,
): Promise<void> {
  if (!decision.isLate) return;
  const person = approvedBy === null ? undefined : await personOf(trx, approvedBy);
  const isAllowed = person !== undefined && mayDo(person.role, 'sale.takeBackLate', actor.permissions);
  if (!isAllowed) requireInTime(actor, decision);
}

/** Ties the return and the sale that it paid for; the document stands after both. */
export async function tieExchange(
  scope: WriteScope,
  saleId: string,
  { returnId, number, usedSom, restSom, origins }: ExchangedReturn,
): Promise<void> {
  await insertExchange(scope.trx, { saleId, returnId, usedSom, restSom, origins });
  await scope.follow(
    documentOf(scope, 'exchange', {
      sale: saleId,
      return: returnId,
      returnNumber: number,
      usedSom,
      restSom,
      origins: origins.map(({ kind, provider, amountSom }) => ({ kind, provider, amountSom })),
    }),
  );
}
