import { describe, expect, it } from 'vitest';
import {
  actionOf,
  actionsOf,
  bindingsOf,
  capOf,
  conflictsIn,
  keyStates,
} from '../../../renderer/app/keys.ts';

const plain = {
  ctrlKey: false,
  shiftKey: false,
  altKey: false,
  metaKey: false,
  repeat: false,
  isComposing: false,
};

describe('the keys of the sell screen', () => {
  it.each(keyStates)('never mean two things in the state %s', (state) => {
    expect(conflictsIn(state)).toEqual([]);
  });

  it.each(keyStates)('are at least two for every action in the state %s', (state) => {
    for (const action of actionsOf(state)) {
      expect(new Set(bindingsOf(state, action)).size, action).toBeGreaterThanOrEqual(2);
    }
  });

  it.each(keyStates)('are no plain letters or digits in the state %s: those begin a search', (state) => {
    for (const action of actionsOf(state)) {
      for (const binding of bindingsOf(state, action)) {
        expect(binding).not.toMatch(/^(Shift\+)?(Key.|Digit\d|Numpad\d)$(?<!Shift\+Digit8)/);
      }
    }
  });

  it('take exact cash in two keys: pay, then Enter', () => {
    expect(actionOf('selling', { ...plain, code: 'NumpadAdd' })).toBe('pay');
    expect(actionOf('selling', { ...plain, code: 'F12' })).toBe('pay');
    expect(actionOf('payment', { ...plain, code: 'Enter' })).toBe('complete');
  });

  it('are told apart by their modifiers', () => {
    expect(actionOf('selling', { ...plain, code: 'Enter' })).toBeNull();
    expect(actionOf('selling', { ...plain, code: 'Enter', ctrlKey: true })).toBe('pay');
    expect(actionOf('selling', { ...plain, code: 'KeyL', ctrlKey: true, shiftKey: true })).toBe('lock');
    expect(actionOf('payment', { ...plain, code: 'Digit1', altKey: true })).toBe('quickAmount1');
  });

  it('held down walk through the lines but never park or pay twice', () => {
    expect(actionOf('selling', { ...plain, code: 'ArrowDown', repeat: true })).toBe('nextLine');
    expect(actionOf('selling', { ...plain, code: 'F5', repeat: true })).toBeNull();
    expect(actionOf('payment', { ...plain, code: 'Enter', repeat: true })).toBeNull();
  });

  it('can be changed by the shop, and a clash is seen', () => {
    const changes = { selling: { park: ['F9'] } };
    expect(conflictsIn('selling', changes)).toEqual(['F9']);
    const good = { selling: { park: ['Insert'] } };
    expect(conflictsIn('selling', good)).toEqual([]);
    expect(actionOf('selling', { ...plain, code: 'Insert' }, good)).toBe('park');
    expect(actionOf('selling', { ...plain, code: 'F5' }, good)).toBeNull();
  });

  it('are written on caps as they stand on the keyboard', () => {
    expect(
      ['F12', 'NumpadAdd', 'Control+Enter', 'Control+Shift+KeyL', 'Delete', 'Shift+Digit8', 'Alt+Digit1'].map(
        capOf,
      ),
    ).toEqual(['F12', 'Num +', 'Ctrl+Enter', 'Ctrl+Shift+L', 'Del', '*', 'Alt+1']);
  });
});
