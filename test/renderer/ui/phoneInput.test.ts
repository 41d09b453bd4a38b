import { describe, expect, it } from 'vitest';
import { groupedDigits, localDigits } from '../../../renderer/ui/PhoneInput.tsx';

describe('a typed phone', () => {
  it('is understood however it was written or pasted', () => {
    for (const typed of [
      '901234567',
      '90 123-45-67',
      '+998 90 123 45 67',
      '998901234567',
      '8 90 123 45 67',
    ]) {
      expect(localDigits(typed), typed).toBe('901234567');
    }
  });

  it('begins with the operator even when that looks like the country', () => {
    expect(localDigits('99812')).toBe('99812');
    expect(localDigits('998123456')).toBe('998123456');
  });

  it('is grouped while it is typed', () => {
    expect(['', '9', '90', '901', '90123', '901234', '90123456', '901234567'].map(groupedDigits)).toEqual([
      '',
      '9',
      '90',
      '90 1',
      '90 123',
      '90 123-4',
      '90 123-45-6',
      '90 123-45-67',
    ]);
  });
});
