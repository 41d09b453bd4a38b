import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../renderer/app/answer.ts';
import { createBasketQueue, type SaleCalls } from '../../../renderer/sale/basketQueue.ts';
import { ONE, type Som, som, thousandths } from '../../../shared/money.ts';
import type { Basket } from '../../../shared/sale/basketContract.ts';
import type { BusinessDay } from '../../../shared/time.ts';

type Calls = Record<string, (input: Record<string, unknown>) => Promise<Answer<unknown>>>;

const refused = (code: string, data: unknown = {}): Answer<never> => ({ ok: false, error: { code, data } });

function basketOf(saleId: string, revision: number, codes: readonly string[], totalSom = som(0)): Basket {
  return {
    saleId,
    revision,
    label: '',
    writtenAt: null,
    lines: codes.map((code) => ({ kind: 'unknown', lineId: code, code, quantityThousandths: ONE })),
    customer: null,
    coupon: null,
    manualDiscount: null,
    hints: [],
    rewards: [],
    savedSom: som(0),
    payment: null,
    referral: null,
    grossSom: totalSom,
    discounts: [],
    totalSom,
    vatSom: som(0),
    bonusToSpendSom: som(0),
    bonusAtMostSom: som(0),
    bonusToEarnSom: som(0),
    giftCard: null,
    storeCreditPaysSom: som(0),
    storeCreditAtMostSom: som(0),
    debt: null,
    debtDueOn: '2026-12-22' as BusinessDay,
    debtAtMostSom: som(0),
    donation: null,
    funds: [],
    exchange: null,
    dueSom: totalSom,
    dueCashSom: totalSom,
    quickAmountsSom: [],
    attempts: [],
    quoteHash: `${revision}`,
  };
}

/** A till that keeps one basket under revisions as the real one does, and can be made slow, deaf or moved. */
function tillWithBasket() {
  const heard: { verb: string; intentionId: string; revision?: number; code?: string }[] = [];
  let sale = 1;
  let basket = basketOf('sale-1', 1, []);
  let lastIntention = '';
  let sold = 0;
  const answersLost: string[] = [];
  const paused: (() => void)[] = [];
  let isSlow = false;

  const codes = () => basket.lines.map((line) => (line.kind === 'unknown' ? line.code : ''));
  const changedTo = (next: readonly string[], intentionId: string) => {
    basket = basketOf(basket.saleId, basket.revision + 1, next);
    lastIntention = intentionId;
  };
  const verb =
    (name: string, act: (input: Record<string, unknown>) => Answer<unknown>) =>
    async (input: Record<string, unknown>) => {
      const { intentionId, revision, code } = input as {
        intentionId: string;
        revision: number;
        code: string;
      };
      heard.push({ verb: name, intentionId, revision, code });
      if (isSlow) await new Promise<void>((go) => paused.push(go));
      const answer = act(input);
      return answersLost.splice(answersLost.indexOf(name), answersLost.includes(name) ? 1 : 0).length > 0
        ? refused('TillGone')
        : answer;
    };
  const guarded = (input: Record<string, unknown>, act: () => Answer<unknown>): Answer<unknown> => {
    if (input.saleId !== basket.saleId) return refused('BasketGone');
    if (input.intentionId === lastIntention)
      return { ok: true, data: { basket, outcome: { kind: 'parked' } } };
    return input.revision === basket.revision ? act() : refused('BasketChanged', { basket });
  };
  const calls: Calls = {
    basket: verb('basket', () => ({ ok: true, data: basket })),
    scan: verb('scan', (input) =>
      guarded(input, () => {
        if (input.code === 'K-EXPIRED') return refused('CouponExpired', { expiredOn: '2026-01-01' });
        changedTo([...codes(), String(input.code)], String(input.intentionId));
        return { ok: true, data: { basket, outcome: { kind: 'unknown', lineId: input.code } } };
      }),
    ),
    change: verb('change', (input) =>
      guarded(input, () => {
        changedTo([], String(input.intentionId));
        return { ok: true, data: basket };
      }),
    ),
    complete: verb('complete', (input) =>
      guarded(input, () => {
        if (input.quoteHash !== basket.quoteHash) return refused('PriceChanged', { basket });
        sold += 1;
        sale += 1;
        basket = basketOf(`sale-${sale}`, 1, []);
        return { ok: true, data: { number: sold } };
      }),
    ),
  };
  return {
    sale: calls as unknown as SaleCalls,
    heard,
    codes,
    sold: () => sold,
    loseAnswerOf: (name: string) => answersLost.push(name),
    otherWindowAdds: (code: string) => changedTo([...codes(), code], 'other'),
    otherWindowSells: () => {
      sale += 1;
      basket = basketOf(`sale-${sale}`, 1, []);
    },
    beSlow: () => {
      isSlow = true;
    },
    answerAll: async () => {
      isSlow = false;
      while (paused.length > 0) {
        paused.shift()?.();
        await new Promise((go) => setTimeout(go, 0));
      }
    },
  };
}

