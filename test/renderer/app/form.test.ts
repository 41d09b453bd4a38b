import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { schemaOf, wrongOf } from '../../../renderer/app/form.ts';
import { catalogueContract } from '../../../shared/catalogue/contract.ts';
import { shopSettingsSchema } from '../../../shared/shop/settings.ts';

function wrong(schema: z.ZodType, value: unknown) {
  const parsed = schema.safeParse(value);
  const issue = parsed.success ? undefined : parsed.error.issues[0];
  return issue === undefined ? null : wrongOf(issue, value);
}

describe('what a form says of a wrong field', () => {
  test.each([null, undefined, '', {}, { uz: undefined }])(
    'an empty field (%j) asks to be filled',
    (value) => {
      expect(wrong(z.string().min(3), value)).toEqual({ key: 'ui.field.required', limit: 0 });
    },
  );

  test.each([
    { schema: z.string().min(8), value: 'short', key: 'ui.field.tooShort', limit: 8 },
    { schema: z.string().max(3), value: 'long', key: 'ui.field.tooLong', limit: 3 },
    { schema: z.int().min(1), value: 0, key: 'ui.field.atLeast', limit: 1 },
    { schema: z.int().max(365), value: 366, key: 'ui.field.atMost', limit: 365 },
    { schema: z.string().regex(/^\d+$/), value: 'x', key: 'ui.field.wrong', limit: 0 },
  ])('$value is told as $key', ({ schema, value, key, limit }) => {
    expect(wrong(schema, value)).toEqual({ key, limit });
  });

  test('a form refuses with the schema of the verb it sends', () => {
    const { shape } = schemaOf(catalogueContract.save);
    expect(wrong(shape.name, {})?.key).toBe('ui.field.required');
    expect(wrong(shape.priceSom, 0)?.key).toBe('ui.field.wrong');
    expect(wrong(shopSettingsSchema.shape.stir, '123')?.key).toBe('ui.field.wrong');
  });
});
