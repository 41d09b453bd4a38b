import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldRecoveryCode, newRecoveryCode, recoveryCodeLength } from '../../../shared/staff/recoveryCode.ts';

test('a code has six groups of four, and every byte decides one character', () => {
  const bytes = Uint8Array.from({ length: 24 }, (_, index) => index);
  expect(newRecoveryCode(bytes)).toBe('2345-6789-ABCD-EFGH-JKLM-NPQR');
  expect(newRecoveryCode(bytes.map((byte) => byte + 32))).toBe('2345-6789-ABCD-EFGH-JKLM-NPQR');
  expect(() => newRecoveryCode(bytes.subarray(1))).toThrow(RangeError);
});

test('no character can be taken for another one, and the code is read back from any way of typing it', () => {
  const bytes = fc.uint8Array({ minLength: recoveryCodeLength, maxLength: recoveryCodeLength });
  fc.assert(
    fc.property(bytes, fc.constantFrom('-', ' ', '', ' – ', '.'), (drawn, between) => {
      const code = newRecoveryCode(drawn);
      expect(code).not.toMatch(/[01IO]/);
      expect(foldRecoveryCode(code.toLowerCase().replaceAll('-', between))).toBe(code.replaceAll('-', ''));
    }),
  );
});
