/** The PIN pad or the password of one person: wrong tries and waits in plain words, whatever the secret is asked for. */
import { Button, PasswordInput, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Instant } from '../../shared/time.ts';
import type { Answer, TillError } from '../app/answer.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { PinPad } from '../ui/PinPad.tsx';
import type { Person } from './person.ts';
import styles from './SecretForm.module.css';
import { useSecondsUntil } from './useSecondsUntil.ts';

export interface SecretFormProps {
  person: Person;
  /** What the secret opens; a refusal is shown here. */
  send: (secret: string) => Promise<Answer<unknown>>;
  /** What the button of a password does. */
  action: string;
}

function waitOf(error: TillError | null): Instant | null {
  if (error?.code !== 'LogInDelayed') return null;
  const { until } = error.data as { until: Instant };
  return until;
}

export function SecretForm({ person, send, action }: SecretFormProps) {
  const { t } = useTranslation();
  const [secret, setSecret] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<TillError | null>(null);
  const seconds = useSecondsUntil(waitOf(error));
  const isWaiting = seconds > 0;

  async function enter() {
    if (isBusy || isWaiting || secret === '') return;
    setBusy(true);
    const answer = await send(secret);
    setBusy(false);
    if (answer.ok) return;
    setError(answer.error);
    // An answer that never came says nothing about the secret: it may be sent again as it is.
    if (answer.error.code !== 'TillGone') setSecret('');
  }

  const change = (typed: string) => {
    setSecret(typed);
    if (typed !== '' && !isWaiting) setError(null);
  };
  const isOff = isBusy || isWaiting;
  return (
    <Stack gap="lg" align="center">
      {person.secretKind === 'pin' ? (
        <PinPad pin={secret} onChange={change} onEnter={() => void enter()} isOff={isOff} />
      ) : (
        <PasswordForm
          password={secret}
          isOff={isOff}
          action={action}
          onChange={change}
          onEnter={() => void enter()}
        />
      )}
      {isWaiting ? (
        <div className={styles.wait} role="timer">
          {t('staff.waitSeconds', { count: seconds })}
        </div>
      ) : (
        <div className={styles.error}>
          <ErrorAnswer error={error?.code === 'LogInDelayed' ? null : error} />
        </div>
      )}
    </Stack>
  );
}

interface PasswordFormProps {
  password: string;
  isOff: boolean;
  action: string;
  onChange: (password: string) => void;
  onEnter: () => void;
}

function PasswordForm({ password, isOff, action, onChange, onEnter }: PasswordFormProps) {
  const { t } = useTranslation();
  const send = (event: FormEvent) => {
    event.preventDefault();
    onEnter();
  };
  return (
    <form className={styles.passwordForm} onSubmit={send}>
      <PasswordInput
        label={t('staff.password')}
        autoComplete="current-password"
        data-autofocus
        autoFocus
        disabled={isOff}
        value={password}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <Button type="submit" fullWidth disabled={isOff || password === ''}>
        {action}
      </Button>
    </form>
  );
}
