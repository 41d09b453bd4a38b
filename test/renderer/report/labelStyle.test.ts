import { describe, expect, it } from 'vitest';
import { labelStyles, leastModuleMm, moduleFor } from '../../../renderer/report/print/labelStyle.ts';
import { barsOf } from '../../../renderer/report/print/tagBars.ts';
import { labelLayouts, labelPlaces } from '../../../shared/report/labelLayout.ts';

const ean13 = { kind: 'ean', modules: 95, quietLeft: 11, quietRight: 7 } as const;

describe('the bars of a label', () => {
  it('are an EAN for every code that is one, with the white that the standard asks for', () => {
    expect(barsOf('4780012345677')).toMatchObject(ean13);
    expect(barsOf('96385074')).toMatchObject({ modules: 67, quietLeft: 7, quietRight: 7 });
    expect(barsOf('012345678905')).toMatchObject(ean13);
    expect(barsOf('012345678905')?.path).toBe(barsOf('0012345678905')?.path);
  });

  it('are Code 128 for any other, a wrong check digit among them', () => {
    // Start, six characters, check and stop: 11 modules each, the stop has 13.
    expect(barsOf('KOLA-1')).toMatchObject({ modules: 8 * 11 + 13, quietLeft: 10, quietRight: 10 });
    expect(barsOf('4780012345670')?.modules).not.toBe(95);
  });

  it('of an EAN are never narrower than 80 %, and stand on the label with their white', () => {
    for (const layout of labelLayouts) {
      const { moduleMm, codeMm } = labelStyles[layout];
      for (const width of moduleMm.ean) expect(width).toBeGreaterThanOrEqual(leastModuleMm);
      expect(codeMm).toBeLessThanOrEqual(labelPlaces[layout].widthMm - 0.6);
    }
  });

  it('of an EAN-13 are on every label that is wide enough for them, and on 30 × 20 mm only its digits', () => {
    const modules = labelLayouts.map((layout) => moduleFor(ean13, labelStyles[layout]));
    // 113 modules: 37.3, 29.8, 55.9, 42.4, 42.4 and 42.4 mm.
    expect(modules).toEqual([0.33, 0.264, 0.495, 0.375, 0.375, 0.375, null]);
  });

  it('of a roll are as wide as whole dots of its printer', () => {
    for (const layout of labelLayouts.filter((each) => each.startsWith('roll'))) {
      const { ean, code128 } = labelStyles[layout].moduleMm;
      for (const width of [...ean, ...code128]) expect(Number.isInteger(width * 8)).toBe(true);
    }
  });

  it('that are too long for a label are left out', () => {
    const long = barsOf('A'.repeat(40)) ?? ean13;
    expect(moduleFor(long, labelStyles.a4x24)).toBeNull();
    expect(moduleFor(long, labelStyles.roll58x40)).toBeNull();
  });
});
