/** Every rule of the house is broken here on purpose, and must be seen. */
import { describe, expect, test } from 'vitest';
import { brokenEndings, circles, wrongImports } from './floors.ts';
import { emptyFileNames, foreignFormatting, holesInTypes, impureCalls, rawSql, tooLong } from './style.ts';
import type { Sources } from './syntax.ts';
import { verbsWithoutAction } from './verbs.ts';
import {
  type AllWords,
  differentHoles,
  flatten,
  missingWords,
  unknownKeys,
  unusedWords,
  wrongUzbekLetters,
} from './words.ts';

const files = (entries: Readonly<Record<string, string>>): Sources => new Map(Object.entries(entries));
const one = (path: string, text: string): Sources => files({ [path]: text });

describe('an import to where it may not go is seen', () => {
  test.each([
    ['shared/sale/total.ts', '../../electron/till.ts'],
    ['shared/sale/total.ts', '../../renderer/app/api.ts'],
    ['shared/sale/total.ts', 'node:fs'],
    ['shared/sale/total.ts', 'kysely'],
    ['shared/sale/total.ts', '@orpc/server'],
    ['shared/money.ts', './sale/total.ts'],
    ['shared/loyalty/cashback.ts', '../sale/total.ts'],
    ['shared/loyalty/cashback.ts', '../coupon/code.ts'],
    ['shared/service/task.ts', '../message/outbox.ts'],
    ['electron/loyalty/lots.ts', '../sale/inTransaction.ts'],
    ['electron/loyalty/lots.ts', '../../shared/sale/total.ts'],
    ['electron/sale/complete.ts', '../loyalty/verbs.ts'],
    ['electron/sale/complete.ts', '../report/queries.ts'],
    ['electron/sale/complete.ts', '../shell/loopback.ts'],
    ['electron/sale/complete.ts', 'electron'],
    ['electron/sale/complete.ts', 'react'],
    ['electron/sale/complete.ts', 'ws'],
    ['electron/sale/complete.ts', 'node:http'],
    ['electron/sale/complete.ts', '@orpc/server/ws'],
    ['electron/sale/complete.ts', 'better-sqlite3'],
    ['electron/till.ts', 'electron'],
    ['electron/till.ts', '../renderer/app/api.ts'],
    ['electron/database/open.ts', '../sale/queries.ts'],
    ['electron/shell/browser.ts', '../sale/complete.ts'],
    ['renderer/sale/Basket.tsx', '../../electron/sale/complete.ts'],
    ['renderer/sale/Basket.tsx', 'electron'],
    ['renderer/sale/Basket.tsx', 'node:fs'],
    ['renderer/customer/Card.tsx', '../sale/Basket.tsx'],
    ['renderer/customer/Card.tsx', '../../shared/sale/total.ts'],
    ['renderer/ui/Money.tsx', '../sale/Basket.tsx'],
    ['renderer/sale/Basket.tsx', '../../test/e2e/start.ts'],
    ['electron/sale/complete.ts', '../../../elsewhere/file.ts'],
  ])('%s from %s', (path, from) => {
    expect(wrongImports(one(path, `import { x } from '${from}';`))).toHaveLength(1);
    expect(wrongImports(one(path, `import type { X } from '${from}';`))).toHaveLength(1);
    expect(wrongImports(one(path, `export { x } from '${from}';`))).toHaveLength(1);
    expect(wrongImports(one(path, `const x = await import('${from}');`))).toHaveLength(1);
  });

  test.each([
    ['shared/sale/total.ts', '../loyalty/cashback.ts'],
    ['shared/sale/total.ts', '../money.ts'],
    ['shared/sale/total.ts', 'libphonenumber-js/max'],
    ['shared/message/outbox.ts', '../service/task.ts'],
    ['shared/contract.ts', './sale/contract.ts'],
    ['electron/sale/complete.ts', '../loyalty/inTransaction.ts'],
    ['electron/sale/complete.ts', './price.ts'],
    ['electron/sale/complete.ts', '../database/transact.ts'],
    ['electron/till.ts', './sale/verbs.ts'],
    ['electron/shell/desktop.ts', 'electron'],
    ['renderer/sale/Basket.tsx', '../customer/Strip.tsx'],
    ['renderer/sale/Basket.tsx', '../app/api.ts'],
    ['renderer/app/routes.tsx', '../report/Today.tsx'],
    ['renderer/app/language.ts', '../../resources/locales/uz.json'],
  ])('what is allowed is left alone: %s from %s', (path, from) => {
    expect(wrongImports(one(path, `import { x } from '${from}';`))).toEqual([]);
  });
});

