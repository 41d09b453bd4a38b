/** Which keys the bottom bar and the help show in each state of the sell screen. */
import { actionsOf, type KeyAction } from '../app/keys.ts';

const selling: readonly KeyAction<'selling'>[] = [
  'help',
  'search',
  'priceCheck',
  'customer',
  'park',
  'resume',
  'quantity',
  'removeLine',
  'discount',
  'returnGoods',
  'bonus',
  'reprint',
];

const payment: readonly KeyAction<'payment'>[] = [
  'complete',
  'payInCash',
  'payByCard',
  'giftCard',
  'account',
  'sellOnCredit',
  'changeToAccount',
  'bonus',
  'voidPayment',
  'backToBasket',
];

/** These have their caps on their own buttons. */
const onOwnButton: readonly KeyAction<'payment'>[] = [
  'complete',
  'payByCard',
  'changeToAccount',
  'backToBasket',
];

/** A narrow bar leaves out what has its cap elsewhere, and the key that says on itself what it does. */
const elsewhere: readonly KeyAction<'selling'>[] = ['search', 'customer', 'removeLine'];

export const shownActions = {
  selling,
  sellingNarrow: selling.filter((action) => !elsewhere.includes(action)),
  payment,
  paymentNarrow: payment.filter((action) => !onOwnButton.includes(action)),
  help: actionsOf('selling'),
} as const;
