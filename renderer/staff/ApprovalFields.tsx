/** A second person allows in place what the first may not do alone: who, and their PIN or password. */
import { Group, PasswordInput, Select, Stack, Text } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../shared/actor.ts';
import type { Approval } from '../../shared/verb.ts';
import { api } from '../app/api.ts';
import { useMayRole, useSession } from '../app/session.tsx';
import { useTill } from '../app/useTill.ts';

export interface ApprovalState {
  /** False for a person who may do it alone. */
  readonly isNeeded: boolean;
  /** What goes along with the intention; undefined while nothing is needed or typed. */
  readonly approval: Approval | undefined;
  /** True when the act may be sent. */
  readonly isReady: boolean;
  readonly people: readonly { readonly value: string; readonly label: string }[];
  readonly personId: string | null;
  readonly secret: string;
  readonly setPerson: (personId: string | null) => void;
  readonly setSecret: (secret: string) => void;
}

/** Whether this person needs an approval for an action, and what was typed for one. */
export function useApproval(action: string): ApprovalState {
  const mayRole = useMayRole();
  return useApprovalBy((role) => mayRole(role, action));
}

/**
 * The same, for what depends on more than an action: `mayStand` says which roles may stand for it, and, where it is not the
 * role alone that counts, `isNeeded` whether the person at the till may not.
 */
export function useApprovalBy(mayStand: (role: Role) => boolean, isNeeded?: boolean): ApprovalState {
  const { person } = useSession();
  return useOtherPerson(isNeeded ?? !mayStand(person.role), mayStand);
}

/** Money that moves without goods: somebody else must stand for it, whoever does it. For after `SecondPersonNeeded`. */
export function useSecondPerson(): ApprovalState {
  const mayRole = useMayRole();
  return useOtherPerson(true, (role) => mayRole(role, 'ledger.approve'));
}

function useOtherPerson(isNeeded: boolean, mayStand: (role: Role) => boolean): ApprovalState {
  const { person } = useSession();
  const everybody = useTill(api.staff.people, {}).data?.people ?? [];
  const [chosen, setPerson] = useState<string | null>(null);
  const [secret, setSecret] = useState('');
  const people = everybody
    .filter(({ id, role, isActive }) => isActive && id !== person.id && mayStand(role))
    .map(({ id, name }) => ({ value: id, label: name }));
  const personId = chosen ?? people[0]?.value ?? null;
  const approval = isNeeded && personId !== null && secret !== '' ? { personId, secret } : undefined;
  return {
    isNeeded,
    approval,
    isReady: !isNeeded || approval !== undefined,
    people,
    personId,
    secret,
    setPerson,
    setSecret,
  };
}

interface ApprovalFieldsProps {
  readonly state: ApprovalState;
  /** The next thing typed is the secret: the field takes the focus as soon as this is true. */
  readonly takesFocus?: boolean;
}

/** Shows nothing to a person who needs nobody. */
export function ApprovalFields({ state, takesFocus = false }: ApprovalFieldsProps) {
  const { t } = useTranslation();
  const secretField = useRef<HTMLInputElement>(null);
  const isAwaited = takesFocus && state.isNeeded;
  useEffect(() => {
    if (isAwaited) secretField.current?.focus();
  }, [isAwaited]);
  if (!state.isNeeded) return null;
  return (
    <Stack gap="sm">
      <Group gap="sm" wrap="nowrap" align="flex-start">
        <IconShieldCheck size={24} aria-hidden="true" style={{ flex: 'none' }} />
        <Text>{t('staff.approval.needed')}</Text>
      </Group>
      <Group gap="sm" grow align="flex-end">
        <Select
          label={t('staff.approval.person')}
          data={state.people}
          value={state.personId}
          onChange={state.setPerson}
        />
        <PasswordInput
          ref={secretField}
          label={t('staff.approval.secret')}
          value={state.secret}
          autoComplete="off"
          onChange={(event) => state.setSecret(event.currentTarget.value)}
        />
      </Group>
    </Stack>
  );
}
