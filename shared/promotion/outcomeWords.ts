/** Why a promotion did or did not work, in words of one language. */
import type { LocalText } from '../text.ts';
import { benefitPhrase } from './benefitPhrase.ts';
import type { Unmet } from './condition.ts';
import { conditionPhrase } from './conditionPhrase.ts';
import type { LimitReached } from './limits.ts';
import type { Nearest, PromotionOutcome, PromotionReport } from './outcome.ts';
import type { Promotion } from './promotion.ts';
import { wholeBasket } from './scope.ts';
import { capitalised, russianCount, type Speaker } from './speaker.ts';

/** The promotions of the day by id, where they are at hand: they name the one that won and say what is near. */
export type PromotionOf = (promotionId: string) => Promotion | undefined;

/** "12 000 soʻm more", "2 more pieces". */
export function nearestPhrase({ missingSom, missingThousandths }: Nearest, { say, format }: Speaker): string {
  if (missingSom > 0) {
    const sum = format.som(missingSom);
    return say(`yana ${sum}lik xarid`, `ещё на ${sum}`, `${sum} more`);
  }
  const figure = format.quantity(missingThousandths);
  const isWhole = missingThousandths % 1000 === 0;
  const pieces = isWhole ? ` ${russianCount(missingThousandths / 1000, 'штука', 'штуки', 'штук')}` : '';
  return say(`yana ${figure} ${isWhole ? 'ta' : ''}`.trimEnd(), `ещё ${figure}${pieces}`, `${figure} more`);
}

/** "12 000 soʻm more: −10 %". */
export function missPhrase(nearest: Nearest, gives: Promotion['benefit'] | null, speaker: Speaker): string {
  const words = nearestPhrase(nearest, speaker);
  return capitalised(gives === null ? words : `${words}: ${benefitPhrase(gives, speaker)}`);
}

/** "It worked: −5 000 soʻm", or why not, with what a little more would bring. */
export function outcomePhrase(
  report: Pick<PromotionReport, 'promotionId' | 'outcome' | 'nearest'>,
  promotionOf: PromotionOf,
  speaker: Speaker,
): string {
  const { promotionId, outcome, nearest } = report;
  const why = whyPhrase(outcome, promotionOf(promotionId), promotionOf, speaker);
  if (nearest === null) return why;
  return `${why}. ${missPhrase(nearest, promotionOf(promotionId)?.benefit ?? null, speaker)}`;
}

function whyPhrase(
  outcome: PromotionOutcome,
  own: Promotion | undefined,
  promotionOf: PromotionOf,
  speaker: Speaker,
): string {
  const { say, minusSom, format } = speaker;
  switch (outcome.kind) {
    case 'applied': {
      const sum = minusSom(outcome.amountSom);
      return say(`Ishladi: ${sum}`, `Сработала: ${sum}`, `It worked: ${sum}`);
    }
    case 'rewarded':
      return say('Ishladi: mukofoti beriladi', 'Сработала: награда даётся', 'It worked: its reward is given');
    case 'nothingCovered':
      return say(
        'Savatda uning mahsulotlari yoʻq',
        'В корзине нет её товаров',
        'None of its goods are in the basket',
      );
    case 'conditionUnmet':
      return unmetPhrase(outcome.unmet, own, speaker);
    case 'limitReached':
      return limitPhrase(outcome.limit, speaker);
    case 'overBudget': {
      const [left, wanted] = [format.som(outcome.leftSom), format.som(outcome.wantedSom)];
      return say(
        `Byudjetida ${left} qoldi, bu chekka ${wanted} kerak`,
        `В бюджете осталось ${left}, а на этот чек нужно ${wanted}`,
        `Its budget has ${left} left, this receipt would take ${wanted}`,
      );
    }
    case 'incomplete':
      return say('Mahsulot soni yetmayapti', 'Не хватает товаров', 'Goods are missing');
    case 'outdone':
      return outdonePhrase(nameOf(outcome.by, promotionOf), speaker);
    case 'heldByAnother':
      return heldPhrase(nameOf(outcome.by, promotionOf), speaker);
    case 'noEffect':
      return say(
        'Kamaytiradigan narsa qolmagan',
        'Снижать здесь нечего',
        'There was nothing that it could take off',
      );
    case 'cutByCap':
      return say(
        'Chegirmalar chegarasidan oshgani uchun berilmadi',
        'Не дана: скидки упёрлись в общий предел',
        'Not given: all discounts together reached the shop’s cap',
      );
  }
}

function nameOf(promotionId: string | null, promotionOf: PromotionOf): LocalText | null {
  return promotionId === null ? null : (promotionOf(promotionId)?.name ?? null);
}

function outdonePhrase(by: LocalText | null, { say, quoted }: Speaker): string {
  if (by === null) {
    return say('Boshqa chegirmalar koʻproq beradi', 'Другие скидки дают больше', 'Other discounts give more');
  }
  const name = quoted(by);
  return say(`${name} koʻproq beradi`, `${name} даёт больше`, `${name} gives more`);
}

function heldPhrase(by: LocalText | null, { say, quoted }: Speaker): string {
  if (by === null) {
    return say(
      'Bu mahsulotlarda yolgʻiz ishlaydigan boshqa aksiya bor',
      'На эти товары действует акция, которая не сочетается с другими',
      'A promotion that stands alone works on these goods',
    );
  }
  const name = quoted(by);
  return say(
    `Bu mahsulotlarda ${name} ishlaydi, u boshqalar bilan qoʻshilmaydi`,
    `На эти товары действует ${name}, она не сочетается с другими`,
    `${name} works on these goods and stands alone`,
  );
}

function unmetPhrase(unmet: readonly Unmet[], own: Promotion | undefined, speaker: Speaker): string {
  const scope = own?.scope ?? wholeBasket;
  const words = unmet.map(({ condition }) => conditionPhrase(condition, scope, speaker)).join(', ');
  return speaker.say(
    `Sharti bajarilmadi: ${words}`,
    `Условие не выполнено: ${words}`,
    `Its condition does not hold: ${words}`,
  );
}

function limitPhrase(limit: LimitReached, { say }: Speaker): string {
  switch (limit) {
    case 'times':
      return say(
        'Hamma martasi ishlatib boʻlingan',
        'Все разы уже использованы',
        'All its times are used up',
      );
    case 'timesPerDay':
      return say(
        'Bugungi martalari tugadi',
        'На сегодня все разы использованы',
        'Its times for today are used up',
      );
    case 'timesPerCustomer':
      return say(
        'Bu mijoz undan foydalanib boʻlgan',
        'Этот клиент уже использовал её',
        'This customer has used it up',
      );
    case 'timesPerCustomerPerDay':
      return say(
        'Bu mijoz bugun undan foydalanib boʻlgan',
        'Этот клиент сегодня уже использовал её',
        'This customer has used it up for today',
      );
    case 'budgetSom':
      return say('Byudjeti tugadi', 'Её бюджет исчерпан', 'Its budget is used up');
    case 'needsCustomer':
      return say(
        'Mijoz kerak: kartasini skanerlang',
        'Нужен клиент: отсканируйте его карту',
        'It needs a customer: scan their card',
      );
  }
}