test('a circle of imports is seen', () => {
  const circle = files({
    'shared/a.ts': "import { b } from './b.ts';",
    'shared/b.ts': "import type { C } from './c.ts';",
    'shared/c.ts': "export * from './a.ts';",
    'shared/d.ts': "import { a } from './a.ts';",
  });
  expect(circles(circle).map(({ says }) => says)).toEqual([
    'shared/a.ts → shared/b.ts → shared/c.ts → shared/a.ts',
  ]);
});

test('a relative import without its ending, or to nowhere, is seen', () => {
  for (const from of ['./money', './money.js', './nowhere.ts', '.']) {
    expect(brokenEndings(one('shared/a.ts', `import { x } from '${from}';`))).toHaveLength(1);
  }
  const whole = files({ 'shared/a.ts': "import { x } from './money.ts';", 'shared/money.ts': '' });
  expect(brokenEndings(whole)).toEqual([]);
});

test.each([
  'Date.now()',
  'new Date()',
  'new Date(0)',
  'Math.random()',
  'process.env',
  'console.log(1)',
  'document.title',
  'window.name',
  'globalThis.x',
])('%s in a shared rule is seen', (code) => {
  expect(impureCalls(one('shared/sale/total.ts', `export const x = () => ${code};`))).toHaveLength(1);
  expect(impureCalls(one('electron/sale/total.ts', `export const x = () => ${code};`))).toEqual([]);
});

test('a sale’s own document is not the browser’s', () => {
  const text = 'export function total(document: { lines: number[] }) { return document.lines.length; }';
  expect(impureCalls(one('shared/sale/total.ts', text))).toEqual([]);
});

test.each(['x.toLocaleString()', "x.toLocaleDateString('uz')", "new Intl.NumberFormat('uz')"])(
  '%s outside the formatter is seen',
  (code) => {
    for (const path of ['renderer/sale/Total.tsx', 'shared/receipt/line.ts', 'electron/sale/paper.ts']) {
      expect(foreignFormatting(one(path, `export const y = ${code};`))).toHaveLength(1);
    }
    expect(foreignFormatting(one('shared/format.ts', `export const y = ${code};`))).toEqual([]);
  },
);

test.each(['sql`select 1`', 'sql<number>`select 1`', "sql.raw('x')", "db.pragma('foreign_keys')"])(
  '%s outside electron/database is seen',
  (code) => {
    expect(rawSql(one('electron/sale/queries.ts', `const x = ${code};`))).toHaveLength(1);
    expect(rawSql(one('electron/database/open.ts', `const x = ${code};`))).toEqual([]);
  },
);

test('any and a silenced compiler are seen', () => {
  expect(holesInTypes(one('shared/a.ts', 'const x: any = 1;'))).toHaveLength(1);
  expect(holesInTypes(one('test/a.ts', 'const x = 1 as any;'))).toHaveLength(1);
  expect(holesInTypes(one('shared/a.ts', '// @ts-ignore\nconst x: string = 1;'))).toHaveLength(1);
  expect(holesInTypes(one('shared/a.ts', '  // @ts-nocheck'))).toHaveLength(1);
  expect(holesInTypes(one('shared/a.ts', 'const any = "any";'))).toEqual([]);
});

test('a long file and a long function are seen', () => {
  const lines = (count: number) => Array.from({ length: count }, () => '  go();').join('\n');
  expect(tooLong(one('shared/a.ts', lines(400)))).toHaveLength(1);
  expect(tooLong(one('shared/a.ts', lines(399)))).toEqual([]);
  expect(tooLong(one('shared/a.ts', `function f() {\n${lines(68)}\n}`))).toHaveLength(1);
  expect(tooLong(one('shared/a.ts', `function f() {\n${lines(67)}\n}`))).toEqual([]);
  expect(tooLong(one('renderer/a.tsx', `const F = () => {\n${lines(90)}\n};`))).toHaveLength(1);
});

test('a name that says nothing is seen', () => {
  for (const path of [
    'shared/utils.ts',
    'shared/moneyUtils.ts',
    'electron/helpers/money.ts',
    'renderer/common/Button.tsx',
    'electron/saleManager.ts',
    'shared/sale/index.ts',
    'test/helpers.test.ts',
  ]) {
    expect(emptyFileNames(one(path, '')), path).toHaveLength(1);
  }
  expect(emptyFileNames(one('shared/sale/commonality.ts', ''))).toEqual([]);
});

