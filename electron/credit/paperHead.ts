/** What every paper of this room begins with, read for one of them. */
import type { Som } from '../../shared/money.ts';
import { customerFacts } from '../customer/queries.ts';
import { personOf } from '../staff/queries.ts';
import type { WriteScope } from '../verb.ts';
import type { PaidOnPaper, PaperHead } from './paper.ts';
import { providerNames } from './paperWords.ts';

/** In the language of the customer it is for, else in the shop's own. */
export async function paperHead(scope: WriteScope, customerId: string | null): Promise<PaperHead> {
  const { actor, now: at, settings, trx } = scope;
  const customer = customerId === null ? null : await customerFacts(trx, customerId);
  const person = await personOf(trx, actor.personId);
  return {
    language: customer?.language ?? settings.language,
    settings,
    cashierName: person?.name ?? '',
    at,
  };
}

/** What was paid, with its provider as it calls itself. */
export function paidOnPaper({ kind, provider, receivedCashSom, changeSom }: StoredPayment): PaidOnPaper {
  return { kind, providerName: providerNames[provider ?? ''] ?? '', receivedCashSom, changeSom };
}

interface StoredPayment {
  readonly kind: PaidOnPaper['kind'];
  readonly provider: string | null;
  readonly receivedCashSom: Som;
  readonly changeSom: Som;
}
