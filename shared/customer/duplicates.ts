/** Decides how alike two customers are: whether they may be one person whom the shop knows twice, and by what. */
import { isOneSlip, shortestGuessed } from './nearWord.ts';

export const duplicateReasons = [
  'samePhone',
  'formerPhone',
  'sameCard',
  'sameName',
  'nearName',
  'sameBirthDate',
  'sameAddress',
  'sameHousehold',
  'sameLastFour',
  'sameDistrict',
] as const;
export type DuplicateReason = (typeof duplicateReasons)[number];

/** A customer as the comparison sees them; every text is folded (`foldKeys`) by whoever asks. */
export interface PersonTraits {
  readonly id: string;
  /** The words of the name, once for each of its keys; none while only a phone or a card is known. */
  readonly names: readonly (readonly string[])[];
  /** `phoneKey` of the main and the further phones. */
  readonly phones: readonly string[];
  /** `phoneKey` of phones they had before. */
  readonly formerPhones: readonly string[];
  readonly lastFour: string | null;
  readonly birthDate: string | null;
  /** Empty when nobody told it, as is the district. */
  readonly address: string;
  readonly district: string;
  readonly householdId: string | null;
  /** `cardKey` of every card they hold. */
  readonly cards: readonly string[];
}

export interface Likeness {
  /** From 40 to 99: orders a list, and is no probability. */
  readonly score: number;
  readonly reasons: readonly DuplicateReason[];
}

/** The same number with and without its country, or with another zero in front: the last nine digits. */
export function phoneKey(phone: string): string {
  return phone.replace(/\D/g, '').slice(-9);
}

/** The same card typed with and without leading zeros, spaces or dashes; empty when too short to tell cards apart. */
export function cardKey(number: string): string {
  const plain = number
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/^0+/, '')
    .toUpperCase();
  return plain.length < shortestGuessed ? '' : plain;
}

/** Below this a pair is not worth a look. */
export const leastScore = 40;
const mostScore = 99;
const furtherReason = 5;

/** What a reason is worth alone, and beside the same or nearly the same name. */
const alone: Partial<Record<DuplicateReason, number>> = { samePhone: 90, sameCard: 80, formerPhone: 50 };
const besideSameName: Partial<Record<DuplicateReason, number>> = {
  samePhone: 95,
  sameCard: 90,
  sameBirthDate: 80,
  formerPhone: 80,
  sameAddress: 75,
  sameLastFour: 60,
  sameHousehold: 55,
  sameDistrict: 45,
};
const besideNearName: Partial<Record<DuplicateReason, number>> = {
  samePhone: 95,
  sameCard: 85,
  sameBirthDate: 70,
  formerPhone: 70,
  sameAddress: 60,
  sameLastFour: 50,
  sameHousehold: 45,
};

/**
 * | what they share                                   | score | reasons                        |
 * |---------------------------------------------------|-------|--------------------------------|
 * | the phone, written in another form                | 90    | samePhone                      |
 * | a phone that the one has and the other had        | 50    | formerPhone                    |
 * | Xurshid Karimov, Хуршид Каримов and the birthday   | 80    | sameName, sameBirthDate        |
 * | Hurshid, Hursid and the birthday                  | 70    | nearName, sameBirthDate        |
 * | the name and the last four digits                 | 60    | sameName, sameLastFour         |
 * | the name and the district                         | 45    | sameName, sameDistrict         |
 * | the name alone; the birthday alone                | –     | null                           |
 * | the name and the district, other birthdays        | –     | null                           |
 *
 * Each further reason adds 5. Two known birthdays that differ are two people, unless they share a phone or a card of today.
 */
export function likenessOf(one: PersonTraits, other: PersonTraits): Likeness | null {
  const name = nameLikeness(one.names, other.names);
  if (name === null && !sharesNumber(one, other)) return null;
  const shared = sharedReasons(one, other);
  const worth = name === 'sameName' ? besideSameName : name === 'nearName' ? besideNearName : alone;
  const counted = shared.filter((reason) => (worth[reason] ?? 0) > 0);
  const best = Math.max(0, ...counted.map((reason) => worth[reason] ?? 0));
  const isCertain = shared.includes('samePhone') || shared.includes('sameCard');
  const isTwo = one.birthDate !== null && other.birthDate !== null && one.birthDate !== other.birthDate;
  if (best < leastScore || (isTwo && !isCertain)) return null;
  const score = Math.min(mostScore, best + furtherReason * (counted.length - 1));
  return { score, reasons: name === null ? counted : [name, ...counted] };
}

