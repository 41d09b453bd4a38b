/** The rules of the programme as a public offer in three languages, made from what the owner has set. */
import { scopeWords } from '../promotion/scopeWords.ts';
import { capitalised, inAllLanguages, type Speaker } from '../promotion/speaker.ts';
import type { LocalText } from '../text.ts';
import type { ProgrammeSettings } from './programmeContract.ts';
import { deedsSection, friendsSection, stampsSection, tiersSection } from './programmeTextRewards.ts';
import {
  cardsSection,
  changesSection,
  dataSection,
  returnsSection,
  whoSection,
} from './programmeTextTerms.ts';
import { days, type Line, type ProgrammeToTell, type SectionToSay } from './programmeTextWords.ts';

/** A heading and what stands under it, a sentence or two a line. */
export interface ProgrammeSection {
  readonly title: LocalText;
  readonly lines: readonly LocalText[];
}

/**
 * Everything that a customer may hold the shop to, in the order in which they ask: who takes part, what brings bonus and
 * what does not, how it is spent, how long it lives, tiers, deeds, friends, stamps, goods that come back, lost cards,
 * personal data, and how the rules change. What is switched off is not mentioned. The shop's bonus is never called the
 * state's cashback.
 */
export function programmeText(told: ProgrammeToTell): readonly ProgrammeSection[] {
  const sections = [
    whoSection(told),
    earningSection(told),
    nothingSection(told),
    spendingSection(told),
    lifeSection(told),
    tiersSection(told),
    deedsSection(told),
    friendsSection(told),
    stampsSection(told),
    returnsSection(told),
    cardsSection(),
    dataSection(),
    changesSection(told),
  ];
  return sections
    .filter(({ lines }) => lines.length > 0)
    .map(({ title, lines }) => ({
      title: inAllLanguages(told.names, title),
      lines: lines.map((line) => inAllLanguages(told.names, (speaker) => capitalised(line(speaker)))),
    }));
}

function earningSection({ programme, rules, ladder }: ProgrammeToTell): SectionToSay {
  const rate = programme.cashbackBasisPoints;
  const times = rules.flatMap((rule) => (rule.kind === 'times' ? [rule] : []));
  return {
    title: ({ say }) => say('Bonus nima uchun beriladi', 'За что начисляется бонус', 'What brings bonus'),
    lines: [
      ({ say, format }) => {
        const each = format.percent(rate);
        return say(
          `Xarid uchun pul bilan toʻlangan summaning ${each} miqdorida bonus beriladi: barcha chegirmalardan keyin, butun soʻmgacha pastga yaxlitlanadi.`,
          `За покупку начисляется бонус ${each} от суммы, оплаченной деньгами: после всех скидок, с округлением вниз до целого сума.`,
          `A purchase brings bonus of ${each} of what is paid in money: after all discounts, rounded down to a whole soʻm.`,
        );
      },
      ...(ladder.tiers.some((tier) => tier.bonusBasisPoints !== null) ? [ownRateLine] : []),
      ...times.map(
        (rule): Line =>
          (speaker) =>
            timesLine(rule.timesBasisPoints, scopeWords(rule.scope, speaker), speaker),
      ),
      ({ say }) =>
        say(
          'Sovgʻa kartasi va doʻkondagi hisob bilan toʻlangan qism uchun ham bonus beriladi.',
          'За часть, оплаченную подарочной картой или деньгами со счёта в магазине, бонус тоже начисляется.',
          'The part paid with a gift card or from the account in the shop brings bonus too.',
        ),
      debtLine(programme),
    ],
  };
}

const ownRateLine: Line = ({ say }) =>
  say(
    'Daraja oʻz foiziga ega boʻlsa, umumiy foiz oʻrniga oʻsha qoʻllanadi.',
    'Если у уровня свой процент, он действует вместо общего.',
    'A tier that has a rate of its own has it in the place of the usual one.',
  );

/** Whole times where they are whole; what is between is a part of the usual bonus. */
function timesLine(timesBasisPoints: number, goods: string, { say, format }: Speaker): string {
  if (timesBasisPoints % 10_000 === 0) {
    const times = format.number(timesBasisPoints / 10_000);
    return say(
      `${goods}: bonus odatdagidan ${times} barobar.`,
      `${goods}: бонус ×${times} от обычного.`,
      `${goods}: ${times} times the usual bonus.`,
    );
  }
  const part = format.percent(timesBasisPoints);
  return say(
    `${goods}: odatdagi bonusning ${part} miqdorida.`,
    `${goods}: ${part} от обычного бонуса.`,
    `${goods}: ${part} of the usual bonus.`,
  );
}

