/** What the owner decides about a person: name, role, own limit of discounts, until when and at which hours. */
import { Button, Group, Radio, Stack, Switch, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BasisPoints, Som } from '../../shared/money.ts';
import { api } from '../app/api.ts';
import { type Form, useForm } from '../app/form.ts';
import { useIntention } from '../app/useTill.ts';
import { DayInput } from '../ui/DayInput.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { MoneyInput } from '../ui/MoneyInput.tsx';
import { PercentInput } from '../ui/PercentInput.tsx';
import { HoursFields } from './HoursFields.tsx';
import type { TeamMember } from './person.ts';
import { draftOfPerson, type PersonDraft, personDraftSchema } from './personDraft.ts';

const changeableRoles = ['cashier', 'senior'] as const;

export function PersonForm({ person }: { person: TeamMember }) {
  const { t } = useTranslation();
  const isOwner = person.role === 'owner';
  const form = useForm<PersonDraft, ReturnType<typeof personDraftSchema.parse>>(
    personDraftSchema,
    draftOfPerson(person),
    { hours: t('staff.hours.wrong') },
  );
  const change = useIntention(api.staff.changePerson);
  const { values, set, errorOf } = form;
  async function save(event: FormEvent) {
    event.preventDefault();
    const checked = form.check();
    if (checked === null) return;
    const answer = await change.send({ personId: person.id, ...checked });
    if (answer.ok) notifications.show({ message: t('common.saved'), color: 'green' });
  }
  return (
    <form onSubmit={(event) => void save(event)} noValidate>
      <Stack gap="md">
        <TextInput
          label={t('staff.name')}
          autoComplete="off"
          value={values.name}
          error={errorOf('name')}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        {!isOwner && (
          <Radio.Group
            label={t('staff.roleLabel')}
            value={values.role}
            onChange={(value) => set({ role: changeableRoles.find((role) => role === value) ?? 'cashier' })}
          >
            <Group gap="lg" mt="xs">
              {changeableRoles.map((role) => (
                <Radio key={role} size="md" value={role} label={t(`staff.role.${role}`)} />
              ))}
            </Group>
          </Radio.Group>
        )}
        {!isOwner && <AccessFields values={values} errorOf={errorOf} set={set} />}
        <MoneyInput
          w={240}
          label={t('staff.giftBudget.label')}
          description={t('staff.giftBudget.hint')}
          value={(values.giftBudgetSom ?? 0) as Som}
          error={errorOf('giftBudgetSom')}
          onChange={(sum) => set({ giftBudgetSom: sum ?? 0 })}
        />
        <ErrorAnswer error={change.error} />
        <Group justify="flex-end">
          <Button type="submit" disabled={!form.isChanged} loading={change.isSending}>
            {t('common.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

type AccessFieldsProps = Pick<Form<PersonDraft, unknown>, 'values' | 'errorOf' | 'set'>;

/** How much may be taken off, until when and at which hours: for everybody but an owner, who has no limits. */
function AccessFields({ values, errorOf, set }: AccessFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <OwnLimit
        value={values.discountBasisPoints}
        onChange={(discountBasisPoints) => set({ discountBasisPoints })}
      />
      <DayInput
        label={t('staff.access.label')}
        description={t('staff.access.hint')}
        value={values.accessEndsOn}
        error={errorOf('accessEndsOn')}
        onChange={(accessEndsOn) => set({ accessEndsOn })}
      />
      <Switch
        size="md"
        label={t('staff.hours.bound')}
        description={t('staff.hours.boundHint')}
        checked={values.isBoundToHours}
        onChange={(event) => set({ isBoundToHours: event.currentTarget.checked })}
      />
      <HoursFields hours={values.hours} error={errorOf('hours')} onChange={(hours) => set({ hours })} />
    </>
  );
}

interface OwnLimitProps {
  value: number | null;
  onChange: (value: BasisPoints | null) => void;
}

/** Off: what the role may take off; on: an own limit, which may be none at all. */
function OwnLimit({ value, onChange }: OwnLimitProps) {
  const { t } = useTranslation();
  const [isOwn, setOwn] = useState(value !== null);
  return (
    <Stack gap="xs">
      <Switch
        size="md"
        label={t('staff.ownLimit.label')}
        description={t('staff.ownLimit.hint')}
        checked={isOwn}
        onChange={(event) => {
          setOwn(event.currentTarget.checked);
          onChange(event.currentTarget.checked ? (0 as BasisPoints) : null);
        }}
      />
      {isOwn && (
        <PercentInput
          w={160}
          aria-label={t('staff.ownLimit.label')}
          value={value as BasisPoints | null}
          onChange={(rate) => onChange(rate ?? (0 as BasisPoints))}
        />
      )}
    </Stack>
  );
}
