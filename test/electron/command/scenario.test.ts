/** The scenario runner: examples that must stay true, differences that are found, files that are refused. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommand, runScenarioText } from '../../../electron/command/scenario.ts';
import { root } from '../../../electron/shell/root.ts';
import { basketBenefits } from '../../../shared/promotion/basketBenefits.ts';
import { plainConditions } from '../../../shared/promotion/condition.ts';
import { lineBenefits } from '../../../shared/promotion/lineBenefits.ts';
import { rewards } from '../../../shared/promotion/rewards.ts';
import { scopeKinds } from '../../../shared/promotion/scope.ts';
import { setBenefits } from '../../../shared/promotion/setBenefits.ts';

const folder = join(root, 'docs/scenarios');
const examples = readdirSync(folder).filter((file) => file.endsWith('.json'));
const textOf = (file: string) => readFileSync(join(folder, file), 'utf8');

const plain = {
  goods: [{ productId: 'tea', priceSom: 10_000 }],
  baskets: [{ name: 'one tea', at: '2026-11-22T10:00:00Z', lines: [{ productId: 'tea' }] }],
};
const run = (changed: object) => runScenarioText(JSON.stringify({ ...plain, ...changed }));
const expecting = (expects: object) => run({ baskets: [{ ...plain.baskets[0], expects }] });
const problemsOf = (changed: object) => JSON.stringify(run(changed).printed);

describe('the examples', () => {
  it.each(examples)('%s prices as it says', (file) => {
    const { printed, exitCode } = runCommand([join(folder, file)]);
    expect(printed).toMatchObject({ isAsExpected: true });
    expect(exitCode).toBe(0);
  });

  it.each(examples)('%s expects something of every basket', (file) => {
    const { baskets } = JSON.parse(textOf(file)) as { baskets: { expects?: object }[] };
    for (const basket of baskets) expect(Object.keys(basket.expects ?? {})).not.toEqual([]);
  });

  it('show every kind of scope, condition and benefit that there is', () => {
    const kinds = [
      scopeKinds,
      ...[plainConditions, lineBenefits, setBenefits, basketBenefits, rewards].map(Object.keys),
    ];
    const shown = examples.map(textOf).join();
    const missing = kinds.flat().filter((kind) => !shown.includes(`"kind": "${kind}"`));
    expect(missing).toEqual([]);
  });
});

describe('docs/scenarios.md', () => {
  it('and its examples name every field of the format', () => {
    const { printed } = runCommand(['--schema']);
    const told = [readFileSync(join(root, 'docs/scenarios.md'), 'utf8'), ...examples.map(textOf)].join();
    const words = new Set(told.match(/\$?[A-Za-z]+/g));
    expect([...fieldsOf(printed)].filter((field) => !words.has(field))).toEqual([]);
  });
});

/** The names of all fields that a JSON schema knows, however deep. */
function fieldsOf(schema: unknown): ReadonlySet<string> {
  if (typeof schema !== 'object' || schema === null) return new Set();
  const own = 'properties' in schema ? Object.keys(schema.properties as object) : [];
  return new Set([...own, ...Object.values(schema).flatMap((part) => [...fieldsOf(part)])]);
}

describe('what a file expects', () => {
  it('is compared field by field, and a difference makes the command fail', () => {
    expect(expecting({ netSom: 10_000, lines: [{ netSom: 10_000 }] }).exitCode).toBe(0);
    const { printed, exitCode } = expecting({ netSom: 9_000, lines: [{ netSom: 10_000 }, {}] });
    expect(exitCode).toBe(1);
    expect(printed).toMatchObject({
      isAsExpected: false,
      baskets: [
        {
          netSom: 10_000,
          differences: [
            { at: 'netSom', expected: 9_000, answered: 10_000 },
            { at: 'lines', expected: '2 items', answered: '1 items' },
          ],
        },
      ],
    });
  });

  it('differs where the answer has no such field, or something of another kind', () => {
    expect(expecting({ nett: 1 }).printed).toMatchObject({
      baskets: [{ differences: [{ at: 'nett', expected: 1, answered: null }] }],
    });
    expect(expecting({ lines: { netSom: 1 } }).exitCode).toBe(1);
    expect(expecting({ payment: { changeSom: 0 } }).exitCode).toBe(1);
  });

  it('is a refusal where the payment does not fit', () => {
    const paid = (tenders: object[]) => run({ baskets: [{ ...plain.baskets[0], tenders }] }).printed;
    expect(paid([{ kind: 'cash', amountSom: 9_000 }])).toMatchObject({
      baskets: [{ payment: { refused: 'TendersDoNotCover', data: { missingSom: 1_000 } }, returns: [] }],
    });
    expect(paid([{ kind: 'bonus', amountSom: 3_001 }])).toMatchObject({
      baskets: [{ payment: { refused: 'BonusAboveCeiling', data: { atMostSom: 3_000 } } }],
    });
    expect(paid([{ kind: 'bonus', amountSom: 3_000 }])).toMatchObject({
      baskets: [{ payment: { refused: 'BonusNotEnough', data: { spendableSom: 0 } } }],
    });
  });
});

describe('a file that is no scenario', () => {
  it('is refused with the place of each problem', () => {
    expect(run({ goods: [] }).exitCode).toBe(2);
    expect(problemsOf({ baskets: [{ ...plain.baskets[0], lines: [{ productId: 'coffee' }] }] })).toContain(
      '"at":"baskets.0.lines.0.productId","says":"no goods are named \\"coffee\\""',
    );
    expect(problemsOf({ goods: [...plain.goods, ...plain.goods] })).toContain('a second time');
    expect(problemsOf({ goods: [{ productId: 'tea', priceSom: -1 }] })).toContain('goods.0.priceSom');
    expect(problemsOf({ godos: [] })).toContain('godos');
    const both = { productId: 'tea', pieces: 1, quantityThousandths: 1_000 };
    expect(problemsOf({ baskets: [{ ...plain.baskets[0], lines: [both] }] })).toContain('either pieces or');
  });

  it('is refused when a promotion in it makes no sense', () => {
    const promotion = (more: object) =>
      problemsOf({ promotions: [{ promotionId: 'p', name: { uz: 'p' }, level: 'product', ...more }] });
    expect(promotion({ benefit: { kind: 'percent', rateBasisPoints: 10_001 } })).toContain('rateBasisPoints');
    expect(promotion({ benefit: { kind: 'amountPerUnit', amountSom: -5 } })).toContain('amountSom');
    expect(promotion({ benefit: { kind: 'free' } })).toContain('promotions.0.benefit.kind');
  });

  it('is refused when it is no JSON or not there', () => {
    expect(runScenarioText('{').exitCode).toBe(2);
    expect(runCommand(['no-such-file.json']).exitCode).toBe(2);
    expect(runCommand([]).exitCode).toBe(2);
  });

  it('can be checked by any editor: the schema is printed', () => {
    const { printed, exitCode } = runCommand(['--schema']);
    expect(exitCode).toBe(0);
    expect(printed).toMatchObject({ type: 'object', required: ['goods', 'baskets'] });
  });
});