function debtLine({ debtEarns }: ProgrammeSettings): Line {
  return ({ say }) =>
    debtEarns === 'atOnce'
      ? say(
          'Nasiyaga olingan tovar uchun bonus darhol beriladi.',
          'За товар в долг бонус начисляется сразу.',
          'Goods taken on credit bring their bonus at once.',
        )
      : say(
          'Nasiyaga olingan tovar uchun bonus qarz toʻlanganda beriladi.',
          'За товар в долг бонус начисляется, когда долг оплачен.',
          'Goods taken on credit bring their bonus when the debt is paid.',
        );
}

function nothingSection({ programme, rules }: ProgrammeToTell): SectionToSay {
  const never = rules.filter((rule) => rule.kind === 'neverEarns');
  return {
    title: ({ say }) =>
      say('Nima uchun bonus berilmaydi', 'За что бонус не начисляется', 'What brings no bonus'),
    lines: [
      ({ say }) =>
        say(
          'Bonus bilan toʻlangan qism va sovgʻa kartasini sotib olish uchun bonus berilmaydi.',
          'Часть, оплаченная бонусом, и покупка подарочной карты бонуса не приносят.',
          'What is paid with bonus, and buying a gift card, bring none.',
        ),
      ...never.map(
        (rule): Line =>
          (speaker) => {
            const goods = scopeWords(rule.scope, speaker);
            return speaker.say(
              `Bonus berilmaydigan tovarlar: ${goods}.`,
              `Товары без бонуса: ${goods}.`,
              `Goods that bring none: ${goods}.`,
            );
          },
      ),
      ...(programme.discountedEarnNothing ? [discountedLine] : []),
      ...(programme.earnWhileRedeeming ? [] : [redeemingLine]),
      ...limitLines(programme),
    ],
  };
}

const discountedLine: Line = ({ say }) =>
  say(
    'Chegirma bilan sotilgan tovarlar uchun bonus berilmaydi.',
    'За товары, проданные со скидкой, бонус не начисляется.',
    'Goods sold at a discount bring none.',
  );

const redeemingLine: Line = ({ say }) =>
  say(
    'Bonus sarflangan xarid uchun yangi bonus berilmaydi.',
    'За покупку, в которой потрачен бонус, новый бонус не начисляется.',
    'A purchase on which bonus is spent brings no new one.',
  );

/** Only the limits that are set. */
function limitLines({
  minimumReceiptSom,
  mostReceiptsPerDay,
  mostEarnedPerDaySom,
}: ProgrammeSettings): readonly Line[] {
  const lines: Line[] = [];
  if (minimumReceiptSom > 0) {
    lines.push(({ say, format }) => {
      const sum = format.som(minimumReceiptSom);
      return say(
        `${sum}dan kam chek uchun bonus berilmaydi.`,
        `За чек меньше ${sum} бонус не начисляется.`,
        `A receipt below ${sum} brings none.`,
      );
    });
  }
  if (mostReceiptsPerDay !== null) {
    lines.push(({ say, format }) => {
      const count = format.number(mostReceiptsPerDay);
      return say(
        `Bir kunda bonus beriladigan cheklar soni: koʻpi bilan ${count} ta.`,
        `Чеков с бонусом в день: не больше ${count}.`,
        `Receipts that bring bonus in one day: at most ${count}.`,
      );
    });
  }
  if (mostEarnedPerDaySom !== null) {
    lines.push(({ say, format }) => {
      const sum = format.number(mostEarnedPerDaySom);
      return say(
        `Bir kunda xaridlar uchun beriladigan bonus: koʻpi bilan ${sum}.`,
        `Бонус за покупки в день: не больше ${sum}.`,
        `Bonus for purchases in one day: at most ${sum}.`,
      );
    });
  }
  return lines;
}

function spendingSection({ programme, rules }: ProgrammeToTell): SectionToSay {
  const never = rules.filter((rule) => rule.kind === 'neverPaid');
  return {
    title: ({ say }) => say('Bonus qanday sarflanadi', 'Как потратить бонус', 'How bonus is spent'),
    lines: [
      ({ say, format }) => {
        const ceiling = format.percent(programme.bonusCeilingBasisPoints);
        return say(
          `1 bonus 1 soʻmga teng. Bonus bilan xarid summasining koʻpi bilan ${ceiling} qismini toʻlash mumkin.`,
          `1 бонус равен 1 суму. Бонусом можно оплатить не больше ${ceiling} суммы покупки.`,
          `1 bonus is 1 soʻm. Bonus may pay at most ${ceiling} of a purchase.`,
        );
      },
      ...never.map(
        (rule): Line =>
          (speaker) => {
            const goods = scopeWords(rule.scope, speaker);
            return speaker.say(
              `Bonus bilan toʻlab boʻlmaydi: ${goods}.`,
              `Бонусом не оплачиваются: ${goods}.`,
              `May not be paid with bonus: ${goods}.`,
            );
          },
      ),
      ({ say }) =>
        say(
          'Bonus faqat mijoz soʻraganda sarflanadi. Avval muddati yaqin tugaydigan bonus sarflanadi.',
          'Бонус тратится только по просьбе покупателя. Первым тратится тот, что раньше сгорит.',
          'Bonus is spent only when the customer asks. What burns first is spent first.',
        ),
      looseLine(programme),
      payOutLine(programme),
    ],
  };
}

