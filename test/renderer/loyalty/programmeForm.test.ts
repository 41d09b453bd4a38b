import { describe, expect, it } from 'vitest';
import {
  exampleOf,
  lifeChange,
  newRule,
  type ProgrammeForm,
  productsOf,
  programmeFormOf,
  programmeFormSchema,
  type TypedProgramme,
  type TypedRule,
} from '../../../renderer/loyalty/programmeForm.ts';
import { allGoods } from '../../../renderer/promotion/scopeForm.ts';
import { type EarningRule, programmeSettingsSchema } from '../../../shared/loyalty/programmeContract.ts';
import { basisPoints, som } from '../../../shared/money.ts';

const [tea, beer] = ['01a20244-e800-7321-98b4-05e3ef260495', '01a20244-e800-7321-98b4-05e3ef260496'] as const;

const settings = programmeSettingsSchema.parse({});
const rules: readonly EarningRule[] = [
  { kind: 'times', scope: { kind: 'products', productIds: [tea] }, timesBasisPoints: 20_000 },
  { kind: 'neverEarns', scope: { kind: 'products', productIds: [beer] } },
];
const form = programmeFormOf({ settings, rules });

function wrong(changed: Partial<ProgrammeForm>): readonly string[] {
  const parsed = programmeFormSchema.safeParse({ ...form, ...changed });
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join('.'));
}

const withSettings = (patch: Partial<TypedProgramme>) => wrong({ settings: { ...settings, ...patch } });
const withRule = (patch: Partial<TypedRule>) => wrong({ rules: [{ ...newRule('new'), ...patch }] });

describe('the form of the programme', () => {
  it('saves what it was opened with', () => {
    expect(programmeFormSchema.parse(form)).toEqual({ settings, rules });
  });

  it('says which figure is missing', () => {
    expect(withSettings({ cashbackBasisPoints: null })).toEqual(['settings.cashbackBasisPoints']);
    expect(withSettings({ minimumReceiptSom: null })).toEqual(['settings.minimumReceiptSom']);
  });

  it('takes no limit for an empty one', () => {
    expect(withSettings({ mostReceiptsPerDay: null, mostEarnedPerDaySom: null })).toEqual([]);
    expect(withSettings({ mostReceiptsPerDay: 0 })).toEqual(['settings.mostReceiptsPerDay']);
  });

  it('lets bonus live for ever or 30 to 3650 days', () => {
    expect(withSettings({ bonusExpiryDays: 0 })).toEqual([]);
    expect(withSettings({ bonusExpiryDays: 29 })).toEqual(['settings.bonusExpiryDays']);
    expect(withSettings({ bonusExpiryDays: 3651 })).toEqual(['settings.bonusExpiryDays']);
  });

  it('needs goods in every rule, and a figure where bonus is multiplied', () => {
    expect(withRule({})).toEqual(['rules.0.scope.productIds']);
    expect(withRule({ scope: allGoods, timesBasisPoints: null })).toEqual(['rules.0.timesBasisPoints']);
  });

  it('asks for no figure where goods never earn', () => {
    expect(withRule({ kind: 'neverEarns', scope: allGoods, timesBasisPoints: null })).toEqual([]);
  });
});

describe('another life of bonus', () => {
  it.each([
    [365, 365, 'same'],
    [365, 90, 'shorter'],
    [0, 365, 'shorter'],
    [90, 365, 'longer'],
    [365, 0, 'longer'],
    [0, 0, 'same'],
  ] as const)('%i days now, %i days then: %s', (now, then, change) => {
    expect(lifeChange(now, then)).toBe(change);
  });
});

describe('the example', () => {
  it('gives 2 000 of 100 000 at 2 %, and lets bonus pay 30 000 at 30 %', () => {
    expect(exampleOf(settings)).toEqual({
      receiptSom: 100_000,
      earnedSom: 2_000,
      payableSom: 30_000,
      moneySom: 70_000,
      earnedBesideSom: 1_400,
    });
  });

  it('is never a receipt too small to earn', () => {
    const { receiptSom, earnedSom } = exampleOf({ ...settings, minimumReceiptSom: som(150_000) });
    expect([receiptSom, earnedSom]).toEqual([150_000, 3_000]);
  });

  it('earns nothing beside spent bonus where the shop gives nothing then', () => {
    expect(exampleOf({ ...settings, earnWhileRedeeming: false }).earnedBesideSom).toBe(0);
  });

  it('rounds the bonus down to whole soʻm', () => {
    const third = { ...settings, cashbackBasisPoints: basisPoints(333), minimumReceiptSom: som(100_001) };
    // 3.33 % of 100 001 is 3 330.0333.
    expect(exampleOf(third).earnedSom).toBe(3_330);
  });

  it('stands while a figure is still being typed', () => {
    expect(exampleOf({ ...settings, cashbackBasisPoints: null }).earnedSom).toBe(0);
  });
});

describe('the goods of rules', () => {
  it('are found at any depth, each once', () => {
    const scope = { kind: 'products', productIds: [tea, beer] } as const;
    const deep = { kind: 'except', scope: { kind: 'anyOf', scopes: [scope] }, without: scope } as const;
    expect(productsOf([deep, { kind: 'all' }])).toEqual([tea, beer]);
  });
});
