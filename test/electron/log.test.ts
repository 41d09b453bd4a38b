/** The till's own log: facts and errors, no phone of anybody. */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createLog, maskDigits } from '../../electron/log.ts';
import type { Instant } from '../../shared/time.ts';
import { temporaryFolder } from './database/temporary.ts';

const clock = () => '2026-11-22T06:00:00.000Z' as Instant;

test.each([
  ['+998901234567', '…67'],
  ['998 90 123 45 67', '…67'],
  ['(90) 123-45-67 called', '…67 called'],
  ['90 123 45 67, 91 765 43 21', '…67, …21'],
  ['card 2912345678905', 'card …05'],
])('a phone or card never reaches the log: %s', (text, masked) => {
  expect(maskDigits(text).replace('(', '')).toBe(masked);
});

test.each(['receipt 12345', 'line 200 of 48', '47 800 soʻm'])('short numbers stay: %s', (text) => {
  expect(maskDigits(text)).toBe(text);
});

test('a fact and an error with its stack are one entry each, masked', () => {
  const folder = temporaryFolder();
  const log = createLog(folder, clock);
  log.note('the printer is back');
  log.note('a verb broke', new Error('no customer with +998901234567'));
  const text = readFileSync(join(folder, 'log', 'till.log'), 'utf8');
  expect(text).toMatch(/^2026-11-22T06:00:00.000Z the printer is back\n/);
  expect(text).toContain('a verb broke Error: no customer with …67');
  expect(text).toContain('log.test.ts');
  expect(text).not.toContain('901234567');
});

test('only the shop may read the log', () => {
  const folder = temporaryFolder();
  createLog(folder, clock).note('something');
  expect(statSync(join(folder, 'log', 'till.log')).mode & 0o077).toBe(0);
});

test('a log that grew too long is kept once and begun anew', () => {
  const folder = temporaryFolder();
  const log = createLog(folder, clock);
  log.note('before');
  const file = join(folder, 'log', 'till.log');
  writeFileSync(file, 'x'.repeat(2_000_001));
  log.note('after');
  expect(readdirSync(join(folder, 'log')).sort()).toEqual(['till.before.log', 'till.log']);
  expect(readFileSync(file, 'utf8')).toBe('2026-11-22T06:00:00.000Z after\n');
});

test('a disk that refuses the log stops nothing', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'log'), 'a file where the folder should be');
  expect(() => createLog(folder, clock).note('something')).not.toThrow();
});
