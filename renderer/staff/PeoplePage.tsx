/** Who works here: everybody in one table for the owner; for a senior the way back in for who locked themselves out. */
import { Badge, Button, Group, Switch } from '@mantine/core';
import { IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { allOf, SaveList, useSavedWords } from '../app/SaveList.tsx';
import { useMay, useSession } from '../app/session.tsx';
import { useTill } from '../app/useTill.ts';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { NewPersonDrawer } from './NewPersonDrawer.tsx';
import type { TeamMember } from './person.ts';
import { StaffTabs } from './StaffTabs.tsx';
import { savedPeople } from './savedPeople.ts';
import { UnlockList } from './UnlockList.tsx';

export function PeoplePage() {
  return useMay('staff.manage') ? (
    <Team />
  ) : (
    <>
      <StaffTabs open="people" />
      <UnlockList />
    </>
  );
}

function Team() {
  const { t } = useTranslation();
  const { data, error } = useTill(api.staff.team, {});
  const navigate = useNavigate();
  const [isAdding, setAdding] = useState(false);
  const [showsLeft, setShowsLeft] = useState(false);
  const columns = useColumns();
  const words = useSavedWords();
  const everybody = data?.people ?? [];
  const people = everybody.filter(({ isActive }) => isActive || showsLeft);
  const hasLeft = everybody.some(({ isActive }) => !isActive);
  return (
    <>
      <StaffTabs open="people">
        {hasLeft && (
          <Switch
            label={t('staff.people.showLeft')}
            checked={showsLeft}
            onChange={(event) => setShowsLeft(event.currentTarget.checked)}
          />
        )}
        <SaveList what="people" name={t('ui.nav.people')} columns={savedPeople(words)} rows={allOf(people)} />
        <Button leftSection={<IconUserPlus size={20} aria-hidden="true" />} onClick={() => setAdding(true)}>
          {t('staff.add')}
        </Button>
      </StaffTabs>
      <ErrorAnswer error={error} />
      {data !== undefined && (
        <DataTable
          label={t('ui.nav.people')}
          columns={columns}
          rows={people}
          rowKey={({ id }) => id}
          onRow={({ id }) => void navigate({ to: `/people/${id}` })}
          empty={<EmptyState icon={<IconUsers size={48} />} title={t('staff.people.none')} />}
        />
      )}
      <NewPersonDrawer isOpen={isAdding} onClose={() => setAdding(false)} />
    </>
  );
}

function useColumns(): readonly Column<TeamMember>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const today = useSession().shop.businessDay;
  return [
    { key: 'name', header: t('staff.name'), cell: ({ name }) => <strong>{name}</strong> },
    {
      key: 'role',
      header: t('staff.roleLabel'),
      width: 180,
      cell: ({ role }) => t(`staff.role.${role}`),
    },
    {
      key: 'limit',
      header: t('staff.people.limit'),
      width: 180,
      isFigure: true,
      cell: ({ role, discountBasisPoints }) =>
        discountBasisPoints === null ? (
          <span className="muted">{role === 'owner' ? '–' : t('staff.people.ofRole')}</span>
        ) : (
          format.percent(discountBasisPoints)
        ),
    },
    {
      key: 'badge',
      header: t('staff.badge.title'),
      width: 120,
      cell: ({ hasBadge }) => (hasBadge ? t('staff.badge.has') : <span className="muted">–</span>),
    },
    {
      key: 'state',
      header: t('staff.people.state'),
      width: 300,
      cell: (person) => <Marks person={person} today={today} />,
    },
  ];
}

function Marks({ person, today }: { person: TeamMember; today: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { isActive, leftAt, accessEndsOn, isBoundToHours } = person;
  if (!isActive) {
    return (
      <span className="muted">
        {leftAt === null ? t('staff.left') : t('staff.leftAt', { moment: format.moment(leftAt) })}
      </span>
    );
  }
  return (
    <Group gap="xs" wrap="nowrap">
      {accessEndsOn !== null && (
        <Badge color={accessEndsOn < today ? 'red' : 'amber'} variant="light" tt="none">
          {t(accessEndsOn < today ? 'staff.access.ended' : 'staff.access.until', {
            day: format.day(accessEndsOn),
          })}
        </Badge>
      )}
      {isBoundToHours && (
        <Badge color="gray" variant="light" tt="none">
          {t('staff.hours.bound')}
        </Badge>
      )}
    </Group>
  );
}
