import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../electron/shell/root.ts';
import { contract } from '../../shared/contract.ts';
import { permissions } from '../../shared/staff/permissions.ts';
import { brokenEndings, circles, wrongImports } from './floors.ts';
import { emptyFileNames, foreignFormatting, holesInTypes, impureCalls, rawSql, tooLong } from './style.ts';
import type { Sources, Violation } from './syntax.ts';
import { verbsIn, verbsWithoutAction } from './verbs.ts';
import {
  type AllWords,
  differentHoles,
  flatten,
  missingWords,
  unknownKeys,
  unusedWords,
  wrongUzbekLetters,
} from './words.ts';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

function sourcesOf(...folders: readonly string[]): Map<string, string> {
  const paths = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
      .filter((path) => /\.(ts|tsx|mjs)$/.test(path)),
  );
  return new Map(paths.map((path) => [path, read(path)]));
}

const sources = sourcesOf('shared', 'electron', 'renderer', 'test');
const onTheFloors: Sources = new Map([...sources].filter(([path]) => !path.startsWith('test/')));
const wordsOf = (locale: string) => flatten(JSON.parse(read(`resources/locales/${locale}.json`)));
const words: AllWords = { uz: wordsOf('uz'), ru: wordsOf('ru'), en: wordsOf('en') };

/** One line for each, as an editor can open it. */
const show = (violations: readonly Violation[]): readonly string[] =>
  violations.map(({ file, line, says }) => `${file}:${line} ${says}`);

describe('the house is in order', () => {
  test('there is something to check', () => {
    expect(sources.size).toBeGreaterThan(50);
    expect(words.uz.size).toBeGreaterThan(50);
    expect(verbsIn(contract).length).toBeGreaterThan(20);
  });

  test.each([
    { rule: 'floors and rooms import only what lies below them', check: () => wrongImports(sources) },
    { rule: 'imports go in no circle', check: () => circles(sources) },
    { rule: 'relative imports end in .ts and exist', check: () => brokenEndings(sources) },
    { rule: 'shared rules use no clock, no chance and no machine', check: () => impureCalls(sources) },
    { rule: 'one file formats numbers and dates', check: () => foreignFormatting(sources) },
    { rule: 'only the database folder speaks one engine’s SQL', check: () => rawSql(sources) },
    { rule: 'no any, no silenced compiler', check: () => holesInTypes(sources) },
    { rule: 'files and functions are short', check: () => tooLong(sources) },
    { rule: 'file names say what is inside', check: () => emptyFileNames(sources) },
    {
      rule: 'every verb names an action that somebody may do',
      check: () => verbsWithoutAction(contract, permissions),
    },
    { rule: 'three languages have the same words', check: () => missingWords(words) },
    { rule: 'three languages fill in the same values', check: () => differentHoles(words) },
    { rule: 'Uzbek is written with its own letters', check: () => wrongUzbekLetters(words.uz) },
    { rule: 'every key on screen and paper has its words', check: () => unknownKeys(onTheFloors, words) },
    { rule: 'every word is used', check: () => unusedWords(onTheFloors, words) },
  ])('$rule', ({ check }) => {
    expect(show(check())).toEqual([]);
  });
});
