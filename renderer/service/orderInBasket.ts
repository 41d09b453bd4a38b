/** Puts the goods of a special order into this window's basket: its customer is attached and the deposit pays. */
import type { Thousandths } from '../../shared/money.ts';
import { som } from '../../shared/money.ts';
import type { BasketChange } from '../../shared/sale/basketChange.ts';
import type { Order } from '../../shared/service/orderContract.ts';
import type { TillError } from '../app/answer.ts';
import { api } from '../app/api.ts';
import { newIntentionId } from '../app/uuid.ts';

/** Null when it is done; 'otherCustomer' while somebody else's goods lie in the basket; else why the till refused. */
export async function putOrderInBasket(
  order: Order,
  productId: string,
): Promise<TillError | 'otherCustomer' | null> {
  const opened = await api.sale.basket({ intentionId: newIntentionId() });
  if (!opened.ok) return opened.error;
  const { customerId } = order.customer;
  const isOthers = (opened.data.customer?.customerId ?? customerId) !== customerId;
  if (isOthers && opened.data.lines.length > 0) return 'otherCustomer';
  const quantityThousandths = order.quantityThousandths as Thousandths;
  const creditSom = som(Math.max(0, Math.min(order.depositSom, order.storeCreditSom)));
  const changes: readonly BasketChange[] = [
    { kind: 'attachCustomer', customerId },
    { kind: 'addProduct', productId, quantityThousandths },
    ...(creditSom > 0 ? ([{ kind: 'spendStoreCredit', amountSom: creditSom }] as const) : []),
  ];
  let basket = opened.data;
  for (const change of changes) {
    const { saleId, revision } = basket;
    const answer = await api.sale.change({ intentionId: newIntentionId(), saleId, revision, change });
    if (!answer.ok) return answer.error;
    basket = answer.data;
  }
  return null;
}
