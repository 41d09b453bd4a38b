/** Which column is what: by headings of other programs in three languages, by content, and from the files of 1C. */
import { describe, expect, test } from 'vitest';
import { readCommerceMl } from '../../../shared/exchange/commerceMl.ts';
import {
  fingerprintOf,
  formatOf,
  guessColumns,
  headingRowOf,
  kindOf,
} from '../../../shared/exchange/guessColumns.ts';
import { headingKey } from '../../../shared/exchange/headingKey.ts';
import { readXml } from '../../../shared/exchange/xml.ts';

describe('headings', () => {
  test.each([
    [' Price [Chilonzor]', 'price'],
    ['Oʻlchov birligi', 'olchov birligi'],
    ["O'lchov birligi", 'olchov birligi'],
    ['Цена, сум', 'цена сум'],
  ])('%s is compared as %s', (heading, key) => {
    expect(headingKey(heading)).toBe(key);
  });

  test('a list of MoySklad, of REGOS and one made by hand are understood', () => {
    const moysklad = [
      'Наименование',
      'Код',
      'Штрихкод EAN13',
      'Цена: Цена продажи',
      'Закупочная цена',
      'Остаток',
    ];
    expect(guessColumns(moysklad, [], 'products')).toEqual([
      'name',
      'article',
      'barcode',
      'price',
      'cost',
      'stock',
    ]);
    const regos = ['Код', 'Наименование', 'Артикул', 'Штрих-код', 'Бренд', 'Цена', 'Ставка НДС'];
    expect(guessColumns(regos, [], 'products')).toEqual([
      null,
      'name',
      'article',
      'barcode',
      'brand',
      'price',
      'vat',
    ]);
    const hand = ['Tovar nomi', 'Shtrix-kod', 'Sotish narxi (soʻm)', 'Kelish narxi', 'Qoldiq'];
    expect(guessColumns(hand, [], 'products')).toEqual(['name', 'barcode', 'price', 'cost', 'stock']);
  });

  test('Loyverse is known by its headings, spaces before them and the store in brackets notwithstanding', () => {
    const items = [
      'Handle',
      'SKU',
      'Name',
      'Category',
      'Sold by weight',
      'Option 1 name',
      'Option 1 value',
      'Cost',
      'Barcode',
      'SKU of included item',
      ' Price [Chilonzor]',
      'In stock [Chilonzor]',
      'Low stock [Chilonzor]',
    ];
    expect(formatOf(items)).toBe('loyverseItems');
    expect(guessColumns(items, [], 'products')).toEqual([
      null,
      'article',
      'name',
      'category',
      'soldByWeight',
      null,
      'variant',
      'cost',
      'barcode',
      null,
      'price',
      'stock',
      null,
    ]);
    const people = [
      'Customer ID',
      'Customer name',
      'Email',
      'Phone',
      'First visit',
      'Last visit',
      'Total visits',
      'Total spent',
    ];
    expect(formatOf(people)).toBe('loyverseCustomers');
    expect(guessColumns(people, [], 'customers')).toEqual([
      null,
      'name',
      'email',
      'phone',
      null,
      'lastVisit',
      'visits',
      'spent',
    ]);
  });

  test('they are found below a title, a date and an address', () => {
    const rows = [['Прайс-лист'], ['на 22.11.2026', ''], [], ['Наименование', 'Цена'], ['Чай', '12000']];
    expect(headingRowOf(rows, 'products')).toBe(3);
    expect(headingRowOf([['Чай', '12000']], 'products')).toBe(null);
  });

  test('the same headings are the same file, whatever case and spaces', () => {
    expect(fingerprintOf(['Nomi ', 'NARXI'])).toBe(fingerprintOf(['nomi', 'Narxi']));
  });
});

describe('without headings the content tells', () => {
  test('a code, a name and a price', () => {
    const rows = [
      ['4600068009043', 'Kvas nastoyashchiy', '12500'],
      ['4600068038029', 'Belyy kvas', '11000'],
    ];
    expect(guessColumns(null, rows, 'products')).toEqual(['barcode', 'name', 'price']);
    expect(kindOf(rows)).toBe('products');
  });

  test('phones make it a list of people', () => {
    const rows = [
      ['Dilnoza Karimova', '90 123-45-67', '05.06.1990'],
      ['Шавкат Юсупов', '+998911112233', '25.12.1985'],
    ];
    expect(kindOf(rows)).toBe('customers');
    expect(guessColumns(null, rows, 'customers')).toEqual(['name', 'phone', 'birthDate']);
  });
});

describe('the files of 1C', () => {
  const goods = `<?xml version="1.0" encoding="UTF-8"?>
    <КоммерческаяИнформация ВерсияСхемы="2.04">
      <Классификатор><Группы><Группа><Ид>g1</Ид><Наименование>Напитки</Наименование>
        <Группы><Группа><Ид>g2</Ид><Наименование>Чай</Наименование></Группа></Группы></Группа></Группы></Классификатор>
      <Каталог><Товары>
        <Товар><Ид>t1</Ид><Штрихкод>4600068009043</Штрихкод><Наименование>Чай &quot;Ахмад&quot; &amp; мята</Наименование>
          <БазоваяЕдиница Код="796">шт</БазоваяЕдиница><Группы><Ид>g2</Ид></Группы>
          <СтавкиНалогов><СтавкаНалога><Наименование>НДС</Наименование><Ставка>12</Ставка></СтавкаНалога></СтавкиНалогов></Товар>
        <Товар Статус="Удален"><Ид>t2</Ид><Наименование>Старое</Наименование></Товар>
      </Товары></Каталог>
    </КоммерческаяИнформация>`;
  const offers = `<КоммерческаяИнформация><ПакетПредложений>
      <ТипыЦен><ТипЦены><Ид>p1</Ид><Наименование>Розничная</Наименование></ТипЦены>
        <ТипЦены><Ид>p2</Ид><Наименование>Закупочная</Наименование></ТипЦены></ТипыЦен>
      <Предложения><Предложение><Ид>t1</Ид><Количество>7</Количество><Цены>
        <Цена><ИдТипаЦены>p1</ИдТипаЦены><ЦенаЗаЕдиницу>12500.00</ЦенаЗаЕдиницу></Цена>
        <Цена><ИдТипаЦены>p2</ИдТипаЦены><ЦенаЗаЕдиницу>9800</ЦенаЗаЕдиницу></Цена></Цены></Предложение></Предложения>
    </ПакетПредложений></КоммерческаяИнформация>`;

  test('goods and prices meet, whichever file came first', () => {
    const row = [
      'Чай "Ахмад" & мята',
      '4600068009043',
      '',
      'Напитки/Чай',
      '',
      'шт',
      '12',
      '7',
      '12500.00',
      '9800',
    ];
    for (const files of [
      [goods, offers],
      [offers, goods],
    ]) {
      const rows = readCommerceMl(files);
      expect(rows?.slice(1)).toEqual([row]);
      expect(guessColumns(rows?.[0] ?? [], [], 'products')).toEqual([
        'name',
        'barcode',
        'article',
        'category',
        'brand',
        'unit',
        'vat',
        'stock',
        'price',
        'cost',
      ]);
    }
  });

  test('a file that is broken off, or is something else, is no list', () => {
    expect(readCommerceMl([goods.slice(0, -60)])).toBe(null);
    expect(readCommerceMl(['<html><body>x</body></html>'])).toBe(null);
    expect(readXml('<a><b></a></b>')).toBe(null);
  });
});
