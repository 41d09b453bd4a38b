import { expect, test } from 'vitest';
import { keptShare, mayTick } from '../../../shared/shift/checklist.ts';
import { checklistMoments, mostChecklistItems } from '../../../shared/shift/checklistContract.ts';
import { suggestedChecklists } from '../../../shared/shift/suggestedChecklists.ts';
import { languages } from '../../../shared/text.ts';

test('the share kept counts items, not shifts, and is whole only when everything was ticked', () => {
  expect(keptShare([])).toBeNull();
  expect(keptShare([{ ticked: 0, items: 0 }])).toBeNull();
  expect(keptShare([{ ticked: 3, items: 3 }])).toBe(10_000);
  expect(
    keptShare([
      { ticked: 2, items: 3 },
      { ticked: 5, items: 5 },
    ]),
  ).toBe(8_750);
  expect(keptShare([{ ticked: 29_999, items: 30_000 }])).toBe(9_999);
});

test('only the opening list is ticked while no shift is open', () => {
  expect(checklistMoments.filter((moment) => mayTick(moment, false))).toEqual(['opening']);
  expect(checklistMoments.filter((moment) => mayTick(moment, true))).toEqual([...checklistMoments]);
});

test('the suggested lists are whole in three languages and fit into a list', () => {
  for (const items of Object.values(suggestedChecklists)) {
    expect(items.length).toBeGreaterThan(2);
    expect(items.length).toBeLessThanOrEqual(mostChecklistItems);
    for (const item of items) for (const language of languages) expect(item[language]).toMatch(/\S/);
  }
});
