import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Choice,
  everything,
  isWhole,
  linesBack,
  onlyLine,
  type SoldLine,
  scannedBack,
  stepped,
  toggled,
  withQuantity,
} from '../../../renderer/sale/returning.ts';
import { thousandths } from '../../../shared/money.ts';

const line = (lineNumber: number, productId: string, left: number, unit: SoldLine['unit'] = 'piece') => ({
  lineNumber,
  productId,
  unit,
  leftThousandths: left,
  quantityThousandths: thousandths(3_000),
});
const tea = line(1, 'tea', 3_000);
const rice = line(2, 'rice', 1_500, 'kilogram');
const gone = line(3, 'salt', 0);
const lines = [tea, rice, gone];
const shown = (choice: Choice) =>
  linesBack(choice).map((each) => [each.lineNumber, each.quantityThousandths]);

describe('what comes back', () => {
  it('is everything that is left at first, and nothing of what came back before', () => {
    expect(shown(everything(lines))).toEqual([
      [1, 3_000],
      [2, 1_500],
    ]);
  });

  it('is one line alone with one key; a line that is gone changes nothing', () => {
    expect(shown(onlyLine(everything(lines), rice))).toEqual([[2, 1_500]]);
    expect(shown(onlyLine(everything(lines), gone))).toHaveLength(2);
  });

  it('takes a line out and puts it in again', () => {
    const without = toggled(everything(lines), tea);
    expect(shown(without)).toEqual([[2, 1_500]]);
    expect(shown(toggled(without, tea))).toEqual(shown(everything(lines)));
    expect(shown(toggled(without, gone))).toEqual([[2, 1_500]]);
  });

  it('is never more than is left of a line; nothing typed takes it out', () => {
    expect(shown(withQuantity(everything([tea]), tea, thousandths(9_000)))).toEqual([[1, 3_000]]);
    expect(shown(withQuantity(everything([tea]), tea, null))).toEqual([]);
  });

  it('goes by pieces, and weighed goods whole', () => {
    expect(shown(stepped(everything([tea]), tea, -1))).toEqual([[1, 2_000]]);
    expect(shown(stepped(everything([rice]), rice, -1))).toEqual([]);
    expect(shown(stepped(everything([tea]), tea, 1))).toEqual([[1, 3_000]]);
  });
});

describe('a product under the scanner', () => {
  it('puts aside what was chosen beforehand, then adds piece by piece until nothing is left', () => {
    const first = scannedBack(everything(lines), lines, 'tea');
    expect(first && shown(first)).toEqual([[1, 1_000]]);
    const second = first && scannedBack(first, lines, 'rice');
    expect(second && shown(second)).toEqual([
      [1, 1_000],
      [2, 1_500],
    ]);
    expect(second && scannedBack(second, lines, 'rice')).toBeNull();
  });

  it('is refused when the receipt has none of it, or all of it came back', () => {
    expect(scannedBack(everything(lines), lines, 'bread')).toBeNull();
    expect(scannedBack(everything(lines), lines, 'salt')).toBeNull();
  });

  it('goes to the second line of the same product when the first is full', () => {
    const twice = [line(1, 'tea', 1_000), line(2, 'tea', 2_000)];
    const one = scannedBack(everything(twice), twice, 'tea');
    const two = one && scannedBack(one, twice, 'tea');
    expect(two && shown(two)).toEqual([
      [1, 1_000],
      [2, 1_000],
    ]);
  });
});

describe('a whole receipt', () => {
  it('is one of which nothing came back before and all comes now', () => {
    const whole = [{ ...tea, quantityThousandths: 3_000 }];
    expect(isWhole(everything(whole), whole)).toBe(true);
    expect(isWhole(stepped(everything(whole), tea, -1), whole)).toBe(false);
    expect(isWhole(everything(lines), lines)).toBe(false);
  });
});

it('asks for no more than is left, whatever keys are pressed', () => {
  const keys = fc.array(
    fc.tuple(fc.constantFrom('toggle', 'more', 'less', 'only', 'scan'), fc.integer({ min: 0, max: 2 })),
  );
  fc.assert(
    fc.property(keys, (pressed) => {
      let choice = everything(lines);
      for (const [key, place] of pressed) {
        const chosen = lines[place] ?? tea;
        if (key === 'toggle') choice = toggled(choice, chosen);
        else if (key === 'only') choice = onlyLine(choice, chosen);
        else if (key === 'scan') choice = scannedBack(choice, lines, chosen.productId) ?? choice;
        else choice = stepped(choice, chosen, key === 'more' ? 1 : -1);
      }
      for (const { lineNumber, quantityThousandths } of linesBack(choice)) {
        expect(quantityThousandths).toBeGreaterThan(0);
        expect(quantityThousandths).toBeLessThanOrEqual(lines[lineNumber - 1]?.leftThousandths ?? 0);
      }
    }),
  );
});
