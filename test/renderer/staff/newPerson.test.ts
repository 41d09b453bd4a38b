import { describe, expect, it } from 'vitest';
import { type NewPerson, newPersonSchema, nobodyYet } from '../../../renderer/staff/newPerson.ts';

const wrongFields = (draft: Partial<NewPerson>) => {
  const parsed = newPersonSchema.safeParse({ ...nobodyYet, name: 'Malika', ...draft });
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join('.'));
};

describe('somebody new', () => {
  it.each(['cashier', 'senior'] as const)('a %s needs a name and a good PIN, and no password', (role) => {
    expect(wrongFields({ role, pin: '2580' })).toEqual([]);
    expect(wrongFields({ role, pin: '1234' })).toEqual(['pin']);
    expect(wrongFields({ role, pin: '' })).toEqual(['pin']);
    expect(wrongFields({ role, pin: '2580', name: '  ' })).toEqual(['name']);
  });

  it('an owner needs a password typed twice, and no PIN', () => {
    const password = 'uzoq va qiyin';
    expect(wrongFields({ role: 'owner', password, repeat: password })).toEqual([]);
    expect(wrongFields({ role: 'owner', password, repeat: 'boshqa parol' })).toEqual(['repeat']);
    expect(wrongFields({ role: 'owner', password: 'short', repeat: 'short' })).toContain('password');
  });
});