function sharedReasons(one: PersonTraits, other: PersonTraits): readonly DuplicateReason[] {
  const reasons: DuplicateReason[] = [];
  if (meet(one.phones, other.phones)) reasons.push('samePhone');
  else if (sharesFormerPhone(one, other)) reasons.push('formerPhone');
  if (meet(one.cards, other.cards)) reasons.push('sameCard');
  if (one.birthDate !== null && one.birthDate === other.birthDate) reasons.push('sameBirthDate');
  if (one.address !== '' && one.address === other.address) reasons.push('sameAddress');
  if (one.householdId !== null && one.householdId === other.householdId) reasons.push('sameHousehold');
  const isFourShared = one.lastFour !== null && one.lastFour === other.lastFour;
  if (isFourShared && !reasons.includes('samePhone')) reasons.push('sameLastFour');
  if (one.district !== '' && one.district === other.district) reasons.push('sameDistrict');
  return reasons;
}

const sharesNumber = (one: PersonTraits, other: PersonTraits): boolean =>
  meet(one.phones, other.phones) || meet(one.cards, other.cards) || sharesFormerPhone(one, other);

const meet = (some: readonly string[], others: readonly string[]): boolean =>
  some.length > 0 && others.length > 0 && some.some((each) => others.includes(each));

function sharesFormerPhone(one: PersonTraits, other: PersonTraits): boolean {
  return (
    meet(one.formerPhones, other.phones) ||
    meet(one.phones, other.formerPhones) ||
    meet(one.formerPhones, other.formerPhones)
  );
}

type Words = readonly string[];

/**
 * Words in any order. Nearly the same: one word differs by one slip of the fingers, or the shorter name is a part of the
 * longer one ("Nodira" and "Nodira Karimova").
 */
export function nameLikeness(
  some: readonly Words[],
  others: readonly Words[],
): 'sameName' | 'nearName' | null {
  let found: 'nearName' | null = null;
  for (const one of some) {
    for (const other of others) {
      const likeness = wordsLikeness(one, other);
      if (likeness === 'sameName') return likeness;
      found ??= likeness;
    }
  }
  return found;
}

/** Without a list made on the way: a shop of 50,000 compares hundreds of thousands of names. */
function wordsLikeness(one: Words, other: Words): 'sameName' | 'nearName' | null {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  let missing = '';
  let longest = 0;
  for (const word of short) {
    longest = Math.max(longest, word.length);
    if (long.includes(word)) continue;
    if (missing !== '') return null;
    missing = word;
  }
  if (longest === 0) return null;
  if (missing === '') {
    if (short.length === long.length) return 'sameName';
    return longest >= shortestGuessed ? 'nearName' : null;
  }
  if (short.length !== long.length || missing.length < shortestGuessed) return null;
  for (const word of long) if (!short.includes(word) && isOneSlip(missing, word)) return 'nearName';
  return null;
}

/**
 * By what a pair is found without comparing everybody with everybody: whoever shares no key is not compared. A district is
 * a key only beside the whole name, because thousands live in one.
 */
export function blockingKeysOf(person: PersonTraits): readonly string[] {
  const { phones, formerPhones, cards, names, birthDate, lastFour, address, householdId, district } = person;
  const numbers = [
    ...[...phones, ...formerPhones].map((phone) => `p ${phone}`),
    ...cards.map((card) => `c ${card}`),
  ];
  if (names.length === 0) return numbers;
  return [
    ...numbers,
    ...(birthDate === null ? [] : [`b ${birthDate}`]),
    ...(lastFour === null ? [] : [`l ${lastFour}`]),
    ...(address === '' ? [] : [`a ${address}`]),
    ...(householdId === null ? [] : [`h ${householdId}`]),
    ...(district === '' ? [] : names.map((words) => `d ${district} ${[...words].sort().join(' ')}`)),
  ];
}