test('a verb without an action, or with one that nobody may do, is seen', () => {
  const verb = (action?: string) => ({ '~orpc': { meta: { action } } });
  const permissions = { 'sale.sell': ['cashier'], 'sale.nobody': [] };
  const contract = {
    sale: { a: verb('sale.sell'), b: verb(''), c: verb(), d: verb('sale.nobody'), e: verb('x') },
  };
  const seen = verbsWithoutAction(contract, permissions).map(({ says }) => says.split(' ')[0]);
  expect(seen).toEqual(['sale.b', 'sale.c', 'sale.d', 'sale.e']);
  expect(verbsWithoutAction({ staff: { logIn: verb('anyone') } }, {})).toEqual([]);
});

describe('words that are wrong are seen', () => {
  const uz = { sale: { pay: 'Toʻlash', lines_one: '{{count}} qator', lines_other: '{{count}} qator' } };
  const ru = {
    sale: {
      pay: 'Оплата',
      lines_one: 'строка',
      lines_few: 'строки',
      lines_many: 'строк',
      lines_other: 'строки',
    },
  };
  const en = { sale: { pay: 'Pay', lines_one: 'line', lines_other: 'lines' } };
  const all = (changes: Partial<Record<keyof AllWords, object>> = {}): AllWords => ({
    uz: flatten({ ...uz, ...changes.uz }),
    ru: flatten({ ...ru, ...changes.ru }),
    en: flatten({ ...en, ...changes.en }),
  });
  const code = "t('sale.pay'); t('sale.lines', { count });";

  test('nothing is wrong to begin with', () => {
    expect(missingWords(all())).toEqual([]);
    expect(unknownKeys(one('renderer/sale/Pay.tsx', code), all())).toEqual([]);
    expect(unusedWords(one('renderer/sale/Pay.tsx', code), all())).toEqual([]);
  });

  test('a key that one language lacks', () => {
    expect(missingWords(all({ en: { shift: { open: 'Open' } } })).map(({ file }) => file)).toEqual([
      'resources/locales/uz.json',
      'resources/locales/ru.json',
    ]);
  });

  test('a plural form that Russian lacks', () => {
    const changed = { sale: { ...ru.sale, lines_few: undefined } };
    const seen = missingWords({ ...all(), ru: flatten(JSON.parse(JSON.stringify(changed))) });
    expect(seen.map(({ says }) => says)).toEqual(['sale.lines_few is missing']);
  });

  test('empty words', () => {
    expect(missingWords(all({ en: { sale: { ...en.sale, pay: ' ' } } }))).toHaveLength(1);
  });

  test('values that only some languages fill in', () => {
    const changes = { uz: { a: '{{name}} keldi' }, ru: { a: '{{name}} здесь' }, en: { a: '{{who}} came' } };
    expect(differentHoles(all(changes)).map(({ file }) => file)).toEqual(['resources/locales/en.json']);
  });

  test.each(["To'lash", 'To‘lash', 'To’lash', 'To`lash', "O'zbek", "tug'ilgan", 'Gʼalla'])(
    'an Uzbek letter written with another mark: %s',
    (text) => {
      expect(wrongUzbekLetters(flatten({ a: text }))).toHaveLength(1);
    },
  );

  test('Uzbek letters and the sign of a stop are left alone', () => {
    expect(wrongUzbekLetters(flatten({ a: 'Toʻlash, gʻalaba, maʼlumot' }))).toEqual([]);
  });

  test('a key without words', () => {
    for (const ask of ["t('sale.pai')", "i18n.t('sale.pai')", "t(open ? 'sale.pay' : 'sale.pai')"]) {
      expect(unknownKeys(one('renderer/sale/Pay.tsx', ask), all()), ask).toHaveLength(1);
    }
    expect(unknownKeys(one('renderer/sale/Pay.tsx', `t(\`refund.\${code}\`)`), all())).toHaveLength(1);
    expect(unknownKeys(one('renderer/sale/Pay.tsx', `t(\`\${room}.\${code}\`)`), all())).toHaveLength(1);
    expect(unknownKeys(one('renderer/sale/Pay.tsx', `t(\`sale.\${code}\`)`), all())).toEqual([]);
  });

  test('words that nothing uses', () => {
    const seen = unusedWords(one('renderer/sale/Pay.tsx', "t('sale.pay')"), all());
    expect(seen.map(({ says }) => says)).toEqual(['sale.lines is used nowhere']);
    expect(unusedWords(one('renderer/sale/Pay.tsx', `t(\`sale.\${code}\`)`), all())).toEqual([]);
  });
});
