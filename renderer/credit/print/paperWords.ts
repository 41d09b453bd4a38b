/** The words on gift certificates, statements of debts and the list of the notebook, in the three languages of the shop. */
import { type Language, languages } from '../../../shared/text.ts';

export interface CreditPaperWords {
  readonly certificate: string;
  readonly lastDay: string;
  readonly never: string;
  readonly rules: string;
  readonly statement: string;
  readonly customer: string;
  readonly takenOn: string;
  readonly what: string;
  readonly receipt: (number: number) => string;
  readonly notebook: string;
  readonly dueOn: string;
  readonly amount: string;
  readonly open: string;
  readonly total: string;
  readonly late: string;
  readonly confirm: string;
  readonly signature: string;
  readonly forShop: string;
  readonly page: (page: number, pages: number) => string;
  readonly list: string;
  readonly name: string;
  readonly consent: string;
}

export const creditPaperWords: Readonly<Record<Language, CreditPaperWords>> = {
  uz: {
    certificate: 'Sovgʻa kartasi',
    lastDay: 'Oxirgi kun',
    never: 'Muddatsiz',
    rules:
      'Butun summani yoki bir qismini sarflash mumkin. Naqd pulga almashtirilmaydi. Kim keltirsa, oʻsha toʻlaydi.',
    statement: 'Qarz haqida maʼlumot',
    customer: 'Mijoz',
    takenOn: 'Olingan kun',
    what: 'Asos',
    receipt: (number) => `Chek №${number}`,
    notebook: 'Qarz daftari',
    dueOn: 'Toʻlov muddati',
    amount: 'Summa',
    open: 'Qolgan qarz',
    total: 'Jami qarz',
    late: 'shundan muddati oʻtgan',
    confirm: 'Yuqorida koʻrsatilgan qarzim borligini tasdiqlayman va uni muddatida toʻlayman.',
    signature: 'imzo',
    forShop: 'Doʻkon',
    page: (page, pages) => `${page} / ${pages}`,
    list: 'Qarz daftaridan koʻchirilgan qarzlar',
    name: 'Ism va telefon',
    consent:
      'Imzo qoʻyib, qarzim toʻgʻri yozilganini tasdiqlayman hamda ismim, telefonim va qarzim shu doʻkonning dasturida saqlanishiga roziman.',
  },
  ru: {
    certificate: 'Подарочная карта',
    lastDay: 'Последний день',
    never: 'Без срока',
    rules: 'Можно потратить сразу или по частям. На деньги не обменивается. Платит тот, кто её предъявит.',
    statement: 'Справка о долге',
    customer: 'Клиент',
    takenOn: 'Взято',
    what: 'Основание',
    receipt: (number) => `Чек №${number}`,
    notebook: 'Долговая тетрадь',
    dueOn: 'Срок оплаты',
    amount: 'Сумма',
    open: 'Остаток долга',
    total: 'Всего долга',
    late: 'из них просрочено',
    confirm: 'Подтверждаю, что должен указанную сумму, и заплачу её в срок.',
    signature: 'подпись',
    forShop: 'Магазин',
    page: (page, pages) => `${page} / ${pages}`,
    list: 'Долги, перенесённые из тетради',
    name: 'Имя и телефон',
    consent:
      'Подписью подтверждаю, что мой долг записан верно, и соглашаюсь, чтобы моё имя, телефон и долг хранились в программе этого магазина.',
  },
  en: {
    certificate: 'Gift card',
    lastDay: 'Last day',
    never: 'No last day',
    rules:
      'Spend all of it or a part at a time. It is not exchanged for cash. Whoever brings it pays with it.',
    statement: 'Statement of debt',
    customer: 'Customer',
    takenOn: 'Taken on',
    what: 'For',
    receipt: (number) => `Receipt no. ${number}`,
    notebook: 'Paper notebook',
    dueOn: 'Due on',
    amount: 'Sum',
    open: 'Still owed',
    total: 'Owed in all',
    late: 'of this late',
    confirm: 'I confirm that I owe the sum above and will pay it in time.',
    signature: 'signature',
    forShop: 'Shop',
    page: (page, pages) => `${page} / ${pages}`,
    list: 'Debts copied from the paper notebook',
    name: 'Name and phone',
    consent:
      'By signing I confirm that my debt is written down correctly, and agree that my name, phone and debt are kept in the program of this shop.',
  },
};

/** The shop's own language first. */
export function languagesFrom(first: Language): readonly Language[] {
  return [first, ...languages.filter((language) => language !== first)];
}