const scanAll = (queue: ReturnType<typeof createBasketQueue>, codes: readonly string[]) =>
  Promise.all(codes.map((code) => queue.scan(code, ONE)));

const shown = (basket: Basket | null) => {
  if (basket === null) throw new Error('no basket is open');
  return basket;
};
const payAll = (queue: ReturnType<typeof createBasketQueue>, receivedCashSom: Som = som(0)) =>
  queue.complete({
    tenders: [],
    receivedCashSom,
    changeToAccountSom: som(0),
    shown: shown(queue.state().basket),
  });

describe('fast scanning', () => {
  it('loses no scan, keeps their order, and sends each with the revision the one before left', async () => {
    const till = tillWithBasket();
    const queue = createBasketQueue(till.sale);
    const codes = Array.from({ length: 40 }, (_, place) => `478000000${place}`);
    await scanAll(queue, codes);
    expect(till.codes()).toEqual(codes);
    const scans = till.heard.filter(({ verb }) => verb === 'scan');
    expect(scans.map(({ revision }) => revision)).toEqual(codes.map((_, place) => place + 1));
  });

  it('sends the next only when the till has answered the last', async () => {
    const till = tillWithBasket();
    const queue = createBasketQueue(till.sale);
    await queue.scan('A', ONE);
    till.beSlow();
    const all = scanAll(queue, ['B', 'C', 'D']);
    await new Promise((go) => setTimeout(go, 0));
    expect(till.heard.filter(({ verb }) => verb === 'scan').map(({ code }) => code)).toEqual(['A', 'B']);
    expect(queue.state().waiting).toBe(3);
    await till.answerAll();
    await all;
    expect(till.codes()).toEqual(['A', 'B', 'C', 'D']);
    expect(queue.state().waiting).toBe(0);
  });

  it('shows what became of the basket meanwhile when it is asked for anew, after the scans before it', async () => {
    const till = tillWithBasket();
    const queue = createBasketQueue(till.sale);
    await queue.scan('A', ONE);
    till.otherWindowAdds('B');
    expect(shown(queue.state().basket).lines).toHaveLength(1);
    await Promise.all([queue.scan('C', ONE), queue.reread()]);
    expect(shown(queue.state().basket).lines).toHaveLength(3);
    till.otherWindowAdds('D');
    await queue.reread();
    expect(shown(queue.state().basket).lines).toHaveLength(4);
  });

  it('goes on after a scan that was refused, and says why that one was', async () => {
    const till = tillWithBasket();
    const queue = createBasketQueue(till.sale);
    const [, refusedOne] = await scanAll(queue, ['A', 'K-EXPIRED', 'B']);
    expect(refusedOne).toEqual(refused('CouponExpired', { expiredOn: '2026-01-01' }));
    expect(till.codes()).toEqual(['A', 'B']);
  });

  it('lets the payment wait until the scans under way are in the basket', async () => {
    const till = tillWithBasket();
    const queue = createBasketQueue(till.sale);
    await queue.scan('A', ONE);
    till.beSlow();
    const all = scanAll(queue, ['B', 'C']);
    let linesPaid = 0;
    const payment = queue.whenIdle().then((isIdle) => {
      if (isIdle) linesPaid = shown(queue.state().basket).lines.length;
    });
    await new Promise((go) => setTimeout(go, 0));
    expect(linesPaid).toBe(0);
    await till.answerAll();
    await Promise.all([all, payment]);
    expect(linesPaid).toBe(3);
  });

  it('opens no payment when the till is gone before the scan is answered', async () => {
    const till = tillWithBasket();
    const queue = createBasketQueue(till.sale);
    await queue.scan('A', ONE);
    till.loseAnswerOf('scan');
    void queue.scan('B', ONE);
    expect(await queue.whenIdle()).toBe(false);
    queue.retry();
    expect(await queue.whenIdle()).toBe(true);
  });

  it('asks for its basket only once however many scans wait for it', async () => {
    const till = tillWithBasket();
    const queue = createBasketQueue(till.sale);
    queue.open();
    await scanAll(queue, ['A', 'B']);
    expect(till.heard.filter(({ verb }) => verb === 'basket')).toHaveLength(1);
  });
});

