/** A stamp card on the receipt printer: what is collected, how far it is, what it brings, and until when it waits. */
import { createFormat } from '../../shared/format.ts';
import type { StampCardRule, StampReward } from '../../shared/loyalty/gameContract.ts';
import { scopeWords } from '../../shared/promotion/scopeWords.ts';
import { inAllLanguages, type NamesOf, russianCount } from '../../shared/promotion/speaker.ts';
import type { Block } from '../../shared/receipt/blocks.ts';
import { type Language, type LocalText, textIn } from '../../shared/text.ts';
import type { BusinessDay } from '../../shared/time.ts';

interface StampWords {
  readonly title: string;
  readonly collect: string;
  readonly has: string;
  readonly missing: (count: number) => string;
  readonly brings: string;
  readonly waiting: string;
  /** A new stamp on or before the day keeps the others. */
  readonly until: (day: string) => string;
  readonly freePiece: string;
  readonly bonus: (sum: string, days: number) => string;
  readonly coupon: string;
  readonly printedOn: string;
}

const daysInRussian = (days: number) => `${days} ${russianCount(days, 'день', 'дня', 'дней')}`;

const stampWords: Readonly<Record<Language, StampWords>> = {
  uz: {
    title: 'Shtamp kartasi',
    collect: 'Shtamp beriladi',
    has: 'Yigʻildi',
    missing: (count) => `Yana ${count} ta shtamp kerak`,
    brings: 'Karta toʻlganda',
    waiting: 'Sizni kutayotgan bepul dona',
    until: (day) => `Keyingi shtampni ${day} gacha oling, aks holda karta yangidan boshlanadi`,
    freePiece: 'bittasi bepul',
    bonus: (sum, days) => (days === 0 ? `${sum} bonus` : `${sum} bonus, ${days} kun amal qiladi`),
    coupon: 'kupon',
    printedOn: 'Chop etilgan kun',
  },
  ru: {
    title: 'Карта штампов',
    collect: 'Штамп за',
    has: 'Собрано',
    missing: (count) => `Осталось собрать: ${count}`,
    brings: 'За полную карту',
    waiting: 'Вас ждёт бесплатных штук',
    until: (day) => `Следующий штамп получите до ${day} включительно, иначе карта начнётся заново`,
    freePiece: 'одна штука бесплатно',
    bonus: (sum, days) => (days === 0 ? `бонус ${sum}` : `бонус ${sum} на ${daysInRussian(days)}`),
    coupon: 'купон',
    printedOn: 'Напечатано',
  },
  en: {
    title: 'Stamp card',
    collect: 'A stamp for',
    has: 'Collected',
    missing: (count) => `Still missing: ${count}`,
    brings: 'A full card brings',
    waiting: 'Free pieces waiting for you',
    until: (day) => `Get the next stamp by ${day}, or the card begins anew`,
    freePiece: 'one piece for nothing',
    bonus: (sum, days) => (days === 0 ? `${sum} bonus` : `${sum} bonus for ${days} days`),
    coupon: 'a coupon',
    printedOn: 'Printed on',
  },
};

export interface StampsOnPaper {
  readonly shopName: string;
  readonly language: Language;
  readonly card: Pick<StampCardRule, 'name' | 'scope' | 'needed' | 'reward'>;
  readonly names: NamesOf;
  /** At most as many as the card needs. */
  readonly stamps: number;
  /** Free pieces that wait. */
  readonly fullCards: number;
  /** The last day on which the stamps still count; null where they do not lapse, or there are none. */
  readonly lastDay: BusinessDay | null;
  readonly day: BusinessDay;
}

/** Boxes in words of five, so that they are counted at a glance and a line ends between words. */
const boxesTogether = 5;

/**
 * The stamps of a card as boxes.
 *
 * | stamps | needed | boxes                       |
 * |--------|--------|-----------------------------|
 * | 2      | 3      | `[x][x][ ]`                 |
 * | 6      | 8      | `[x][x][x][x][x] [x][ ][ ]` |
 */
export function stampBoxes(stamps: number, needed: number): string {
  // A no-break space inside a box keeps the five of them one word.
  const boxes = Array.from({ length: needed }, (_, at) => (at < stamps ? '[x]' : '[\u00A0]'));
  const groups = Array.from({ length: Math.ceil(needed / boxesTogether) }, (_, at) =>
    boxes.slice(at * boxesTogether, (at + 1) * boxesTogether).join(''),
  );
  return groups.join(' ');
}

/** Names nobody: whose card it is, the till knows. */
export function stampCardPaper(paper: StampsOnPaper): readonly Block[] {
  const { card, language, stamps, fullCards, lastDay } = paper;
  const words = stampWords[language];
  const format = createFormat(language);
  const goods: LocalText = inAllLanguages(paper.names, (speaker) => scopeWords(card.scope, speaker));
  const missing = card.needed - stamps;
  return [
    { kind: 'heading', text: paper.shopName },
    { kind: 'text', text: words.title, align: 'center' },
    { kind: 'text', text: textIn(card.name, language), align: 'center', bold: true },
    { kind: 'rule' },
    { kind: 'text', text: `${words.collect}: ${textIn(goods, language)}` },
    { kind: 'feed', lines: 1 },
    { kind: 'text', text: stampBoxes(stamps, card.needed), align: 'center', bold: true },
    { kind: 'feed', lines: 1 },
    { kind: 'row', left: words.has, right: `${stamps} / ${card.needed}`, bold: true },
    ...(missing > 0 ? [{ kind: 'text', text: words.missing(missing) } as const] : []),
    { kind: 'text', text: `${words.brings}: ${rewardWords(card.reward, paper)}` },
    ...(fullCards > 0
      ? [{ kind: 'row', left: words.waiting, right: format.number(fullCards), bold: true } as const]
      : []),
    ...(lastDay === null
      ? []
      : [{ kind: 'rule' } as const, { kind: 'text', text: words.until(format.day(lastDay)) } as const]),
    { kind: 'rule' },
    { kind: 'text', text: `${words.printedOn}: ${format.day(paper.day)}`, align: 'center' },
    { kind: 'cut' },
  ];
}

function rewardWords(reward: StampReward, { language, names }: StampsOnPaper): string {
  const words = stampWords[language];
  switch (reward.kind) {
    case 'freePiece':
      return words.freePiece;
    case 'bonus':
      return words.bonus(createFormat(language).number(reward.bonusSom), reward.expiryDays);
    case 'coupon': {
      const name = textIn(names.series(reward.seriesId), language);
      return name === '' ? words.coupon : `${words.coupon} «${name}»`;
    }
  }
}
