/** Phones as they are told at a counter. */
import { describe, expect, it } from 'vitest';
import { formatPhone, lastFourDigits, maskPhone, readPhone } from '../../../shared/customer/phone.ts';

describe('a phone', () => {
  it.each([
    '90 123 45 67',
    '901234567',
    '(90) 123-45-67',
    '998901234567',
    '+998 90 123 45 67',
    '00998901234567',
    '8 90 123 45 67',
    '8901234567',
    '0 90 123 45 67',
    ' +998-90-123-45-67 ',
  ])('told as %j is +998901234567', (told) => {
    expect(readPhone(told)).toEqual({ e164: '+998901234567', country: 'UZ', isUsual: true });
  });

  it.each([
    ['+7 916 123-45-67', '+79161234567'],
    ['79161234567', '+79161234567'],
    ['8 916 123 45 67', '+79161234567'],
    ['+996 555 123456', '+996555123456'],
    ['+992 90 123 4567', '+992901234567'],
  ])('from abroad is kept: %j is %s', (told, e164) => {
    expect(readPhone(told)?.e164).toBe(e164);
  });

  it.each(['', '1234', '90 123 45', '4780554617621', '+99890123456789', 'Aziza', '90 123 45 6a'])(
    'cannot be %j',
    (told) => {
      expect(readPhone(told)).toBeNull();
    },
  );

  it('with an odd code is accepted with a warning, because codes are given out anew', () => {
    expect(readPhone('40 123 45 67')).toEqual({ e164: '+998401234567', country: 'UZ', isUsual: false });
  });

  it('is shown in groups and masked in logs', () => {
    expect(formatPhone('+998901234567')).toBe('+998 90 123 45 67');
    expect(formatPhone('+79161234567')).toBe('+7 916 123 45 67');
    expect(maskPhone('+998901234567')).toBe('+998 90 *** ** 67');
    expect(maskPhone('+79161234567')).not.toContain('123');
    expect(lastFourDigits('+998901234567')).toBe('4567');
  });
});