describe('a basket that another window moved', () => {
  it('takes the basket over and scans again onto it', async () => {
    const till = tillWithBasket();
    const heard: string[] = [];
    const queue = createBasketQueue(till.sale, ({ code }) => heard.push(code));
    await queue.scan('A', ONE);
    till.otherWindowAdds('X');
    await queue.scan('B', ONE);
    expect(till.codes()).toEqual(['A', 'X', 'B']);
    expect(heard).toEqual(['BasketChanged']);
  });

  it('scans onto a new basket when the old one is sold', async () => {
    const till = tillWithBasket();
    const queue = createBasketQueue(till.sale);
    await queue.scan('A', ONE);
    till.otherWindowSells();
    await queue.scan('B', ONE);
    expect(till.codes()).toEqual(['B']);
    expect(queue.state().basket?.saleId).toBe('sale-2');
  });

  it('shows the basket as it is but does not repeat a change that meant another one', async () => {
    const till = tillWithBasket();
    const queue = createBasketQueue(till.sale);
    await queue.scan('A', ONE);
    till.otherWindowAdds('X');
    const answer = await queue.change({ kind: 'clear' });
    expect(answer.ok).toBe(false);
    expect(till.codes()).toEqual(['A', 'X']);
    expect(queue.state().basket?.lines).toHaveLength(2);
  });

  it('gives up instead of asking for ever', async () => {
    const till = tillWithBasket();
    const moving = {
      ...till.sale,
      scan: async () => refused('BasketChanged', { basket: basketOf('sale-1', 9, []) }),
    };
    const queue = createBasketQueue(moving as unknown as SaleCalls);
    expect((await queue.scan('A', ONE)).ok).toBe(false);
  });
});

describe('an answer that was lost', () => {
  it('waits with everything behind it and is sent again as the same intention, so that it happens once', async () => {
    const till = tillWithBasket();
    const queue = createBasketQueue(till.sale);
    await queue.scan('A', ONE);
    till.loseAnswerOf('scan');
    const all = scanAll(queue, ['B', 'C']);
    await new Promise((go) => setTimeout(go, 5));
    expect(queue.state().problem?.code).toBe('TillGone');
    expect(queue.state().waiting).toBe(2);
    queue.retry();
    await all;
    expect(till.codes()).toEqual(['A', 'B', 'C']);
    const ofB = till.heard.filter(({ code }) => code === 'B').map(({ intentionId }) => intentionId);
    expect(ofB).toHaveLength(2);
    expect(new Set(ofB).size).toBe(1);
  });

  it('of a payment is asked for again as the same intention', async () => {
    const till = tillWithBasket();
    const queue = createBasketQueue(till.sale);
    await queue.scan('A', ONE);
    const broken = till.sale.complete;
    const ids: unknown[] = [];
    let isBroken = true;
    const sale: SaleCalls = {
      ...till.sale,
      complete: Object.assign(
        async (input: { intentionId: string }) => {
          ids.push(input);
          return isBroken ? refused('TillGone') : broken(input as never);
        },
        { path: broken.path },
      ) as unknown as SaleCalls['complete'],
    };
    const second = createBasketQueue(sale);
    await second.scan('B', ONE);
    const paying = payAll(second);
    await new Promise((go) => setTimeout(go, 5));
    isBroken = false;
    second.retry();
    expect((await paying).ok).toBe(true);
    expect(ids).toHaveLength(2);
    expect(ids[1]).toEqual(ids[0]);
  });

  it('can be given up, and what waits behind it goes on', async () => {
    const till = tillWithBasket();
    const queue = createBasketQueue(till.sale);
    await queue.scan('A', ONE);
    const deaf = createBasketQueue({
      ...till.sale,
      change: Object.assign(async () => refused('Broken'), { path: till.sale.change.path }),
    } as unknown as SaleCalls);
    const clearing = deaf.change({ kind: 'clear' });
    const scanning = deaf.scan('B', ONE);
    await new Promise((go) => setTimeout(go, 5));
    deaf.skip();
    expect((await clearing).ok).toBe(false);
    expect((await scanning).ok).toBe(true);
    expect(till.codes()).toEqual(['A', 'B']);
  });
});

describe('paying', () => {
  it('waits for the scans before it, and is refused when they changed what the cashier saw', async () => {
    const till = tillWithBasket();
    const queue = createBasketQueue(till.sale);
    await queue.scan('A', ONE);
    const scanning = queue.scan('B', thousandths(2000));
    const paying = payAll(queue);
    await scanning;
    expect(await paying).toMatchObject({ ok: false, error: { code: 'PriceChanged' } });
    expect(till.sold()).toBe(0);
    expect(queue.state().basket?.lines).toHaveLength(2);
  });

  it('empties the basket and has the next one at hand', async () => {
    const till = tillWithBasket();
    const queue = createBasketQueue(till.sale);
    await queue.scan('A', ONE);
    expect((await payAll(queue)).ok).toBe(true);
    await queue.scan('B', ONE);
    expect(queue.state().basket?.saleId).toBe('sale-2');
    expect(till.codes()).toEqual(['B']);
  });

  it('never pays a basket that was not on the screen', async () => {
    const till = tillWithBasket();
    const queue = createBasketQueue(till.sale);
    await queue.scan('A', ONE);
    const seen = shown(queue.state().basket);
    await payAll(queue);
    await queue.scan('B', ONE);
    const again = await queue.complete({
      tenders: [],
      receivedCashSom: som(0),
      changeToAccountSom: som(0),
      shown: seen,
    });
    expect(again).toMatchObject({ ok: false, error: { code: 'BasketGone' } });
    expect(till.sold()).toBe(1);
  });
});
