/** The till goes to another seller in one act, a quick count of the drawer beside it; the open basket stays as it is. */
import { Modal, Stack, Switch, Text } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Som } from '../../shared/money.ts';
import type { Answer } from '../app/answer.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { useMay, useSession } from '../app/session.tsx';
import { useIntention, useTill } from '../app/useTill.ts';
import { PersonTile } from '../staff/PersonTile.tsx';
import type { Person } from '../staff/person.ts';
import { SecretForm } from '../staff/SecretForm.tsx';
import { useBadgeScan } from '../staff/useBadgeScan.ts';
import { useEnter } from '../staff/useEnter.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { MoneyInput } from '../ui/MoneyInput.tsx';
import styles from './SwitchSeller.module.css';
import { useSelling } from './selling.ts';

export function SwitchSeller() {
  const { t } = useTranslation();
  const { show } = useSelling();
  const self = useSession().person.id;
  const everybody = useTill(api.staff.people, {}).data?.people ?? [];
  const people = everybody.filter(({ id, isActive }) => isActive && id !== self);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const chosen = people.find(({ id }) => id === chosenId) ?? people[0];
  const { count, countFields } = useQuickCount();
  const take = useTaking(count);
  useBadgeScan((code) => void take.byBadge(code));
  return (
    <Modal opened onClose={() => show(null)} title={t('sale.switch.title')} size={760} yOffset={24}>
      <div className={styles.columns}>
        <Stack gap="sm">
          {people.map((person) => (
            <PersonTile
              key={person.id}
              person={person}
              isChosen={person.id === chosen?.id}
              onChoose={() => setChosenId(person.id)}
            />
          ))}
          <Text className="muted">{t(people.length === 0 ? 'sale.switch.nobody' : 'sale.switch.badge')}</Text>
          {countFields}
        </Stack>
        {chosen !== undefined && (
          <Stack gap="md" align="center">
            <SecretForm
              key={`${chosen.id} ${take.scans}`}
              person={chosen}
              action={t('sale.switch.action')}
              send={(secret) => take.bySecret(chosen, secret)}
            />
            <ErrorAnswer error={take.badgeError} />
          </Stack>
        )}
      </div>
    </Modal>
  );
}

type Count = (toPersonId: string | null) => Promise<Answer<{ readonly differenceSom: Som | null }> | null>;

/** What the drawer holds at the change of hands, when somebody wants to know; the same sum is noted once. */
function useQuickCount() {
  const { t } = useTranslation();
  const mayCount = useMay('shift.count');
  const [isOn, setOn] = useState(false);
  const [countedSom, setCountedSom] = useState<Som | null>(null);
  const { send } = useIntention(api.shift.countCash);
  const noted = useRef<{ readonly sum: Som; readonly answer: Awaited<ReturnType<typeof send>> } | null>(null);
  const count: Count = async (toPersonId) => {
    if (!isOn || countedSom === null) return null;
    if (noted.current?.sum === countedSom) return noted.current.answer;
    const answer = await send({ countedSom, notes: null, toPersonId });
    if (answer.ok) noted.current = { sum: countedSom, answer };
    return answer;
  };
  const countFields = mayCount && (
    <>
      <Switch
        size="md"
        label={t('sale.switch.count')}
        checked={isOn}
        onChange={(event) => setOn(event.currentTarget.checked)}
      />
      {isOn && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            // The digits after it are the PIN's.
            if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
          }}
        >
          <MoneyInput
            label={t('sale.switch.counted')}
            autoFocus
            value={countedSom}
            onChange={setCountedSom}
          />
        </form>
      )}
    </>
  );
  return { count, countFields };
}

/** Counts first, because whoever leaves answers for it; then the other one is in. */
function useTaking(count: Count) {
  const { t } = useTranslation();
  const format = useFormat();
  const { show, say } = useSelling();
  const enter = useEnter();
  const [scans, setScans] = useState(0);
  const [badgeError, setBadgeError] = useState<Parameters<typeof ErrorAnswer>[0]['error']>(null);
  const take = async (
    toPersonId: string | null,
    goIn: () => Promise<Answer<{ readonly person: Person }>>,
  ): Promise<Answer<unknown>> => {
    const counted = await count(toPersonId);
    if (counted?.ok === false) return counted;
    const answer = await goIn();
    if (!answer.ok) return answer;
    const differenceSom = counted?.data.differenceSom ?? null;
    const { name } = answer.data.person;
    say({
      tone: 'good',
      words:
        differenceSom === null
          ? t('sale.switch.done', { name })
          : t('sale.switch.doneCounted', { name, difference: format.signedSom(differenceSom) }),
    });
    show(null);
    return answer;
  };
  return {
    scans,
    badgeError,
    bySecret: (person: Person, secret: string) => take(person.id, () => enter.bySecret(person.id, secret)),
    byBadge: async (code: string) => {
      setScans((before) => before + 1);
      const answer = await take(null, () => enter.byBadge(code));
      setBadgeError(answer.ok ? null : answer.error);
    },
  };
}
