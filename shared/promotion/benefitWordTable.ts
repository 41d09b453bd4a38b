/** What each kind of benefit gives, in words. A new kind is one more entry here. */
import { ONE } from '../money.ts';
import type { BasketBenefit } from './basketBenefits.ts';
import type { LineBenefit } from './lineBenefits.ts';
import type { Off } from './off.ts';
import type { RewardBenefit } from './rewards.ts';
import { scopeWords } from './scopeWords.ts';
import type { SetBenefit } from './setBenefits.ts';
import { englishCount, englishTimes, russianCount, russianOf, type Speaker } from './speaker.ts';

type WordsOf<Benefit extends { readonly kind: string }> = {
  readonly [Kind in Benefit['kind']]: (
    benefit: Extract<Benefit, { readonly kind: Kind }>,
    speaker: Speaker,
  ) => string;
};

/** A piece cheaper: "−50 %", "free". Stands after the goods. */
function offWords(off: Off, { say, format, minusPercent, minusSom }: Speaker): string {
  switch (off.kind) {
    case 'percent':
      return off.rateBasisPoints === 10_000
        ? say('bepul', 'бесплатно', 'free')
        : minusPercent(off.rateBasisPoints);
    case 'amountPerUnit': {
      const sum = minusSom(off.amountSom);
      return say(
        `har dona yoki kg uchun ${sum}`,
        `${sum} за каждую штуку или кг`,
        `${sum} for each piece or kg`,
      );
    }
    case 'fixedPrice': {
      const price = format.som(off.priceSom);
      return say(`narxi ${price}`, `по ${price}`, `at ${price}`);
    }
  }
}

/** "(at most 2 times a receipt)", or nothing when there is no limit. */
function timesWords(atMostTimes: number | null, { say, format }: Speaker): string {
  if (atMostTimes === null) return '';
  const times = format.number(atMostTimes);
  return say(
    ` (chekda koʻpi bilan ${times} marta)`,
    ` (не более ${times} ${russianOf(atMostTimes, 'раза', 'раз')} в чеке)`,
    ` (at most ${englishTimes(atMostTimes, times)} a receipt)`,
  );
}

export const lineBenefitWords: WordsOf<LineBenefit> = {
  percent: (benefit, { minusPercent }) => minusPercent(benefit.rateBasisPoints),

  amountPerUnit: (benefit, speaker) =>
    offWords({ kind: 'amountPerUnit', amountSom: benefit.amountSom }, speaker),

  amountPerLine: ({ amountSom }, { say, minusSom }) => {
    const sum = minusSom(amountSom);
    return say(
      `chekning har qatoridan ${sum}`,
      `${sum} с каждой строки чека`,
      `${sum} off each receipt line`,
    );
  },

  fixedPrice: (benefit, speaker) => offWords({ kind: 'fixedPrice', priceSom: benefit.priceSom }, speaker),

  salePrices: ({ prices }, { say, few, name, names, format }) => {
    const priceOf = new Map(prices.map((each) => [each.productId, each.priceSom]));
    const list = few(
      [...priceOf.keys()],
      (id) => `${name(names.product(id))} ${format.som(priceOf.get(id) ?? 0)}`,
    );
    return say(`aksiya narxi: ${list}`, `цена по акции: ${list}`, `sale price: ${list}`);
  },

  volumeSteps: ({ steps, counts }, speaker) => {
    const { say, format } = speaker;
    const each = steps.map(({ fromThousandths, off }) => {
      const from = format.quantity(fromThousandths);
      const count = fromThousandths / ONE;
      const start = Number.isInteger(count)
        ? say(
            `${from} tadan`,
            `от ${from} ${russianOf(count, 'штуки', 'штук')}`,
            `from ${from} ${englishCount(count, 'piece', 'pieces')}`,
          )
        : say(`${from} dan`, `от ${from}`, `from ${from}`);
      return `${start} ${offWords(off, speaker)}`;
    });
    const note =
      counts === 'together' || each.length === 0
        ? ''
        : say(' (har bir mahsulot alohida)', ' (каждый товар отдельно)', ' (each product for itself)');
    return each.join(', ') + note;
  },
};

