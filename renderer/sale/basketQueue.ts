/** Sends what the cashier does with the open basket to the till one after the other, so that no fast scan is lost. */
import type { Tender } from '../../shared/basket.ts';
import type { Som, Thousandths } from '../../shared/money.ts';
import type { BasketChange } from '../../shared/sale/basketChange.ts';
import type { Basket } from '../../shared/sale/basketContract.ts';
import type { LinePart } from '../../shared/sale/joinBaskets.ts';
import type { Approval } from '../../shared/verb.ts';
import type { Answer, TillError } from '../app/answer.ts';
import type { Api } from '../app/api.ts';
import { newIntentionId } from '../app/uuid.ts';

/** The verbs of the till that work on the open basket. */
export type SaleCalls = Pick<
  Api['sale'],
  | 'basket'
  | 'scan'
  | 'change'
  | 'notePayment'
  | 'complete'
  | 'park'
  | 'resume'
  | 'mergeBasket'
  | 'splitBasket'
>;

type DataOf<V> = V extends (...input: never[]) => Promise<infer A>
  ? Extract<A, { readonly ok: true }> extends { readonly data: infer D }
    ? D
    : never
  : never;

export type Scanned = DataOf<SaleCalls['scan']>;
export type ScanOutcome = Scanned['outcome'];
export type Completed = DataOf<SaleCalls['complete']>;
export type Attempt = Basket['attempts'][number];

/** What the cashier saw when pressing the last key: the till refuses when it would decide otherwise. */
export interface PaymentOrder {
  readonly tenders: readonly Tender[];
  readonly receivedCashSom: Som;
  readonly changeToAccountSom: Som;
  readonly shown: Pick<Basket, 'saleId' | 'totalSom' | 'bonusToSpendSom' | 'quoteHash'>;
}

export interface BasketState {
  /** Null before the first answer and for the moment between a finished sale and the next basket. */
  readonly basket: Basket | null;
  /** Acts that the till has not answered yet. */
  readonly waiting: number;
  /** Why nothing goes on: the till is gone or broke. What waits is kept and goes out again on `retry`. */
  readonly problem: TillError | null;
}

export interface BasketQueue {
  readonly state: () => BasketState;
  /** Calls the listener at every change; answers the way to stop. */
  readonly watch: (listener: () => void) => () => void;
  /** Asks for this window's basket unless it is there already. */
  readonly open: () => void;
  /** Waits until every act has its answer; false when the line stopped before that. */
  readonly whenIdle: () => Promise<boolean>;
  readonly scan: (code: string, quantity: Thousandths) => Promise<Answer<Scanned>>;
  readonly change: (change: BasketChange, approval?: Approval) => Promise<Answer<Basket>>;
  readonly notePayment: (attempt: Attempt) => Promise<Answer<Basket>>;
  /** Asks for the basket anew: its customer paid a debt or got bonus beside it. */
  readonly reread: () => Promise<Answer<Basket>>;
  readonly park: () => Promise<Answer<Basket>>;
  readonly resume: (saleId: string) => Promise<Answer<Basket>>;
  /** Puts everything of a parked basket into the open one. */
  readonly merge: (parkedSaleId: string) => Promise<Answer<Basket>>;
  /** Puts some lines, or a part of them, aside. */
  readonly split: (lines: readonly LinePart[], label: string) => Promise<Answer<Basket>>;
  readonly complete: (order: PaymentOrder) => Promise<Answer<Completed>>;
  /** Sends what failed once more: the same intention, so that it can never be done twice. */
  readonly retry: () => void;
  /** Gives up what failed and goes on with the next. */
  readonly skip: () => void;
}

interface Act<T> {
  readonly call: (basket: Basket, intentionId: string) => Promise<Answer<T>>;
  /** The basket after the act; null when the next one must be asked for. */
  readonly basketAfter: (data: T) => Basket | null;
  /** True for what adds to whatever the basket is now: it is sent again after another window was faster. */
  readonly addsOnly: boolean;
}

interface WaitingAct {
  readonly run: (basket: Basket) => Promise<TillError | null>;
  readonly giveUp: (error: TillError) => void;
}

/** Two windows may be faster than each other now and then, but not for ever. */
const mostTries = 3;

const noBasket: TillError = { code: 'BasketGone', data: {} };

