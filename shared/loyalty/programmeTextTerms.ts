/** What the rules of the programme say of taking part, goods that come back, lost cards, personal data and changes. */
import { days, type Line, type ProgrammeToTell, type SectionToSay } from './programmeTextWords.ts';

/** So many days before they hold the shop hangs out new rules. */
export const daysBeforeChange = 10;

export function whoSection({ shop }: ProgrammeToTell): SectionToSay {
  return {
    title: ({ say }) => say('Dastur va ishtirok', 'Программа и участие', 'The programme and who takes part'),
    lines: [
      ({ say, quoted }) => {
        const name = shop.name === '' ? '' : `${quoted({ uz: shop.name })} `;
        return say(
          `Bu qoidalar ${name}doʻkonining ommaviy ofertasi. Ishtirok bepul: karta olish yoki telefonni aytish kifoya.`,
          `Эти правила являются публичной офертой магазина ${name.trim()}`.trim() +
            '. Участие бесплатное: достаточно взять карту или назвать телефон.',
          `These rules are the public offer of the shop ${name.trim()}`.trim() +
            '. Taking part is free: take a card or tell a phone.',
        );
      },
      ({ say }) =>
        say(
          'Bonus doʻkonning oʻz imtiyozi. U pul emas va davlatning soliq keshbekiga aloqador emas.',
          'Бонус является собственной льготой магазина. Это не деньги и не государственный кешбэк.',
          'Bonus is the shop’s own favour. It is not money, and not the cashback of the state.',
        ),
      ({ say }) =>
        say(
          'Bitta telefon bitta mijozniki. Bonus boshqa odamga oʻtkazilmaydi.',
          'Один телефон принадлежит одному покупателю. Другому человеку бонус не передаётся.',
          'One phone has one customer. Bonus is not handed over to another person.',
        ),
    ],
  };
}

export function returnsSection({ shop }: ProgrammeToTell): SectionToSay {
  const given: Line = ({ say }) =>
    say(
      'Tovar qaytarilsa, u uchun berilgan bonus olib qoʻyiladi. Sarflab boʻlingan boʻlsa, keyingi bonuslardan ushlab qolinadi.',
      'При возврате товара бонус за него снимается. Если он уже потрачен, его покроют следующие начисления.',
      'When goods come back, the bonus they brought is taken back. If it is spent, the next bonus makes up for it.',
    );
  const spent: Line = ({ say }) =>
    say(
      'Shu tovarga sarflangan bonus eski muddati bilan, lekin kamida 14 kunga qaytariladi.',
      'Бонус, потраченный на этот товар, возвращается с прежним сроком, но не меньше чем на 14 дней.',
      'Bonus that was spent on them returns with its old term, but for at least 14 days.',
    );
  const term: Line = (speaker) => {
    const count = days(speaker, shop.returnDays);
    return speaker.say(
      `Qaytarish muddati: ${count}.`,
      `Срок возврата: ${count}.`,
      `Goods may be brought back for ${count}.`,
    );
  };
  return {
    title: ({ say }) => say('Tovar qaytarilganda', 'Возврат товара', 'Goods that come back'),
    lines: shop.returnDays === 0 ? [given, spent] : [given, spent, term],
  };
}

export function cardsSection(): SectionToSay {
  return {
    title: ({ say }) => say('Karta yoʻqolsa', 'Если карта потеряна', 'A lost card'),
    lines: [
      ({ say }) =>
        say(
          'Doʻkonga ayting: karta darhol toʻxtatiladi, telefonga biriktirilgan bonus toʻliq saqlanadi va yangi kartaga oʻtadi.',
          'Скажите в магазине: карту сразу заблокируют, бонус, привязанный к телефону, сохранится весь и перейдёт на новую карту.',
          'Tell the shop: the card is blocked at once, and bonus registered to a phone stays whole and goes to the new card.',
        ),
      ({ say }) =>
        say(
          'Telefonga biriktirilmagan karta kimniki ekanini doʻkon bilmaydi: kartaga telefonni biriktirib qoʻying.',
          'Чья карта без телефона, магазин не знает: привяжите к карте телефон.',
          'The shop does not know whose a card without a phone is: have a phone registered to it.',
        ),
    ],
  };
}

export function dataSection(): SectionToSay {
  return {
    title: ({ say }) => say('Shaxsiy maʼlumotlar', 'Персональные данные', 'Personal data'),
    lines: [
      ({ say }) =>
        say(
          'Telefon, ism va xaridlar faqat dasturni yuritish uchun va mijoz roziligi bilan saqlanadi. Xabarlar alohida rozilik bilan yuboriladi.',
          'Телефон, имя и покупки хранятся только для программы и с согласия покупателя. Сообщения отправляются по отдельному согласию.',
          'Phone, name and purchases are kept for the programme only and with the customer’s consent. Messages need a consent of their own.',
        ),
      ({ say }) =>
        say(
          'Rozilikni istalgan vaqtda doʻkonda qaytarib olish mumkin: xabarlar darhol toʻxtaydi, maʼlumotlar soʻralganda oʻchiriladi.',
          'Согласие можно отозвать в магазине в любое время: сообщения прекратятся сразу, данные удалят по просьбе.',
          'The consent may be withdrawn in the shop at any time: messages stop at once, and the data is erased when asked for.',
        ),
    ],
  };
}

export function changesSection({ shop }: ProgrammeToTell): SectionToSay {
  const contact = [shop.name, shop.address, shop.phone].filter((part) => part !== '').join(', ');
  const legal: Line = ({ say }) => {
    const stir =
      shop.stir === '' ? '' : say(` STIR ${shop.stir}.`, ` ИНН ${shop.stir}.`, ` TIN ${shop.stir}.`);
    return say(
      `Savol va shikoyatlar: ${contact}.${stir}`,
      `Вопросы и жалобы: ${contact}.${stir}`,
      `Questions and complaints: ${contact}.${stir}`,
    );
  };
  return {
    title: ({ say }) => say('Qoidalar oʻzgarganda', 'Изменение правил', 'When the rules change'),
    lines: [
      (speaker) => {
        const term = days(speaker, daysBeforeChange);
        return speaker.say(
          `Yangi qoidalar kuchga kirishidan kamida ${term} oldin doʻkonda osib qoʻyiladi.`,
          `Новые правила вывешиваются в магазине не позже чем за ${term} до начала действия.`,
          `New rules hang in the shop at least ${term} before they hold.`,
        );
      },
      ({ say }) =>
        say(
          'Dastur tugatilsa, toʻplangan bonusni sarflash uchun kamida shuncha vaqt beriladi.',
          'Если программа закончится, на траты накопленного бонуса останется не меньше этого срока.',
          'Should the programme end, there is at least as much time to spend the bonus that is left.',
        ),
      ...(contact === '' ? [] : [legal]),
    ],
  };
}
