/** The sell screen's state: what was scanned goes to the till, what the till answers is shown and heard. */
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fractionalUnits, type Unit } from '../../shared/basket.ts';
import { ONE, type Thousandths } from '../../shared/money.ts';
import type { Basket } from '../../shared/sale/basketContract.ts';
import type { TillError } from '../app/answer.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { playSound } from '../app/sounds.ts';
import { useIntention } from '../app/useTill.ts';
import { useRefusalWords } from '../ui/ErrorAnswer.tsx';
import { useScan } from './followScan.ts';
import type { Dialog, FinishedSale, Notice, ScannedReceipt, Selling } from './selling.ts';
import { useBasket } from './useBasket.ts';
import { usePayment } from './usePayment.ts';
import { useReprint } from './useReprint.ts';

/** Refusals of a coupon that a senior may lift (docs/rules.md rule 23). */
const goodwillHelps: readonly string[] = ['CouponExpired', 'CouponBelowMinimum'];
const alarming: readonly string[] = [
  'CodeNotReadable',
  'CouponNotReadable',
  'CouponUnknown',
  'ReceiptUnknown',
];

function useNotice(): Pick<Selling, 'notice' | 'say' | 'refuse'> {
  const [notice, say] = useState<Notice | null>(null);
  const wordsOf = useRefusalWords();
  const refuse = (error: TillError, code?: string) => {
    playSound(alarming.includes(error.code) ? 'notFound' : 'warning');
    const goodwill = code !== undefined && goodwillHelps.includes(error.code) ? { goodwillCode: code } : {};
    say({ tone: 'bad', words: wordsOf(error), ...goodwill });
  };
  return { notice, say, refuse };
}

/** The selected line: the one that changed last until the cashier chooses, and the last one when it is gone. */
function useSelection(basket: Basket | null) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [touched, setTouched] = useState<Selling['touched']>(null);
  const lines = basket?.lines ?? [];
  const selectedId = (lines.find(({ lineId }) => lineId === chosen) ?? lines.at(-1))?.lineId ?? null;
  const moveSelection = (step: 1 | -1) => {
    const place = lines.findIndex(({ lineId }) => lineId === selectedId);
    const next = lines[Math.min(lines.length - 1, Math.max(0, place + step))];
    if (next !== undefined) setChosen(next.lineId);
  };
  const touch = useCallback((lineId: string) => {
    setChosen(lineId);
    setTouched((before) => ({ lineId, count: (before?.count ?? 0) + 1 }));
  }, []);
  return { selectedId, select: setChosen, moveSelection, touched, touch };
}

/** Gives a finished sale to a customer, and says how much bonus that was. */
function useGiveSale({ say, refuse }: Pick<Selling, 'say' | 'refuse'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const { send } = useIntention(api.sale.attachLater);
  return async (code: string, customerId: string): Promise<boolean> => {
    const answer = await send({ code, customerId });
    if (!answer.ok) {
      refuse(answer.error);
      return false;
    }
    const { bonusSom, bonusBalanceSom } = answer.data;
    playSound('scanned');
    say({
      tone: 'good',
      words: t('sale.attached', { bonus: format.number(bonusSom), balance: format.number(bonusBalanceSom) }),
    });
    return true;
  };
}

export interface SellingState extends Selling {
  readonly give: (code: string, customerId: string) => Promise<boolean>;
}

interface LineTools extends Pick<Selling, 'basket' | 'change' | 'say' | 'quantity'> {
  /** Answers the quantity that was typed, which counts once. */
  readonly begin: () => Thousandths;
  readonly touch: (lineId: string) => void;
}

/** Adding goods by name or tile, and changing how many there are. */
function useLines(tools: LineTools): Pick<Selling, 'addProduct' | 'takeQuantity'> {
  const { basket, change, begin, touch } = tools;
  const { t } = useTranslation();
  const refusesFraction = (quantity: Thousandths, unit: Unit | null): boolean => {
    if (quantity % 1000 === 0 || unit === null || fractionalUnits.includes(unit)) return false;
    playSound('warning');
    tools.say({ tone: 'bad', words: t('sale.quantity.whole') });
    return true;
  };
  return {
    addProduct: async ({ id, unit }) => {
      const quantityThousandths = begin();
      if (refusesFraction(quantityThousandths, unit)) return;
      const answer = await change({ kind: 'addProduct', productId: id, quantityThousandths });
      if (!answer.ok) return;
      playSound('scanned');
      const line = answer.data.lines.find((each) => each.kind === 'product' && each.productId === id);
      if (line !== undefined) touch(line.lineId);
    },
    takeQuantity: (lineId) => {
      const line = basket?.lines.find((each) => each.lineId === lineId);
      if (tools.quantity === null || line === undefined) return;
      const quantityThousandths = begin();
      if (refusesFraction(quantityThousandths, line.kind === 'product' ? line.unit : null)) return;
      touch(lineId);
      void change({ kind: 'setQuantity', lineId, quantityThousandths });
    },
  };
}

export function useSellingState(): SellingState {
  const notices = useNotice();
  const { say, refuse } = notices;
  const { basket, problem, queue } = useBasket((error) => refuse(error));
  const { touch, ...selection } = useSelection(basket);
  const [text, setText] = useState('');
  const [quantity, setQuantity] = useState<Thousandths | null>(null);
  const [dialog, show] = useState<Dialog | null>(null);
  const [finished, setFinished] = useState<FinishedSale | null>(null);
  const [scannedReceipt, noteReceipt] = useState<ScannedReceipt | null>(null);
  const give = useGiveSale(notices);
  const reprintLast = useReprint({ ...notices, show });

  const begin = (): Thousandths => {
    say(null);
    setQuantity(null);
    setFinished(null);
    noteReceipt(null);
    return quantity ?? ONE;
  };
  const change: Selling['change'] = async (what, approval) => {
    const answer = await queue.change(what, approval);
    if (!answer.ok) refuse(answer.error);
    return answer;
  };
  const onFinished = (sale: FinishedSale) => {
    playSound('sold');
    say(null);
    setText('');
    selection.select(null);
    setFinished(sale);
  };
  const payment = usePayment({
    ...notices,
    basket,
    queue,
    dialog,
    select: selection.select,
    show,
    onFinished,
  });
  const scan = useScan({ ...notices, queue, begin, touch, show, dialog, give, noteReceipt });
  const lines = useLines({ basket, change, say, quantity, begin, touch });

  return {
    ...notices,
    ...selection,
    ...lines,
    basket,
    queue,
    problem,
    text,
    setText,
    quantity,
    setQuantity,
    dialog,
    show,
    finished,
    change,
    reprintLast,
    payment,
    give,
    scan,
    scannedReceipt,
    noteReceipt,
  };
}
