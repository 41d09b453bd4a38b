/** A part of the settings as a form: only its fields are edited, the whole is sent. */
import { notifications } from '@mantine/notifications';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { type ShopSettings, shopSettingsSchema } from '../../shared/shop/settings.ts';
import type { TillError } from '../app/answer.ts';
import { api } from '../app/api.ts';
import { type Form, useForm } from '../app/form.ts';
import { useIntention } from '../app/useTill.ts';

/** A field while it is typed: empty is null until something stands there. */
export type TypedSettings<K extends keyof ShopSettings> = {
  readonly [Field in K]: ShopSettings[Field] extends number
    ? ShopSettings[Field] | null
    : ShopSettings[Field];
};

export interface SettingsForm<K extends keyof ShopSettings>
  extends Form<TypedSettings<K>, Pick<ShopSettings, K>> {
  readonly onSubmit: (event: FormEvent) => void;
  readonly isSending: boolean;
  readonly error: TillError | null;
}

/** Defaults are for shops that were never asked; an emptied field must say that it is empty. */
function strictSchema<K extends keyof ShopSettings>(fields: readonly K[]) {
  const shape = Object.fromEntries(
    fields.map((field) => [field, shopSettingsSchema.shape[field].removeDefault()]),
  );
  // The keys were taken from the settings one by one: TypeScript cannot follow them through `fromEntries`.
  return z.object(shape) as unknown as z.ZodType<Pick<ShopSettings, K>>;
}

/** `settings` are those of now; `words` as in `useForm`. */
export function useSettingsForm<K extends keyof ShopSettings>(
  settings: ShopSettings,
  fields: readonly K[],
  words: Readonly<Record<string, string>> = {},
): SettingsForm<K> {
  const { t } = useTranslation();
  const begin = Object.fromEntries(fields.map((field) => [field, settings[field]])) as TypedSettings<K>;
  const form = useForm<TypedSettings<K>, Pick<ShopSettings, K>>(strictSchema(fields), begin, words);
  const change = useIntention(api.shop.changeSettings);
  async function save() {
    const checked = form.check();
    if (checked === null) return;
    const answer = await change.send({ settings: { ...settings, ...checked } });
    if (!answer.ok) return;
    form.reset(form.values);
    notifications.show({ message: t('common.saved'), color: 'green' });
  }
  return {
    ...form,
    onSubmit: (event) => {
      event.preventDefault();
      void save();
    },
    isSending: change.isSending,
    error: change.error,
  };
}