function looseLine({ spendWithoutCardSom, instantCardDailySom }: ProgrammeSettings): Line {
  return ({ say, format }) => {
    const loose = format.number(spendWithoutCardSom);
    const instant = format.number(instantCardDailySom);
    return say(
      `Sarflash uchun karta yoki oxirgi chek koʻrsatiladi. Kartasiz kuniga ${loose} gacha, telefonga biriktirilmagan karta bilan kuniga ${instant} gacha bonus sarflash mumkin.`,
      `Чтобы потратить бонус, покажите карту или последний чек. Без карты можно потратить до ${loose} в день, с картой без телефона до ${instant} в день.`,
      `To spend bonus show the card or the last receipt. Up to ${loose} a day may be spent without it, and up to ${instant} a day with a card that no phone is registered to.`,
    );
  };
}

function payOutLine({ isPayOutOn, payOutDailySom }: ProgrammeSettings): Line {
  return ({ say, format }) => {
    if (!isPayOutOn) {
      return say(
        'Bonus pulga almashtirilmaydi.',
        'На деньги бонус не обменивается.',
        'Bonus is not exchanged for money.',
      );
    }
    const sum = format.som(payOutDailySom);
    return say(
      `Telefonini aytgan mijoz bonusni naqd pul qilib olishi mumkin: kuniga ${sum}gacha.`,
      `Покупатель, назвавший телефон, может получить бонус наличными: до ${sum} в день.`,
      `A customer who gave a phone may have bonus paid out in cash: up to ${sum} a day.`,
    );
  };
}

function lifeSection({ programme }: ProgrammeToTell): SectionToSay {
  const { bonusExpiryDays, activationDelayDays, claimDays } = programme;
  return {
    title: ({ say }) => say('Bonus qancha vaqt amal qiladi', 'Сколько живёт бонус', 'How long bonus lives'),
    lines: [
      ...(activationDelayDays === 0 ? [] : [waitingLine(activationDelayDays)]),
      bonusExpiryDays === 0 ? neverBurnsLine : burnsLine(bonusExpiryDays),
      (speaker) => {
        const term = days(speaker, claimDays);
        return speaker.say(
          `Kartasiz xarid bonusi chekdagi kod boʻyicha ${term} kutadi: kod va telefon aytilsa, mijozga oʻtadi, aks holda kuyadi.`,
          `Бонус покупки без карты ждёт ${term} по коду на чеке: назовите код и телефон, иначе он сгорит.`,
          `The bonus of a purchase without a card waits ${term} for the code on the receipt: tell it with a phone, or it burns.`,
        );
      },
    ],
  };
}

const neverBurnsLine: Line = ({ say }) =>
  say('Xarid bonusi kuymaydi.', 'Бонус за покупки не сгорает.', 'Bonus for purchases never burns.');

function burnsLine(expiryDays: number): Line {
  return (speaker) => {
    const term = days(speaker, expiryDays);
    return speaker.say(
      `Xarid bonusi ${term} amal qiladi va oxirgi kunning oxirigacha sarflanadi; keyin kuyadi. Boshqa bonuslarning muddati quyida aytilgan. Tez kuyadigan bonus chekda eslatiladi.`,
      `Бонус за покупки живёт ${term}, его можно тратить до конца последнего дня; потом он сгорает. Срок остальных бонусов указан ниже. О бонусе, который скоро сгорит, напомнит чек.`,
      `Bonus for purchases lives ${term} and may be spent to the end of its last day; then it burns. Other bonus says its own term below. The receipt warns of what burns soon.`,
    );
  };
}

function waitingLine(delayDays: number): Line {
  return (speaker) => {
    const term = days(speaker, delayDays);
    return speaker.say(
      `Xarid bonusini ${term}dan keyin sarflash mumkin; muddati oʻsha kundan boshlanadi.`,
      `Бонус за покупку можно тратить через ${term}; с этого дня идёт его срок.`,
      `Bonus for a purchase may be spent after ${term}; its term begins on that day.`,
    );
  };
}
