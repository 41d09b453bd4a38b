/** A shop with its owner's office, and the acts on a complaint, for tests of the service room. */
import { apologise } from '../../../electron/service/apologise.ts';
import { showComplaint } from '../../../electron/service/complaintReads.ts';
import { answerComplaint, closeComplaint, openComplaint } from '../../../electron/service/complaintVerbs.ts';
import { inTransaction, systemActor, type VerbInput, type WriteScope } from '../../../electron/verb.ts';
import type { serviceContract } from '../../../shared/service/contract.ts';
import { ownerPassword } from '../../till.ts';
import { type Counter, openCounter } from '../sale/counter.ts';

export type Opening = VerbInput<typeof serviceContract.openComplaint>;

export const office = 'office';

export async function openShop(settings = {}) {
  const shop = await openCounter({ settings });
  shop.workAs(shop.ownerId, office);
  return shop;
}

export const open = (shop: Counter, different: Partial<Opening> = {}) =>
  shop.call(openComplaint, {
    intentionId: shop.newId(),
    saleId: null,
    lineNumber: null,
    productId: null,
    sellerId: null,
    customerId: null,
    topic: 'quality',
    words: 'Choy nam ekan',
    reach: '',
    channel: 'shop',
    ...different,
  });

export const answer = (shop: Counter, complaintId: string, key?: string) => {
  const said = { complaintId, channel: 'phone', words: 'Uzr, almashtiramiz' } as const;
  return shop.call(answerComplaint, { intentionId: shop.newId(), ...said }, key);
};

export const close = (shop: Counter, complaintId: string, outcome: 'solved' | 'unreachable' = 'solved') =>
  shop.call(closeComplaint, { intentionId: shop.newId(), complaintId, outcome, words: '' });

export const show = (shop: Counter, complaintId: string) => shop.call(showComplaint, { complaintId });

export type Given = VerbInput<typeof serviceContract.apologise>['apology'];
export const bonusOf = (amountSom: number): Given => ({ kind: 'bonus', amountSom });
export const sorry = (
  shop: Counter,
  complaintId: string,
  apology: Given,
  isOwnerBeside = false,
  key?: string,
) =>
  shop.call(
    apologise(shop.till.parts),
    {
      intentionId: shop.newId(),
      complaintId,
      apology,
      ...(isOwnerBeside ? { approval: { personId: shop.ownerId, secret: ownerPassword } } : {}),
    },
    key,
  );

export const within = <T>(shop: Counter, work: (scope: WriteScope) => Promise<T>) => {
  const host = shop.till.host();
  return inTransaction(host, { key: 'test' }, systemActor(host.tillId), work);
};

export async function soldTo(shop: Counter) {
  const { customerId, card } = await shop.cardHolder();
  await shop.cashier.put('a', 'b');
  await shop.cashier.scan(card);
  const { saleId } = await shop.cashier.pay();
  const { receipt_code: code } = await shop.db
    .selectFrom('sale')
    .select('receipt_code')
    .where('id', '=', saleId)
    .executeTakeFirstOrThrow();
  return { customerId, saleId, code };
}

export const journal = async (shop: Counter, kind: string) =>
  (
    await shop.db
      .selectFrom('journal')
      .select('content_json')
      .where('document_kind', '=', kind)
      .orderBy('sequence')
      .execute()
  ).map((row) => JSON.parse(row.content_json));
