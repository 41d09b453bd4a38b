/** One's own PIN or password, changed by whoever knows the old one. */
import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { api } from '../app/api.ts';
import { useForm } from '../app/form.ts';
import { useIntention } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { newPasswordSchema, newPinSchema } from './newSecret.ts';
import type { Person } from './person.ts';

const nothingTyped = { oldSecret: '', password: '', repeat: '' };
const old = z.object({ oldSecret: z.string().min(1).max(200) });
const schemas = {
  password: old.and(newPasswordSchema),
  pin: old.and(
    z
      .object({ password: newPinSchema, repeat: z.string().min(1) })
      .refine(({ password, repeat }) => password === repeat, { path: ['repeat'] }),
  ),
} as const;

export function OwnSecret({ kind }: { kind: Person['secretKind'] }) {
  const { t } = useTranslation();
  const isPin = kind === 'pin';
  const form = useForm(schemas[kind], nothingTyped, {
    password: t(isPin ? 'staff.pinWeak' : 'staff.passwordWeak'),
    repeat: t(isPin ? 'staff.own.pinDiffers' : 'staff.repeatDiffers'),
  });
  const change = useIntention(api.staff.changeOwnSecret);
  async function save(event: FormEvent) {
    event.preventDefault();
    const checked = form.check();
    if (checked === null) return;
    const answer = await change.send({ oldSecret: checked.oldSecret, newSecret: checked.password });
    if (!answer.ok) return;
    form.reset(nothingTyped);
    notifications.show({
      message: t(isPin ? 'staff.own.pinChanged' : 'staff.own.passwordChanged'),
      color: 'green',
    });
  }
  const field = (name: keyof typeof nothingTyped, label: string) => (
    <PasswordInput
      label={label}
      autoComplete={name === 'oldSecret' ? 'current-password' : 'new-password'}
      inputMode={isPin ? 'numeric' : 'text'}
      value={form.values[name]}
      error={form.errorOf(name)}
      onChange={(event) => form.set({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <form onSubmit={(event) => void save(event)} noValidate>
      <Stack gap="md">
        {field('oldSecret', t(isPin ? 'staff.own.oldPin' : 'staff.own.oldPassword'))}
        <Group grow align="flex-start">
          {field('password', t(isPin ? 'staff.own.newPin' : 'staff.own.newPassword'))}
          {field('repeat', t(isPin ? 'staff.own.repeatPin' : 'staff.repeat'))}
        </Group>
        <ErrorAnswer error={change.error} />
        <Group justify="flex-end">
          <Button type="submit" loading={change.isSending}>
            {t(isPin ? 'staff.changePin' : 'staff.recoverSave')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
