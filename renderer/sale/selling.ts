/** What the parts of the sell screen share: the basket, the selected line, the question that is open, what was said. */
import { createContext, useContext } from 'react';
import type { Product } from '../../shared/catalogue/contract.ts';
import type { Som, Thousandths } from '../../shared/money.ts';
import type { BasketChange } from '../../shared/sale/basketChange.ts';
import type { Basket } from '../../shared/sale/basketContract.ts';
import type { Approval } from '../../shared/verb.ts';
import type { Answer, TillError } from '../app/answer.ts';
import type { WaitingPaper } from '../receipt/waitingPaper.ts';
import type { Attempt, BasketQueue, Completed } from './basketQueue.ts';
import type { AskedProvider, Keeping, PaymentView } from './payment.ts';

/** A finished sale that waits for its owner: a receipt without a customer, or the bonus of a claim code. */
export interface WaitingSale {
  /** What was scanned, for `sale.attachLater`. */
  readonly code: string;
  /** Null for a receipt: its bonus is told when it is given. */
  readonly bonusSom: Som | null;
}

/** What a customer says beside a purchase; the rooms above the sale ask for it. */
export const serviceQuestions = ['complaint', 'wish', 'order', 'feedback'] as const;
export type ServiceQuestion = (typeof serviceQuestions)[number];

/** The one question that is open over the screen. */
export type Dialog =
  | { readonly kind: 'service'; readonly question: ServiceQuestion }
  /** A small gift for the customer at the counter. */
  | { readonly kind: 'surprise' }
  | { readonly kind: 'help' }
  | { readonly kind: 'switchSeller' }
  | { readonly kind: 'peek' }
  /** The papers at the printer: their place is the badge in the top bar. */
  | { readonly kind: 'printer' }
  /** A paper large enough to be photographed. */
  | { readonly kind: 'onScreen'; readonly documentKind: string; readonly documentId: string }
  | { readonly kind: 'priceCheck' }
  | { readonly kind: 'parked' }
  | { readonly kind: 'split' }
  /** Null while the receipt is looked for. */
  | { readonly kind: 'return'; readonly saleId: string | null }
  | { readonly kind: 'paper' }
  | { readonly kind: 'bonus' }
  | { readonly kind: 'giftCard' }
  | { readonly kind: 'account' }
  | { readonly kind: 'sellOnCredit' }
  | { readonly kind: 'roundUp' }
  | { readonly kind: 'repay'; readonly customerId: string }
  | { readonly kind: 'clear' }
  | { readonly kind: 'discount' }
  | { readonly kind: 'explain' }
  | { readonly kind: 'goodwill'; readonly code: string }
  | { readonly kind: 'makeProduct'; readonly lineId: string; readonly code: string }
  /** Null shows the last receipt of this till; `attachCode` when it may still be given to a customer. */
  | { readonly kind: 'receipt'; readonly saleId: string | null; readonly attachCode: string | null }
  | {
      readonly kind: 'customer';
      readonly text: string;
      /** The sale that the found customer gets. */
      readonly waiting: WaitingSale | null;
      /** True when the shop sells to card holders only and the cashier wanted to take money. */
      readonly isNeeded: boolean;
    }
  | { readonly kind: 'registerCard'; readonly customerId: string };

export type CustomerDialog = Extract<Dialog, { kind: 'customer' }>;
export const askForCustomer: CustomerDialog = {
  kind: 'customer',
  text: '',
  waiting: null,
  isNeeded: false,
};

/** One sentence above the basket. */
export interface Notice {
  readonly tone: 'bad' | 'good' | 'info';
  readonly words: string;
  /** A coupon that a senior may accept although the rules refuse it. */
  readonly goodwillCode?: string;
  /** A receipt whose goods may come back. */
  readonly returnOf?: string;
  /** A receipt that has not come out, of which no copy is made therefore. */
  readonly waits?: WaitingPaper & { readonly saleId: string };
}

/** The receipt that was scanned last: the key for returns takes it. */
export interface ScannedReceipt {
  readonly saleId: string;
  readonly number: number;
}

/** A sale that has just been done: stays on the empty basket until the first scan. */
export interface FinishedSale {
  readonly sale: Completed;
  readonly isCash: boolean;
  /** What of it the customer owes now. */
  readonly debtSom: Som;
}

export interface PaymentTools {
  readonly isOpen: boolean;
  readonly view: PaymentView;
  /** Null while the field shows the exact rest. */
  readonly typedSom: Som | null;
  readonly heldCashSom: Som;
  readonly isSending: boolean;
  readonly selectedPart: Attempt | null;
  /** Opens the payment, with an amount of cash or the exact one; says why not when something stands in the way. */
  readonly open: (amountSom?: Som) => void;
  readonly close: () => void;
  readonly type: (amountSom: Som | null) => void;
  /** Puts the typed cash down as a part of the payment. */
  readonly holdCash: () => void;
  readonly dropHeldCash: () => void;
  /** Notes a payment without cash before the terminal is touched. */
  readonly ask: (provider: AskedProvider) => void;
  /** F11: the card that was used last; again: the other one. */
  readonly askCard: () => void;
  readonly settle: (attempt: Attempt, state: 'taken' | 'notTaken') => void;
  readonly choosePart: (step: 1 | -1) => void;
  /** How much of the change stays on the customer's account; the key goes from none to small change to all. */
  readonly keeping: Keeping;
  readonly keepChange: () => void;
  readonly complete: () => void;
}

export interface Selling {
  readonly basket: Basket | null;
  readonly queue: BasketQueue;
  /** Why nothing goes on; the acts that wait are kept. */
  readonly problem: TillError | null;
  readonly selectedId: string | null;
  readonly select: (lineId: string | null) => void;
  readonly moveSelection: (step: 1 | -1) => void;
  /** The line that changed last, with a number that grows at every change. */
  readonly touched: { readonly lineId: string; readonly count: number } | null;
  /** What is typed into the one field and not entered yet. */
  readonly text: string;
  readonly setText: (text: string) => void;
  /** The quantity typed before `*`; null when the next scan is one. */
  readonly quantity: Thousandths | null;
  readonly setQuantity: (quantity: Thousandths | null) => void;
  readonly dialog: Dialog | null;
  readonly show: (dialog: Dialog | null) => void;
  readonly notice: Notice | null;
  readonly say: (notice: Notice | null) => void;
  readonly refuse: (error: TillError, code?: string) => void;
  readonly finished: FinishedSale | null;
  /** Null when no receipt was scanned since the last other act. */
  readonly scannedReceipt: ScannedReceipt | null;
  readonly noteReceipt: (receipt: ScannedReceipt | null) => void;
  readonly scan: (code: string) => Promise<void>;
  readonly addProduct: (product: Pick<Product, 'id' | 'unit'>) => Promise<void>;
  /** Changes the basket and shows why not when the till refuses. */
  readonly change: (change: BasketChange, approval?: Approval) => Promise<Answer<Basket>>;
  /** Sets the quantity of a line to what was typed before `*`. */
  readonly takeQuantity: (lineId: string) => void;
  /** Prints the last receipt once more, as a copy. */
  readonly reprintLast: () => Promise<void>;
  readonly payment: PaymentTools;
}

export const SellingContext = createContext<Selling | null>(null);

/** The sell screen's state; throws outside of it, because that is a bug. */
export function useSelling(): Selling {
  const selling = useContext(SellingContext);
  if (selling === null) throw new Error('there is no sell screen here');
  return selling;
}
