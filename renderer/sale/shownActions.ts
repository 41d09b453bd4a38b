/** Which keys the bottom bar and the help show in each state of the sell screen. */
import { actionsOf, type KeyAction } from '../app/keys.ts';

/** Returns have their key reserved and no page yet. */
const notYet: readonly KeyAction<'selling'>[] = ['returnGoods'];

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
  'bonus',
  'lastReceipt',
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

export const shownActions = {
  selling,
  sellingNarrow: selling.filter((action) => action !== 'search' && action !== 'customer'),
  payment,
  paymentNarrow: payment.filter((action) => !onOwnButton.includes(action)),
  help: actionsOf('selling').filter((action) => !notYet.includes(action)),
} as const;
