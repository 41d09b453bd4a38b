import { describe, expect, it } from 'vitest';
import type { PlannedShift } from '../../../renderer/staff/person.ts';
import { hoursOf, planRows, weekOf } from '../../../renderer/staff/planWeek.ts';
import { businessDay } from '../../../shared/time.ts';

const shift = (id: string, personId: string, day: string, from: number, to: number): PlannedShift => ({
  id,
  personId,
  personName: personId.toUpperCase(),
  day: businessDay(day),
  fromMinute: from,
  toMinute: to,
  note: '',
});

describe('the week of the plan', () => {
  it('runs from Monday to Sunday, also over the end of a year', () => {
    expect(weekOf(businessDay('2026-11-22'))).toEqual([
      '2026-11-16',
      '2026-11-17',
      '2026-11-18',
      '2026-11-19',
      '2026-11-20',
      '2026-11-21',
      '2026-11-22',
    ]);
    expect(weekOf(businessDay('2027-01-01'))[0]).toBe('2026-12-28');
  });

  it('has a row for everybody, the day’s times in order, and the hours of the week', () => {
    const week = weekOf(businessDay('2026-11-16'));
    const rows = planRows(
      [
        { id: 'ali', name: 'Ali' },
        { id: 'vali', name: 'Vali' },
      ],
      [
        shift('2', 'ali', '2026-11-16', 840, 1080),
        shift('1', 'ali', '2026-11-16', 540, 780),
        shift('3', 'ali', '2026-11-22', 600, 615),
      ],
      week,
    );
    expect(rows.map(({ name, minutes }) => [name, minutes])).toEqual([
      ['Ali', 240 + 240 + 15],
      ['Vali', 0],
    ]);
    expect(rows[0]?.days[0]?.map(({ id }) => id)).toEqual(['1', '2']);
    expect(rows[0]?.days[6]?.map(hoursOf)).toEqual(['10:00–10:15']);
  });

  it('keeps a row for somebody who has left but stands in it', () => {
    const rows = planRows(
      [],
      [shift('1', 'gone', '2026-11-16', 540, 600)],
      weekOf(businessDay('2026-11-16')),
    );
    expect(rows.map(({ name }) => name)).toEqual(['GONE']);
  });
});
