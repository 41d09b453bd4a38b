/** What the second line of the customer's strip says, in words: each signal once, the most urgent first. */
import type { TFunction } from 'i18next';
import { notInBasket, type SignalKind, signalKinds, usualGoodsShown } from '../../shared/customer/atTill.ts';
import type { Basket } from '../../shared/sale/basketContract.ts';
import { type Language, textIn } from '../../shared/text.ts';
import type { api } from '../app/api.ts';
import { collectedWords } from './collectedWords.ts';

export type Strip = NonNullable<Basket['customer']>;
type Answered = Extract<Awaited<ReturnType<typeof api.report.customerAtTill>>, { readonly ok: true }>['data'];
export type CustomerAtTill = Answered['atTill'];
type Suggestion = CustomerAtTill['due'][number];
type Usual = CustomerAtTill['usual'][number];

export interface Signal {
  readonly kind: SignalKind;
  /** For the strip. */
  readonly words: string;
  /** Fewer words, for a strip where several things may not be left out. */
  readonly short?: string;
  /** Everything that is known of it, for the list behind the strip. */
  readonly details: readonly string[];
}

/** All that is said of the customer, from the basket and, once it has come, from what the till knows beside it. */
export interface SaidAtTill {
  readonly signals: readonly Signal[];
  /** What may be offered, null for nothing: silence is better than noise. */
  readonly suggestion: Suggestion | null;
  readonly usual: readonly Usual[];
}

/** What the row of signals and the list behind it show. */
export interface SignalsProps {
  readonly customer: Strip;
  readonly facts: readonly string[];
  readonly said: SaidAtTill;
  readonly complaintId: string | null;
}

export interface Speaker {
  readonly t: TFunction;
  readonly language: Language;
  readonly number: (value: number) => string;
}

/** `atTill` is null until it is there. Goods that lie in the basket are spoken of no more. */
export function saidAtTill(
  basket: Basket | null,
  customer: Strip,
  atTill: CustomerAtTill | null,
  speaker: Speaker,
): SaidAtTill {
  const inBasket = new Set(
    basket?.lines.flatMap((line) => (line.kind === 'product' ? [line.productId] : [])),
  );
  const suggestion = notInBasket(atTill?.due ?? [], inBasket, 1)[0] ?? null;
  const others = (atTill?.usual ?? []).filter(({ productId }) => productId !== suggestion?.productId);
  const usual = notInBasket(others, inBasket, usualGoodsShown);
  const found = [
    ...ofBasket(basket, customer, speaker),
    ...(atTill === null ? [] : ofTill(atTill, speaker)),
    ...ofGoods(suggestion, usual, speaker),
  ];
  const signals = found.toSorted((a, b) => signalKinds.indexOf(a.kind) - signalKinds.indexOf(b.kind));
  return { signals, suggestion, usual };
}

/** What the basket's own answer knows: debt, privilege, who sent them, bonus that burns, what is collected. */
function ofBasket(basket: Basket | null, customer: Strip, speaker: Speaker): readonly Signal[] {
  const { t, language, number } = speaker;
  const { debtSom, overdueSom, expiringSoonSom } = customer;
  const signals: Signal[] = [];
  if (debtSom > 0) {
    const words =
      overdueSom > 0
        ? t('sale.customer.overdue', { sum: number(overdueSom) })
        : t('sale.customer.owes', { sum: number(debtSom) });
    signals.push({ kind: 'debt', words, details: [t('sale.customer.owes', { sum: number(debtSom) })] });
  }
  const privilege = customer.tier?.current?.privilege ?? null;
  if (privilege !== null) signals.push(plain('privilege', textIn(privilege, language)));
  const referral = basket?.referral ?? null;
  if (referral !== null) {
    signals.push(plain('referral', t('sale.referral.sentBy', { name: referral.referrerName })));
  }
  if (expiringSoonSom > 0) {
    signals.push(plain('burning', t('sale.customer.expires', { sum: number(expiringSoonSom) })));
  }
  const collected = collectedWords(customer, speaker);
  if (collected.length > 0) {
    signals.push({ kind: 'collected', words: collected.join(' · '), details: collected });
  }
  return signals;
}

function ofTill(atTill: CustomerAtTill, speaker: Speaker): readonly Signal[] {
  const { t } = speaker;
  const { allergies, complaint, waiting, birthdayInDays, away } = atTill;
  const signals: Signal[] = [];
  if (allergies.length > 0) {
    const words = t('sale.till.allergy', { words: allergies.join(', ') });
    signals.push({ kind: 'allergy', words, short: allergies.join(', '), details: [words] });
  }
  if (complaint !== null) {
    const { number, isAnswered, topic, others } = complaint;
    const words = t(isAnswered ? 'sale.till.complaintAnswered' : 'sale.till.complaintOpen');
    const short = t(isAnswered ? 'sale.till.complaintAnsweredShort' : 'sale.till.complaintOpenShort');
    const about = t('sale.till.complaintNumber', { number, topic: t(`service.topic.${topic}`) });
    const more = others === 0 ? [] : [t('sale.till.complaintOthers', { count: others })];
    signals.push({ kind: 'complaint', words, short, details: [words, about, ...more] });
  }
  const [first, ...others] = waiting.map((each) => waitingWords(each, speaker));
  if (first !== undefined) signals.push({ kind: 'waiting', words: first, details: [first, ...others] });
  if (birthdayInDays !== null) signals.push(plain('birthday', birthdayWords(birthdayInDays, t)));
  if (away !== null) {
    signals.push(plain('away', t('sale.till.away', { days: away.days, usual: away.usualDays })));
  }
  return signals;
}

function ofGoods(
  suggestion: Suggestion | null,
  usual: readonly Usual[],
  { t, language }: Speaker,
): readonly Signal[] {
  const signals: Signal[] = [];
  if (suggestion !== null) {
    const name = textIn(suggestion.name, language);
    const { everyDays: every, daysSince: since } = suggestion;
    const words = t('sale.till.suggestion', { name, every });
    signals.push({
      kind: 'suggestion',
      words,
      details: [name, t('sale.till.suggestionWhy', { every, since })],
    });
  }
  if (usual.length > 0) {
    const names = usual.map(({ name }) => textIn(name, language));
    signals.push(plain('usual', t('sale.till.usual', { goods: names.join(', ') })));
  }
  return signals;
}

/** An order by its number where it names no product. */
function waitingWords(waiting: CustomerAtTill['waiting'][number], { t, language }: Speaker): string {
  const { kind, productName, words, number } = waiting;
  const what = productName === null ? words || `№ ${number}` : textIn(productName, language);
  return t(kind === 'order' ? 'sale.till.orderHere' : 'sale.till.wishHere', { what });
}

const plain = (kind: SignalKind, words: string): Signal => ({ kind, words, details: [words] });

function birthdayWords(inDays: number, t: TFunction): string {
  if (inDays === 0) return t('sale.till.birthdayToday');
  return inDays > 0
    ? t('sale.till.birthdayIn', { count: inDays })
    : t('sale.till.birthdayAgo', { count: -inDays });
}
