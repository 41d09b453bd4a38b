/**
 * Any number of mixed operations on the till and, by an independent model, on paper; says 0 differences or shows the first.
 *
 *     npm run sim -- [--ops 20000] [--seed N] [--shrink] [--only 3,17,250] [--defect refundKeepsBonus]
 *
 * The same seed does the same again. `--shrink` looks for few operations that are enough to show the difference and prints
 * their places; `--only` does these alone.
 */
import { parseArgs } from 'node:util';
import { defects, isDefect, plantDefect } from './defects.ts';
import { operationsOf } from './operations.ts';
import { shrink } from './shrink.ts';

const { values } = parseArgs({
  options: {
    ops: { type: 'string', default: '20000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    shrink: { type: 'boolean', default: false },
    only: { type: 'string' },
    defect: { type: 'string' },
  },
});

const tell = (line: string) => void process.stdout.write(`${line}\n`);

function wholeNumber(text: string, what: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Error(`${what} takes a whole number, not ${text}`);
  return Number(text);
}

const seed = wholeNumber(values.seed, '--seed');
const operations = operationsOf(wholeNumber(values.ops, '--ops'), seed);
const all = [...operations.keys()];
const places =
  values.only === undefined ? all : values.only.split(',').map((place) => wholeNumber(place, '--only'));

if (values.defect !== undefined) {
  if (!isDefect(values.defect)) throw new Error(`--defect takes one of ${Object.keys(defects).join(', ')}`);
  plantDefect(values.defect);
  tell(`Planted: ${defects[values.defect].what}`);
}
// Only now, so that a planted defect is in what is loaded.
const { simulate } = await import('./simulate.ts');

const started = performance.now();
const seconds = () => ((performance.now() - started) / 1000).toFixed(1);
const run = (some: readonly number[], progress?: (done: number) => void) =>
  simulate({
    seed,
    operations: some.flatMap((place) => operations[place] ?? []),
    ...(progress === undefined ? {} : { progress }),
  });

tell(`Simulating ${places.length} operations, seed ${seed}`);
const { found, ...done } = await run(places, (count) => {
  if (count % 1000 === 0) tell(`${count} operations in ${seconds()} s`);
});
tell(`${done.operations} operations, ${done.sales} sales, ${done.days} days in ${seconds()} s`);
if (found === null) {
  tell('0 differences');
} else {
  tell(`The first difference: seed ${seed}, operation ${places[found.at] ?? 'after the last'}`);
  tell(JSON.stringify(found.operation));
  tell(found.error.stack ?? found.error.message);
  for (const { customerId, rules, till } of found.states) {
    tell(`customer ${customerId}`);
    tell(`  by the rules ${JSON.stringify(rules)}`);
    tell(`  in the till  ${JSON.stringify(till)}`);
  }
  process.exitCode = 1;
  if (values.shrink) {
    const few = await shrink(places.slice(0, found.at + 1), async (some) => (await run(some)).found !== null);
    tell(`Enough for a difference: --seed ${seed} --ops ${operations.length} --only ${few.join(',')}`);
    for (const place of few) tell(`${place} ${JSON.stringify(operations[place])}`);
  }
}
