/** Checklists offered to a shop that has none: the owner accepts them or writes others. */
import type { LocalText } from '../text.ts';
import type { ChecklistMoment } from './checklistContract.ts';

export const suggestedChecklists: Readonly<Record<ChecklistMoment, readonly LocalText[]>> = {
  opening: [
    {
      uz: 'Boshlangʻich naqdni sanash',
      ru: 'Пересчитать наличные на начало',
      en: 'Count the opening cash',
    },
    {
      uz: 'Chek printeri, skaner va qogʻozni tekshirish',
      ru: 'Проверить принтер чеков, сканер и бумагу',
      en: 'Check the receipt printer, scanner and paper',
    },
    {
      uz: 'Muzlatgich haroratini koʻrish',
      ru: 'Посмотреть температуру холодильников',
      en: 'Check the fridges',
    },
    {
      uz: 'Muddati oʻtganlarni olib qoʻyish',
      ru: 'Убрать просроченное',
      en: 'Take expired goods off the shelf',
    },
    {
      uz: 'Kirish va kassa oldini tozalash',
      ru: 'Убрать у входа и у кассы',
      en: 'Clean the entrance and the counter',
    },
  ],
  service: [
    { uz: 'Salomlashish va koʻziga qarash', ru: 'Поздороваться первым', en: 'Greet first' },
    { uz: 'Mijoz kartasini soʻrash', ru: 'Спросить карту клиента', en: 'Ask for the customer’s card' },
    { uz: 'Boʻsh javonlarni toʻldirish', ru: 'Пополнить пустые полки', en: 'Refill empty shelves' },
    { uz: 'Narx yorliqlarini solishtirish', ru: 'Сверить ценники', en: 'Compare price tags' },
  ],
  closing: [
    {
      uz: 'Qoldirilgan savatlarni koʻrib chiqish',
      ru: 'Разобрать отложенные корзины',
      en: 'Look through parked baskets',
    },
    {
      uz: 'Terminal kunini yopish',
      ru: 'Сверить итоги на терминале',
      en: 'Close the day on the card terminal',
    },
    {
      uz: 'Katta pullarni seyfga olish',
      ru: 'Убрать крупные купюры в сейф',
      en: 'Put large notes in the safe',
    },
    { uz: 'Muzlatgich eshiklarini yopish', ru: 'Закрыть холодильники', en: 'Shut the fridges' },
    {
      uz: 'Chiroqlarni oʻchirish va qulflash',
      ru: 'Выключить свет и запереть',
      en: 'Lights off and lock up',
    },
  ],
};
