/** The open basket under the cashier's hands. */
import { describe, expect, it } from 'vitest';
import { som, thousandths } from '../../../shared/money.ts';
import {
  addProduct,
  addUnknownCode,
  type BasketContent,
  changeContent,
  emptyBasket,
  mostLines,
} from '../../../shared/sale/basketContent.ts';

const pieces = (count: number) => thousandths(count * 1000);
const withTea = addProduct(emptyBasket, 'tea', pieces(1), 'line-1');
const quantities = (content: BasketContent) => content.lines.map((line) => line.quantityThousandths);

describe('the open basket', () => {
  it('grows the line of goods that are in it already', () => {
    const twice = addProduct(withTea, 'tea', pieces(2), 'line-2');
    expect(twice.lines).toMatchObject([{ lineId: 'line-1', productId: 'tea', quantityThousandths: 3_000 }]);
    expect(addProduct(twice, 'bread', pieces(1), 'line-2').lines).toHaveLength(2);
  });

  it('keeps an unknown code on a line of its own until it becomes a product or is removed', () => {
    const unknown = addUnknownCode(
      addUnknownCode(withTea, '478', pieces(1), 'line-2'),
      '478',
      pieces(1),
      'line-3',
    );
    expect(unknown.lines[1]).toEqual({
      kind: 'unknown',
      lineId: 'line-2',
      code: '478',
      quantityThousandths: 2_000,
    });
    const known = changeContent(unknown, { kind: 'resolveUnknown', lineId: 'line-2', productId: 'jam' }, 'x');
    expect(known.lines[1]).toMatchObject({ kind: 'product', productId: 'jam', quantityThousandths: 2_000 });
    const removed = changeContent(unknown, { kind: 'removeLine', lineId: 'line-2' }, 'x');
    expect(removed).toEqual(withTea);
  });

  it('lets a key be pressed twice: a line that is gone is left alone', () => {
    const gone = { kind: 'setQuantity', lineId: 'gone', quantityThousandths: pieces(5) } as const;
    expect(changeContent(withTea, gone, 'x')).toEqual(withTea);
    const five = { ...gone, lineId: 'line-1' };
    expect(quantities(changeContent(withTea, five, 'x'))).toEqual([5_000]);
  });

  it('spends no bonus once the customer is taken off', () => {
    const spending: BasketContent = {
      ...withTea,
      customer: { customerId: 'aziza', identification: 'card' },
      bonusToSpendSom: som(900),
    };
    expect(changeContent(spending, { kind: 'detachCustomer' }, 'x')).toEqual(withTea);
    expect(changeContent(spending, { kind: 'clear' }, 'x')).toEqual(emptyBasket);
  });

  it('does not grow without end under a stuck key', () => {
    let full = emptyBasket;
    for (let at = 0; at < mostLines + 5; at += 1) full = addProduct(full, `p${at}`, pieces(1), `line-${at}`);
    expect(full.lines).toHaveLength(mostLines);
    expect(addUnknownCode(full, '478', pieces(1), 'x').lines).toHaveLength(mostLines);
    const huge = addProduct(withTea, 'tea', thousandths(999_999_999), 'x');
    expect(quantities(huge)).toEqual([999_999_999]);
  });
});
