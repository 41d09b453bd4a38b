/** The exchange files of 1C (CommerceML 2): goods of import.xml and prices of offers.xml, as rows like those of a table. */
import { childOf, childrenOf, type Element, readXml, textOf } from './xml.ts';

const rootName = 'КоммерческаяИнформация';

/** Whether a text is an exchange file of 1C. */
export function isCommerceMl(text: string): boolean {
  return text.slice(0, 2_000).includes(`<${rootName}`);
}

interface Goods {
  name: string;
  barcodes: string[];
  article: string;
  category: string;
  brand: string;
  unit: string;
  vat: string;
  readonly prices: Map<string, string>;
  stock: string;
}

const noGoods = (): Goods => ({
  name: '',
  barcodes: [],
  article: '',
  category: '',
  brand: '',
  unit: '',
  vat: '',
  prices: new Map(),
  stock: '',
});

/** The path of every group by its id: `Ichimliklar/Choy`. */
function groupsIn(root: Element): ReadonlyMap<string, string> {
  const paths = new Map<string, string>();
  const walk = (groups: Element | undefined, above: string): void => {
    for (const group of childrenOf(groups, 'Группа')) {
      const name = textOf(group, 'Наименование').replaceAll('/', ' ');
      const path = above === '' ? name : `${above}/${name}`;
      paths.set(textOf(group, 'Ид'), path);
      walk(childOf(group, 'Группы'), path);
    }
  };
  walk(childOf(childOf(root, 'Классификатор'), 'Группы'), '');
  return paths;
}

const firstOf = (text: string, before: string): string => (text === '' ? before : text);

function takeGoods(root: Element, goods: Map<string, Goods>): void {
  const groups = groupsIn(root);
  for (const each of childrenOf(childOf(childOf(root, 'Каталог'), 'Товары'), 'Товар')) {
    if (each.attributes.Статус === 'Удален') continue;
    const id = textOf(each, 'Ид');
    const known = goods.get(id) ?? noGoods();
    const barcode = textOf(each, 'Штрихкод');
    const rate = textOf(childOf(childOf(each, 'СтавкиНалогов'), 'СтавкаНалога'), 'Ставка');
    goods.set(id, {
      ...known,
      name: firstOf(textOf(each, 'Наименование'), known.name),
      barcodes: barcode === '' ? known.barcodes : [...known.barcodes, barcode],
      article: firstOf(textOf(each, 'Артикул'), known.article),
      category: groups.get(textOf(childOf(each, 'Группы'), 'Ид')) ?? known.category,
      brand: firstOf(textOf(childOf(each, 'Изготовитель'), 'Наименование'), known.brand),
      unit: firstOf(textOf(each, 'БазоваяЕдиница'), known.unit),
      vat: firstOf(rate, known.vat),
    });
  }
}

/** An offer is the goods themselves, or one variant of them: `goods#variant`. */
function takeOffers(root: Element, goods: Map<string, Goods>): void {
  const pack = childOf(root, 'ПакетПредложений');
  const types = new Map(
    childrenOf(childOf(pack, 'ТипыЦен'), 'ТипЦены').map((type) => [
      textOf(type, 'Ид'),
      textOf(type, 'Наименование'),
    ]),
  );
  const variantsOf = new Set<string>();
  for (const offer of childrenOf(childOf(pack, 'Предложения'), 'Предложение')) {
    const id = textOf(offer, 'Ид');
    const [base = id] = id.split('#');
    if (base !== id) variantsOf.add(base);
    const known = goods.get(base) ?? noGoods();
    const barcode = textOf(offer, 'Штрихкод');
    const prices = new Map(known.prices);
    for (const price of childrenOf(childOf(offer, 'Цены'), 'Цена')) {
      prices.set(types.get(textOf(price, 'ИдТипаЦены')) ?? '', textOf(price, 'ЦенаЗаЕдиницу'));
    }
    const ownBarcodes = base === id ? known.barcodes : [];
    goods.set(id, {
      ...known,
      name: firstOf(textOf(offer, 'Наименование'), known.name),
      barcodes: barcode === '' ? ownBarcodes : [...new Set([...ownBarcodes, barcode])],
      article: firstOf(textOf(offer, 'Артикул'), known.article),
      prices,
      stock: textOf(offer, 'Количество'),
    });
  }
  for (const base of variantsOf) goods.delete(base);
}

/**
 * The goods of one or both files, in the order they stand in, below a row of headings; every kind of price is a column of
 * its own. Null when a text is no such file.
 */
export function readCommerceMl(texts: readonly string[]): readonly (readonly string[])[] | null {
  const roots = texts.map(readXml);
  if (roots.some((root) => root?.name !== rootName)) return null;
  const goods = new Map<string, Goods>();
  // Prices refer to goods, whichever file was picked first.
  for (const root of roots) if (root !== null) takeGoods(root, goods);
  for (const root of roots) if (root !== null) takeOffers(root, goods);
  const priceNames = [...new Set([...goods.values()].flatMap(({ prices }) => [...prices.keys()]))];
  const headings = [
    'Наименование',
    'Штрихкод',
    'Артикул',
    'Группа',
    'Бренд',
    'Единица',
    'Ставка НДС',
    'Остаток',
  ];
  const rows = [...goods.values()].map((each) => [
    each.name,
    each.barcodes.join('; '),
    each.article,
    each.category,
    each.brand,
    each.unit,
    each.vat,
    each.stock,
    ...priceNames.map((name) => each.prices.get(name) ?? ''),
  ]);
  return [[...headings, ...priceNames.map((name) => (name === '' ? 'Цена' : `Цена: ${name}`))], ...rows];
}