/** A failure after which nobody knows whether the act was carried out. */
function isLost(error: TillError): boolean {
  return error.code === 'TillGone' || error.code === 'Broken';
}

/** The basket that a refusal carries, so that the screen shows what is true now. */
export function basketIn(error: TillError): Basket | null {
  const isCarrier = error.code === 'BasketChanged' || error.code === 'PriceChanged';
  if (!isCarrier || typeof error.data !== 'object' || error.data === null) return null;
  return 'basket' in error.data ? (error.data.basket as Basket) : null;
}

interface Store {
  readonly state: () => BasketState;
  readonly set: (next: Partial<BasketState>) => void;
  readonly watch: BasketQueue['watch'];
}

function createStore(): Store {
  const listeners = new Set<() => void>();
  let state: BasketState = { basket: null, waiting: 0, problem: null };
  return {
    state: () => state,
    set: (next) => {
      state = { ...state, ...next };
      for (const listener of [...listeners]) listener();
    },
    watch: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Answers once nothing waits any more (true) or the line stopped (false). */
function idleIn(store: Store): Promise<boolean> {
  return new Promise((resolve) => {
    const look = () => {
      const { waiting, problem } = store.state();
      if (waiting > 0 && problem === null) return;
      stop();
      resolve(problem === null);
    };
    const stop = store.watch(look);
    look();
  });
}

interface Line {
  readonly enqueue: <T>(act: Act<T>) => Promise<Answer<T>>;
  /** Sends what waits, one after the other, until the line is empty or something broke. */
  readonly run: () => void;
  /** Takes the first act out and answers it with a failure. */
  readonly giveUpFirst: (error: TillError) => void;
}

/** Acts in the order in which they were asked; each begins when the one before it has its answer. */
function createLine(sale: SaleCalls, store: Store, tools: LineTools): Line {
  const waiting: WaitingAct[] = [];
  let isRunning = false;
  let openingId = tools.newId();
  const leave = () => {
    waiting.shift();
    store.set({ waiting: waiting.length });
  };
  const giveUpFirst = (error: TillError) => {
    const first = waiting[0];
    if (first === undefined) return;
    leave();
    first.giveUp(error);
  };
  /** This window's basket from the till; null when it cannot be had now. */
  const askForBasket = async (): Promise<Basket | null> => {
    const answer = await sale.basket({ intentionId: openingId });
    if (!answer.ok) {
      if (isLost(answer.error)) store.set({ problem: answer.error });
      else giveUpFirst(answer.error);
      return null;
    }
    openingId = tools.newId();
    store.set({ basket: answer.data });
    return answer.data;
  };
  const runAll = async (): Promise<void> => {
    if (isRunning) return;
    isRunning = true;
    while (store.state().problem === null && (waiting.length > 0 || store.state().basket === null)) {
      const basket = store.state().basket ?? (await askForBasket());
      const [act] = waiting;
      if (basket === null && act === undefined) break;
      if (basket === null || act === undefined) continue;
      const error = await act.run(basket);
      if (error !== null) store.set({ problem: error });
    }
    isRunning = false;
  };
  return {
    giveUpFirst,
    run: () => void runAll(),
    enqueue: (act) =>
      new Promise((resolve) => {
        const answer: typeof resolve = (value) => {
          leave();
          resolve(value);
        };
        waiting.push({
          giveUp: (error) => resolve({ ok: false, error }),
          run: runnerOf(act, store, tools, answer),
        });
        store.set({ waiting: waiting.length });
        void runAll();
      }),
  };
}

interface LineTools {
  readonly onMoved: (error: TillError) => void;
  readonly newId: () => string;
}

/** Carries one act out under one intention, however often it is sent; answers the failure that stops the line. */
function runnerOf<T>(
  act: Act<T>,
  store: Store,
  { onMoved, newId }: LineTools,
  finish: (answer: Answer<T>) => void,
): (basket: Basket) => Promise<TillError | null> {
  const intentionId = newId();
  let triesLeft = mostTries;
  return async (basket) => {
    const answer = await act.call(basket, intentionId);
    if (answer.ok) {
      store.set({ basket: act.basketAfter(answer.data) });
      finish(answer);
      return null;
    }
    const { error } = answer;
    if (isLost(error)) return error;
    const moved = basketIn(error);
    const hasMoved = moved !== null || error.code === 'BasketGone';
    if (hasMoved) store.set({ basket: moved });
    triesLeft -= 1;
    if (hasMoved && act.addsOnly && triesLeft > 0) onMoved(error);
    else finish(answer);
    return null;
  };
}

type Acts = Omit<BasketQueue, 'state' | 'watch' | 'open' | 'whenIdle' | 'retry' | 'skip'>;

/** What the cashier can do, as acts of the line. */
function actsOf(sale: SaleCalls, enqueue: Line['enqueue']): Acts {
  const draft = (
    call: (basket: Basket, intentionId: string) => Promise<Answer<Basket>>,
    addsOnly = false,
  ): Promise<Answer<Basket>> => enqueue({ call, basketAfter: (basket) => basket, addsOnly });
  return {
    scan: (code, quantityThousandths) =>
      enqueue({
        call: ({ saleId, revision }, intentionId) =>
          sale.scan({ intentionId, saleId, revision, code, quantityThousandths }),
        basketAfter: ({ basket }) => basket,
        addsOnly: true,
      }),
    change: (change, approval) =>
      draft(
        ({ saleId, revision }, intentionId) =>
          sale.change({ intentionId, saleId, revision, change, ...(approval && { approval }) }),
        change.kind === 'addProduct',
      ),
    notePayment: ({ id, state, ...attempt }) =>
      draft(({ saleId, revision }, intentionId) =>
        sale.notePayment({ intentionId, saleId, revision, attemptId: id, ...attempt, state }),
      ),
    reread: () => draft((_basket, intentionId) => sale.basket({ intentionId })),
    park: () => draft(({ saleId, revision }, intentionId) => sale.park({ intentionId, saleId, revision })),
    resume: (saleId) => draft((_basket, intentionId) => sale.resume({ intentionId, saleId })),
    merge: (parkedSaleId) =>
      draft(({ saleId, revision }, intentionId) =>
        sale.mergeBasket({ intentionId, saleId, revision, parkedSaleId }),
      ),
    split: (lines, label) =>
      draft(({ saleId, revision }, intentionId) =>
        sale.splitBasket({ intentionId, saleId, revision, lines: [...lines], label }),
      ),
    complete: ({ tenders, receivedCashSom, changeToAccountSom, shown }) =>
      enqueue({
        call: async ({ saleId, revision }, intentionId) =>
          saleId !== shown.saleId
            ? { ok: false, error: noBasket }
            : sale.complete({
                intentionId,
                saleId,
                revision,
                tenders: [...tenders],
                receivedCashSom,
                changeToAccountSom,
                expectedTotalSom: shown.totalSom,
                expectedBonusSpentSom: shown.bonusToSpendSom,
                quoteHash: shown.quoteHash,
              }),
        basketAfter: () => null,
        addsOnly: false,
      }),
  };
}

/**
 * The queue of one window. Acts wait for each other and always carry the basket's newest revision.
 *
 * | answer                  | what happens                                                              |
 * |-------------------------|---------------------------------------------------------------------------|
 * | done                    | the new basket is shown, the next act goes out                             |
 * | BasketChanged           | its basket is taken; a scan goes out again, anything else is answered so   |
 * | BasketGone              | this window's basket is asked for; a scan goes out again on it             |
 * | TillGone, Broken        | everything waits for `retry`: the same intention, or `skip`                 |
 * | any other refusal       | answered to who asked; the basket stays                                     |
 *
 * `onMoved` hears that a basket was taken over from another window.
 */
export function createBasketQueue(
  sale: SaleCalls,
  onMoved: (error: TillError) => void = () => undefined,
  newId: () => string = newIntentionId,
): BasketQueue {
  const store = createStore();
  const line = createLine(sale, store, { onMoved, newId });
  return {
    ...actsOf(sale, line.enqueue),
    state: store.state,
    watch: store.watch,
    open: line.run,
    whenIdle: () => idleIn(store),
    retry: () => {
      store.set({ problem: null });
      line.run();
    },
    skip: () => {
      const { problem } = store.state();
      if (problem !== null) line.giveUpFirst(problem);
      store.set({ problem: null });
      line.run();
    },
  };
}
