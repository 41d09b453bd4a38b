import { describe, expect, test } from 'vitest';
import {
  changeRows,
  draftText,
  type GridRow,
  isEmptyRow,
  readDraft,
  readRow,
  rowAfter,
  type TypedRow,
} from '../../../renderer/credit/notebookRows.ts';
import { som } from '../../../shared/money.ts';
import { businessDay } from '../../../shared/time.ts';

const today = businessDay('2026-11-22');
const id = (number: number) => `019aa0b0-0000-7000-8000-00000000000${number}`;
const typed = (changes: Partial<TypedRow> = {}): TypedRow => ({
  name: 'Shavkat aka',
  phone: '+998901234567',
  amountSom: som(350_000),
  since: '12.10',
  due: '',
  note: '',
  ...changes,
});
const row = (number: number, changes: Partial<GridRow> = {}): GridRow => ({
  intentionId: id(number),
  state: 'typing',
  typed: typed(),
  refusal: null,
  ...changes,
});

describe('what a row of the notebook says', () => {
  test('name, phone, sum and day are enough', () => {
    expect(readRow(typed({ name: ' Shavkat aka ' }), today)).toEqual({
      isRight: true,
      debt: {
        name: 'Shavkat aka',
        phone: '+998901234567',
        amountSom: 350_000,
        since: '2026-10-12',
        dueOn: null,
        note: '',
      },
    });
  });

  test('a notebook without phones is copied all the same', () => {
    expect(readRow(typed({ phone: '' }), today)).toMatchObject({ isRight: true });
  });

  test.each([
    [{ name: ' ', phone: '' }, 'name', 'nameOrPhone'],
    [{ phone: '+9989012345' }, 'phone', 'phoneShort'],
    [{ amountSom: null }, 'amountSom', 'sum'],
    [{ amountSom: som(0) }, 'amountSom', 'sum'],
    [{ since: '31.02' }, 'since', 'since'],
    [{ since: '23.11.2026' }, 'since', 'sinceLater'],
    [{ due: '11.10.2026' }, 'due', 'due'],
    [{ due: '45.12' }, 'due', 'due'],
  ] as const)('%j: the field %s says %s', (changes, field, problem) => {
    expect(readRow(typed(changes), today)).toEqual({ isRight: false, field, problem });
  });

  test('the day it is due may be written without a year', () => {
    expect(readRow(typed({ due: '01.02' }), today)).toMatchObject({ debt: { dueOn: '2027-02-01' } });
  });
});

describe('rows on their way', () => {
  const sending = (nextId: string) => {
    const read = readRow(typed({ due: '01.02' }), today);
    if (!read.isRight) throw new Error(read.problem);
    return { kind: 'sent', intentionId: id(1), debt: read.debt, nextId } as const;
  };

  test('a row that goes off is followed by an empty one of the same day', () => {
    const [, next] = changeRows([row(1)], sending(id(2)), today);
    expect(next).toMatchObject({
      intentionId: id(2),
      state: 'typing',
      typed: { name: '', since: '12.10.2026', due: '' },
    });
    expect(next !== undefined && isEmptyRow(next)).toBe(true);
  });

  test('days get their year when the row goes off: after midnight they mean the same', () => {
    const [sent] = changeRows([row(1)], sending(id(2)), today);
    expect(sent).toMatchObject({ state: 'sending', typed: { since: '12.10.2026', due: '01.02.2027' } });
    const again = sent === undefined ? null : readRow(sent.typed, businessDay('2027-11-22'));
    expect(again).toMatchObject({ debt: { since: '2026-10-12', dueOn: '2027-02-01' } });
  });

  test('a row that was sent back and goes off again opens no second empty row', () => {
    const rows = [row(1, { state: 'refused' }), rowAfter(null, id(2), today)];
    expect(changeRows(rows, sending(id(3)), today)).toHaveLength(2);
  });

  test('a saved row leaves the others as they are', () => {
    const rows = [row(1, { state: 'sending' }), row(2)];
    expect(changeRows(rows, { kind: 'saved', intentionId: id(1) }, today)).toEqual([row(2)]);
  });

  test('a refused row keeps what was typed, says why, and is a new intention when it is sent again', () => {
    const error = { code: 'PhoneNotUnderstood', data: {} };
    const change = { kind: 'failed', intentionId: id(1), error, newId: id(9) } as const;
    const [refused] = changeRows([row(1, { state: 'sending' })], change, today);
    expect(refused).toEqual(row(9, { state: 'refused', refusal: error }));
  });

  test('a row that the till did not answer stays the same intention, so that it is never noted twice', () => {
    const error = { code: 'TillGone', data: {} };
    const change = { kind: 'failed', intentionId: id(1), error, newId: id(9) } as const;
    const [unsure] = changeRows([row(1, { state: 'sending' })], change, today);
    expect(unsure).toEqual(row(1, { state: 'unsure' }));
  });
});

describe('the draft that survives a reload', () => {
  test('comes back as it was typed; what was on its way is asked again as the same intention', () => {
    const rows = [row(1, { state: 'sending' }), row(2, { typed: typed({ amountSom: null, since: '1' }) })];
    expect(readDraft(draftText(rows))).toEqual([row(1, { state: 'unsure' }), rows[1]]);
  });

  test.each([null, '', '{', '[]', '{"version":2,"rows":[]}', '{"version":1,"rows":[{"name":"x"}]}'])(
    '%j is no draft',
    (text) => {
      expect(readDraft(text)).toBeNull();
    },
  );
});

test('the first row is of today', () => {
  expect(rowAfter(null, id(1), today).typed.since).toBe('22.11.2026');
});
