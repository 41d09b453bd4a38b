/** The form of the bonus programme: what is set on the left, what it means for a customer and saving on the right. */
import { Button, Paper, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { useForm } from '../app/form.ts';
import { useIntention } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import styles from './Programme.module.css';
import { ProgrammeExample } from './ProgrammeExample.tsx';
import {
  EarningSection,
  LifeSection,
  LimitsSection,
  PayOutSection,
  SpendingSection,
} from './ProgrammeFields.tsx';
import { type ExpiryFor, ProgrammeLife } from './ProgrammeLife.tsx';
import { ProgrammeRules } from './ProgrammeRules.tsx';
import {
  type CheckedProgramme,
  lifeChange,
  type ProgrammeEdit,
  programmeFormOf,
  programmeFormSchema,
} from './programmeForm.ts';

export function ProgrammeEditor({ saved }: { saved: CheckedProgramme }) {
  const { t } = useTranslation();
  const edit: ProgrammeEdit = useForm(programmeFormSchema, programmeFormOf(saved), {
    'settings.bonusExpiryDays': t('loyalty.programme.expiryWrong'),
    'settings.claimDays': t('loyalty.programme.claimWrong'),
  });
  const [asked, setAsked] = useState<CheckedProgramme | null>(null);
  const save = useIntention(api.loyalty.saveProgramme);
  const send = async ({ settings, rules }: CheckedProgramme, expiryFor: ExpiryFor) => {
    const answer = await save.send({ settings, rules: [...rules], expiryFor });
    if (!answer.ok) return;
    setAsked(null);
    edit.reset(programmeFormOf(answer.data));
    notifications.show({ message: t('common.saved'), color: 'green' });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const checked = edit.check();
    if (checked === null) return;
    const life = lifeChange(saved.settings.bonusExpiryDays, checked.settings.bonusExpiryDays);
    if (life === 'same') void send(checked, { kind: 'newOnly' });
    else setAsked(checked);
  };
  return (
    <form className={styles.columns} onSubmit={submit} noValidate>
      <div className={styles.form}>
        <EarningSection edit={edit} />
        <SpendingSection edit={edit} />
        <LifeSection edit={edit} />
        <ProgrammeRules edit={edit} />
        <LimitsSection edit={edit} />
        <PayOutSection edit={edit} />
      </div>
      <div className={styles.aside}>
        <Paper>
          <Stack gap="lg">
            <ProgrammeExample form={edit.values} />
            <ErrorAnswer error={asked === null ? save.error : null} />
            <Button type="submit" disabled={!edit.isChanged} loading={save.isSending && asked === null}>
              {t('common.save')}
            </Button>
          </Stack>
        </Paper>
      </div>
      {asked !== null && (
        <ProgrammeLife
          daysNow={saved.settings.bonusExpiryDays}
          daysThen={asked.settings.bonusExpiryDays}
          error={save.error}
          isSending={save.isSending}
          onChoose={(expiryFor) => void send(asked, expiryFor)}
          onClose={() => {
            save.forget();
            setAsked(null);
          }}
        />
      )}
    </form>
  );
}
