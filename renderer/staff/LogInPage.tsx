/** The door of the till: who is it, and the PIN or password; wrong tries, waits and the way back in plain words. */
import { Anchor, Button, PasswordInput, Stack, UnstyledButton } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { personSchema } from '../../shared/staff/contract.ts';
import type { Instant } from '../../shared/time.ts';
import type { TillError } from '../app/answer.ts';
import { api } from '../app/api.ts';
import { useTill } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx';
import { PinPad } from '../ui/PinPad.tsx';
import styles from './LogInPage.module.css';
import { RecoverPage } from './RecoverPage.tsx';
import { useSecondsUntil } from './useSecondsUntil.ts';

/** Who stood here last most likely comes again. */
const lastPersonKey = 'daftar.lastPerson';

export type Person = z.output<typeof personSchema>;

export interface LogInPageProps {
  shopName: string;
  /** Words under the pad, e.g. the secrets of the demo shop. */
  hint?: string | undefined;
  onLoggedIn: () => void;
}

export function LogInPage({ shopName, hint, onLoggedIn }: LogInPageProps) {
  const { t } = useTranslation();
  const { data, error } = useTill(api.staff.people, {});
  const [chosenId, setChosenId] = useState(() => localStorage.getItem(lastPersonKey));
  const [isRecovering, setRecovering] = useState(false);
  if (isRecovering) {
    return <RecoverPage shopName={shopName} onBack={() => setRecovering(false)} onRecovered={onLoggedIn} />;
  }
  const people = (data?.people ?? []).filter((person) => person.isActive);
  const chosen = people.find((person) => person.id === chosenId) ?? people[0];
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1 className={styles.shop}>{shopName}</h1>
        <LanguageSwitch />
      </header>
      <ErrorAnswer error={error} />
      <div className={styles.door}>
        <section className={styles.people} aria-label={t('staff.whoAreYou')}>
          <h2 className={styles.question}>{t('staff.whoAreYou')}</h2>
          {people.map((person) => (
            <PersonTile
              key={person.id}
              person={person}
              isChosen={person.id === chosen?.id}
              onChoose={() => setChosenId(person.id)}
            />
          ))}
        </section>
        {chosen !== undefined && (
          <section className={styles.secret} aria-label={chosen.name}>
            <SecretForm key={chosen.id} person={chosen} onLoggedIn={onLoggedIn} />
            {chosen.secretKind === 'password' && (
              <Anchor component="button" type="button" onClick={() => setRecovering(true)}>
                {t('staff.forgotPassword')}
              </Anchor>
            )}
            {hint !== undefined && <div className={styles.hint}>{hint}</div>}
          </section>
        )}
      </div>
    </div>
  );
}

function PersonTile(props: { person: Person; isChosen: boolean; onChoose: () => void }) {
  const { t } = useTranslation();
  const { person, isChosen } = props;
  return (
    <UnstyledButton className={styles.tile} aria-pressed={isChosen} onClick={props.onChoose}>
      <span className={styles.initial} aria-hidden="true">
        {person.name.slice(0, 1).toUpperCase()}
      </span>
      <span className={styles.names}>
        <span className={styles.name}>{person.name}</span>
        <span className="muted">{t(`staff.role.${person.role}`)}</span>
      </span>
    </UnstyledButton>
  );
}

function waitOf(error: TillError | null): Instant | null {
  if (error?.code !== 'LogInDelayed') return null;
  const { until } = error.data as { until: Instant };
  return until;
}

function SecretForm({ person, onLoggedIn }: { person: Person; onLoggedIn: () => void }) {
  const { t } = useTranslation();
  const [secret, setSecret] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<TillError | null>(null);
  const seconds = useSecondsUntil(waitOf(error));
  const isWaiting = seconds > 0;

  async function enter() {
    if (isBusy || isWaiting || secret === '') return;
    setBusy(true);
    const answer = await api.staff.logIn({ personId: person.id, secret });
    setBusy(false);
    if (answer.ok) {
      localStorage.setItem(lastPersonKey, person.id);
      return onLoggedIn();
    }
    setError(answer.error);
    // An answer that never came says nothing about the secret: it may be sent again as it is.
    if (answer.error.code !== 'TillGone') setSecret('');
  }

  const change = (typed: string) => {
    setSecret(typed);
    if (typed !== '' && !isWaiting) setError(null);
  };
  return (
    <Stack gap="lg" align="center">
      {person.secretKind === 'pin' ? (
        <PinPad pin={secret} onChange={change} onEnter={() => void enter()} isOff={isBusy || isWaiting} />
      ) : (
        <PasswordForm
          password={secret}
          isOff={isBusy || isWaiting}
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
  onChange: (password: string) => void;
  onEnter: () => void;
}

function PasswordForm({ password, isOff, onChange, onEnter }: PasswordFormProps) {
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
        {t('staff.logIn')}
      </Button>
    </form>
  );
}
