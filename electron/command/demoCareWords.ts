/** What customers of the demo shop say and like, in its language. */
import type { ComplaintTopic } from '../../shared/service/complaint.ts';
import type { Language } from '../../shared/text.ts';

export interface DemoCareWords {
  readonly districts: readonly string[];
  readonly allergies: readonly string[];
  readonly likes: readonly string[];
  readonly complaints: readonly { readonly topic: ComplaintTopic; readonly words: string }[];
  readonly answer: string;
  readonly questions: readonly string[];
  readonly reply: string;
  readonly firm: string;
  readonly wishes: readonly string[];
  readonly orders: readonly string[];
  readonly calls: readonly string[];
}

export const demoCareWords: Readonly<Record<Language, DemoCareWords>> = {
  uz: {
    districts: ['Chilonzor', 'Yunusobod', 'Mirzo Ulugʻbek', 'Sergeli'],
    allergies: ['Yongʻoq', 'Sut', 'Asal'],
    likes: ['Shakarsiz', 'Issiq non, 17:00 dan keyin', 'Yirik tuxum', 'Koʻk choy 95'],
    complaints: [
      { topic: 'quality', words: 'Non qotib qolgan ekan' },
      { topic: 'quality', words: 'Sut achigan' },
      { topic: 'service', words: 'Navbat uzoq boʻldi' },
      { topic: 'price', words: 'Narx yorligʻi boshqa edi' },
      { topic: 'choice', words: 'Bezlaktozali sut yoʻq' },
    ],
    answer: 'Uzr soʻraymiz. Almashtirib berdik va yetkazib beruvchiga aytdik.',
    questions: ['Yangi kolbasa keldimi?', 'Bayramda ishlaysizmi?', 'Uyga yetkazib berasizmi?'],
    reply: 'Ha, kutib qolamiz.',
    firm: 'Namuna Choyxona MCHJ',
    wishes: ['Bezlaktozali sut', 'Qora zira', 'Kepakli non', 'Bodom uni'],
    orders: ['Tort, 2 kg, “Tabriklaymiz”', 'Katta qozon uchun 10 kg guruch'],
    calls: ['Tugʻilgan kuniga tort kerakmi, soʻrash', 'Yangi choy kelganini aytish'],
  },
  ru: {
    districts: ['Чиланзар', 'Юнусабад', 'Мирзо-Улугбек', 'Сергели'],
    allergies: ['Орехи', 'Молоко', 'Мёд'],
    likes: ['Без сахара', 'Горячий хлеб после 17:00', 'Крупные яйца', 'Зелёный чай 95'],
    complaints: [
      { topic: 'quality', words: 'Хлеб оказался чёрствым' },
      { topic: 'quality', words: 'Молоко прокисло' },
      { topic: 'service', words: 'Долго стояли в очереди' },
      { topic: 'price', words: 'На ценнике была другая цена' },
      { topic: 'choice', words: 'Нет безлактозного молока' },
    ],
    answer: 'Просим прощения. Заменили и сообщили поставщику.',
    questions: ['Новая колбаса пришла?', 'Вы работаете в праздник?', 'Доставляете на дом?'],
    reply: 'Да, ждём вас.',
    firm: 'ООО «Образцовая чайхана»',
    wishes: ['Молоко без лактозы', 'Чёрная зира', 'Хлеб с отрубями', 'Миндальная мука'],
    orders: ['Торт 2 кг, «Поздравляем»', '10 кг риса на большой казан'],
    calls: ['Спросить, нужен ли торт ко дню рождения', 'Сказать, что пришёл новый чай'],
  },
  en: {
    districts: ['Chilanzar', 'Yunusabad', 'Mirzo Ulugbek', 'Sergeli'],
    allergies: ['Nuts', 'Milk', 'Honey'],
    likes: ['No sugar', 'Hot bread after 17:00', 'Large eggs', 'Green tea 95'],
    complaints: [
      { topic: 'quality', words: 'The bread was stale' },
      { topic: 'quality', words: 'The milk had gone sour' },
      { topic: 'service', words: 'The queue was long' },
      { topic: 'price', words: 'The tag said another price' },
      { topic: 'choice', words: 'No milk without lactose' },
    ],
    answer: 'We are sorry. We exchanged it and told the supplier.',
    questions: ['Has the new sausage come?', 'Are you open on the holiday?', 'Do you bring it home?'],
    reply: 'Yes, we are waiting for you.',
    firm: 'Sample Tea House LLC',
    wishes: ['Lactose-free milk', 'Black cumin', 'Bran bread', 'Almond flour'],
    orders: ['Cake of 2 kg, “Congratulations”', '10 kg of rice for a large pot'],
    calls: ['Ask whether a birthday cake is wanted', 'Tell that the new tea has come'],
  },
};
