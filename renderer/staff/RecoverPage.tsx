/** The owner forgot the password: the printed recovery code and a new password, and then a new code to keep. */
import { Button, Group, Paper, Stack, TextInput, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { someWords } from '../../shared/wire.ts';
import type { TillError } from '../app/answer.ts';
import { api } from '../app/api.ts';
import { useForm } from '../app/form.ts';
import { useIntention } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { NewPasswordFields } from './NewPasswordFields.tsx';
import { newPasswordSchema } from './newSecret.ts';
import styles from './RecoverPage.module.css';
import { RecoveryCode } from './RecoveryCode.tsx';

export interface RecoverPageProps {
  shopName: string;
  onBack: () => void;
  /** The owner is logged in with the new password. */
  onRecovered: () => void;
}

interface Recovered {
  readonly code: string;
  readonly personId: string;
  readonly password: string;
}

export function RecoverPage({ shopName, onBack, onRecovered }: RecoverPageProps) {
  const [recovered, setRecovered] = useState<Recovered | null>(null);
  const [isBusy, setBusy] = useState(false);
  async function enter({ personId, password }: Recovered) {
    setBusy(true);
    await api.staff.logIn({ personId, secret: password });
    onRecovered();
  }
  return (
    <div className={styles.page}>
      <Paper className={styles.card}>
        {recovered === null ? (
          <RecoverForm onBack={onBack} onRecovered={setRecovered} />
        ) : (
          <RecoveryCode
            code={recovered.code}
            shopName={shopName}
            isBusy={isBusy}
            onDone={() => void enter(recovered)}
          />
        )}
      </Paper>
    </div>
  );
}

const schema = z.object({ recoveryCode: someWords(60) }).and(newPasswordSchema);

/** A wrong secret is here a wrong recovery code. */
function ofCode(error: TillError | null): TillError | null {
  return error?.code === 'WrongSecret' ? { code: 'WrongRecoveryCode', data: error.data } : error;
}

function RecoverForm(props: { onBack: () => void; onRecovered: (recovered: Recovered) => void }) {
  const { t } = useTranslation();
  const form = useForm(
    schema,
    { recoveryCode: '', password: '', repeat: '' },
    { repeat: t('staff.repeatDiffers'), password: t('staff.passwordWeak') },
  );
  const recover = useIntention(api.staff.recover);
  async function send(event: FormEvent) {
    event.preventDefault();
    const checked = form.check();
    if (checked === null) return;
    const { recoveryCode, password } = checked;
    const answer = await recover.send({ recoveryCode, password });
    if (answer.ok) {
      props.onRecovered({ code: answer.data.recoveryCode, personId: answer.data.person.id, password });
    }
  }
  return (
    <form onSubmit={(event) => void send(event)} noValidate>
      <Stack gap="lg">
        <Title order={1}>{t('staff.recoverTitle')}</Title>
        <div className="muted">{t('staff.recoverHow')}</div>
        <TextInput
          label={t('staff.recoveryTitle')}
          placeholder="XXXX-XXXX-XXXX-XXXX-XXXX-XXXX"
          autoFocus
          autoComplete="off"
          spellCheck={false}
          classNames={{ input: styles.code ?? '' }}
          value={form.values.recoveryCode}
          error={form.errorOf('recoveryCode')}
          onChange={(event) => form.set({ recoveryCode: event.currentTarget.value.toUpperCase() })}
        />
        <NewPasswordFields {...form.values} onChange={form.set} errorOf={form.errorOf} />
        <ErrorAnswer error={ofCode(recover.error)} />
        <Group justify="space-between">
          <Button variant="default" onClick={props.onBack}>
            {t('common.back')}
          </Button>
          <Button type="submit" loading={recover.isSending}>
            {t('staff.recoverSave')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
