import { expect, test } from 'vitest';
import { shownState } from '../../../renderer/promotion/promotionState.ts';

test.each([
  { state: 'live', isUpcoming: false, isOver: false, shown: 'live' },
  { state: 'live', isUpcoming: true, isOver: false, shown: 'upcoming' },
  { state: 'live', isUpcoming: false, isOver: true, shown: 'ended' },
  { state: 'paused', isUpcoming: true, isOver: false, shown: 'paused' },
  { state: 'paused', isUpcoming: false, isOver: true, shown: 'ended' },
  { state: 'draft', isUpcoming: false, isOver: true, shown: 'draft' },
  { state: 'ended', isUpcoming: false, isOver: false, shown: 'ended' },
] as const)('$state, upcoming $isUpcoming, over $isOver is shown as $shown', ({ shown, ...row }) => {
  expect(shownState(row)).toBe(shown);
});