export const setBenefitWords: WordsOf<SetBenefit> = {
  cheapestFree: ({ of }, { say, format }) => {
    const count = format.number(of);
    return say(
      `${count} tadan eng arzoni bepul`,
      `из ${count} ${russianOf(of, 'штуки', 'штук')} самая дешёвая бесплатно`,
      `of every ${count} the cheapest is free`,
    );
  },

  cheapest: ({ off }, speaker) =>
    `${speaker.say('eng arzon bitta dona', 'самая дешёвая штука', 'the cheapest piece')} ${offWords(off, speaker)}`,

  buyGet: ({ buyPieces, getPieces, get, off, atMostTimes }, speaker) => {
    const { say, format } = speaker;
    const [buy, got] = [format.number(buyPieces), format.number(getPieces)];
    const cheaper = offWords(off, speaker);
    const pieces = russianOf(buyPieces, 'штуки', 'штук');
    const times = timesWords(atMostTimes, speaker);
    if (get === undefined) {
      return (
        say(
          `${buy} ta oling, ${got} tasi ${cheaper}`,
          `при покупке ${buy} ${pieces} ещё ${got} ${cheaper}`,
          `buy ${buy}, get ${got} ${cheaper}`,
        ) + times
      );
    }
    const goods = scopeWords(get, speaker);
    return (
      say(
        `${buy} ta olsangiz, ${got} ta ${goods} ${cheaper}`,
        `при покупке ${buy} ${pieces}: ${goods} (${got} шт.) ${cheaper}`,
        `buy ${buy}: ${got} × ${goods} ${cheaper}`,
      ) + times
    );
  },

  bundle: ({ parts, priceSom, atMostTimes }, speaker) => {
    const { say, format } = speaker;
    const goods = parts
      .map(({ of, pieces }) => {
        const count = format.number(pieces);
        const what = scopeWords(of, speaker);
        return say(`${count} ta ${what}`, `${what} (${count} шт.)`, `${count} × ${what}`);
      })
      .join(' + ');
    const price = format.som(priceSom);
    return (
      say(`${goods} birga ${price}`, `${goods} вместе за ${price}`, `${goods} together for ${price}`) +
      timesWords(atMostTimes, speaker)
    );
  },

  gift: ({ of, pieces }, speaker) => {
    const count = speaker.format.number(pieces);
    const goods = scopeWords(of, speaker);
    if (pieces === 1) return speaker.say(`sovgʻaga: ${goods}`, `в подарок: ${goods}`, `as a gift: ${goods}`);
    return speaker.say(
      `sovgʻaga: ${count} ta ${goods}`,
      `в подарок: ${goods} (${count} шт.)`,
      `as a gift: ${count} × ${goods}`,
    );
  },
};

export const basketBenefitWords: WordsOf<BasketBenefit> = {
  percent: ({ rateBasisPoints, atMostSom }, { say, format, minusPercent }) => {
    const off = minusPercent(rateBasisPoints);
    if (atMostSom === null) return off;
    const most = format.som(atMostSom);
    return say(`${off}, koʻpi bilan ${most}`, `${off}, но не больше ${most}`, `${off}, at most ${most}`);
  },

  amount: ({ amountSom }, { minusSom }) => minusSom(amountSom),

  fixedPrice: ({ priceSom }, { say, format }) => {
    const price = format.som(priceSom);
    return say(`hammasi birga ${price}`, `всё вместе за ${price}`, `all together for ${price}`);
  },

  sumSteps: ({ steps }, { say, format, minusPercent, minusSom }) =>
    steps
      .map((step) => {
        const off = step.kind === 'percent' ? minusPercent(step.rateBasisPoints) : minusSom(step.amountSom);
        const from = format.som(step.fromSom);
        return `${say(`${from}dan`, `от ${from}`, `from ${from}`)} ${off}`;
      })
      .join(', '),
};

type Per = Extract<RewardBenefit, { readonly kind: 'stamps' }>['per'];

/** What is given, and for what it is counted; that is left out when it comes once a receipt. */
function givenPer(per: Per, given: string, { say, format }: Speaker): string {
  if (per.kind === 'receipt') return given;
  if (per.kind === 'piece') {
    return say(`har dona uchun ${given}`, `${given} за каждую штуку`, `${given} for each piece`);
  }
  const sum = format.som(per.eachSom);
  return say(`har ${sum} uchun ${given}`, `${given} за каждые ${sum}`, `${given} for every ${sum}`);
}

export const rewardWords: WordsOf<RewardBenefit> = {
  bonusMultiplier: ({ timesBasisPoints }, { say, format }) => {
    if (timesBasisPoints % 100 !== 0) {
      const rate = format.percent(timesBasisPoints);
      return say(`bonus ${rate} miqdorida`, `бонусы в размере ${rate}`, `bonus at ${rate}`);
    }
    const times = format.percent(timesBasisPoints / 100).replace(/\s*%$/, '');
    return say(`bonus ×${times}`, `бонусы ×${times}`, `bonus ×${times}`);
  },

  nextCoupon: ({ seriesId, partnerId }, { say, names, quoted }) => {
    const series = quoted(names.series(seriesId));
    if (partnerId === null) {
      return say(
        `keyingi xaridga ${series} kuponi`,
        `купон ${series} на следующую покупку`,
        `coupon ${series} for the next visit`,
      );
    }
    const partner = quoted(names.partner(partnerId));
    return say(
      `hamkor ${partner} kuponi: ${series}`,
      `купон партнёра ${partner}: ${series}`,
      `coupon of the partner ${partner}: ${series}`,
    );
  },

  stamps: ({ stamps, per }, speaker) => {
    const count = speaker.format.number(stamps);
    const given = speaker.say(
      `${count} ta shtamp`,
      `${count} ${russianCount(stamps, 'штамп', 'штампа', 'штампов')}`,
      `${count} ${englishCount(stamps, 'stamp', 'stamps')}`,
    );
    return givenPer(per, given, speaker);
  },

  tickets: ({ tickets, per }, speaker) => {
    const count = speaker.format.number(tickets);
    const given = speaker.say(
      `oʻyinga ${count} ta chipta`,
      `${count} ${russianCount(tickets, 'билет', 'билета', 'билетов')} розыгрыша`,
      `${count} draw ${englishCount(tickets, 'ticket', 'tickets')}`,
    );
    return givenPer(per, given, speaker);
  },

  bonus: ({ bonusSom, per }, speaker) => {
    const sum = speaker.format.signedNumber(bonusSom);
    const given = speaker.say(
      `${sum} bonus`,
      `${sum} ${russianCount(bonusSom, 'бонус', 'бонуса', 'бонусов')}`,
      `${sum} bonus`,
    );
    return givenPer(per, given, speaker);
  },
};
