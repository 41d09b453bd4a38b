/** The door of the till: who is it, and the PIN or password; wrong tries, waits and the way back in plain words. */
import { Anchor } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TillError } from '../app/answer.ts';
import { api } from '../app/api.ts';
import { useTill } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx';
import styles from './LogInPage.module.css';
import { rememberedPerson, rememberPerson } from './lastPerson.ts';
import { PersonTile } from './PersonTile.tsx';
import { RecoverPage } from './RecoverPage.tsx';
import { SecretForm } from './SecretForm.tsx';
import { useBadgeScan } from './useBadgeScan.ts';

export interface LogInPageProps {
  shopName: string;
  /** Words under the pad, e.g. the secrets of the demo shop. */
  hint?: string | undefined;
  onLoggedIn: () => void;
}

export function LogInPage({ shopName, hint, onLoggedIn }: LogInPageProps) {
  const { t } = useTranslation();
  const { data, error } = useTill(api.staff.people, {});
  const [chosenId, setChosenId] = useState(rememberedPerson);
  const [isRecovering, setRecovering] = useState(false);
  const secretPlace = useRef<HTMLElement>(null);
  const badge = useBadge(onLoggedIn, !isRecovering);
  if (isRecovering) {
    return <RecoverPage shopName={shopName} onBack={() => setRecovering(false)} onRecovered={onLoggedIn} />;
  }
  const people = (data?.people ?? []).filter((person) => person.isActive);
  const chosen = people.find((person) => person.id === chosenId) ?? people[0];
  const choose = (id: string) => {
    setChosenId(id);
    // Whoever is chosen already gets the field back, too.
    requestAnimationFrame(() => secretPlace.current?.querySelector('input')?.focus());
  };
  const enter = async (personId: string, secret: string) => {
    const answer = await api.staff.logIn({ personId, secret });
    if (answer.ok) {
      rememberPerson(personId);
      onLoggedIn();
    }
    return answer;
  };
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
              onChoose={() => choose(person.id)}
            />
          ))}
        </section>
        {chosen !== undefined && (
          <section ref={secretPlace} className={styles.secret} aria-label={chosen.name}>
            <SecretForm
              key={`${chosen.id} ${badge.scans}`}
              person={chosen}
              action={t('staff.logIn')}
              send={(secret) => enter(chosen.id, secret)}
            />
            <ErrorAnswer error={badge.error} />
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

/** A scanned badge opens the door by itself; what the scanner typed into the pad is forgotten with each scan. */
function useBadge(onLoggedIn: () => void, isOn: boolean) {
  const [error, setError] = useState<TillError | null>(null);
  const [scans, setScans] = useState(0);
  useBadgeScan((code) => {
    setScans((count) => count + 1);
    void api.staff.logInByBadge({ code }).then((answer) => {
      if (!answer.ok) return setError(answer.error);
      rememberPerson(answer.data.person.id);
      onLoggedIn();
    });
  }, isOn);
  return { error, scans };
}
