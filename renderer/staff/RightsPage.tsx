/** Who may do what: each right in words, a tick for seniors and for cashiers, and what was changed can be put back. */
import { ActionIcon, Checkbox, Switch, TextInput, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconCheck, IconLock, IconSearch } from '@tabler/icons-react';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { useIntention, useTill } from '../app/useTill.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import styles from './RightsPage.module.css';
import {
  actionKey,
  type ChangeableRole,
  changeableRoles,
  isAllowed,
  isChanged,
  type RightRow,
  rowsByRoom,
} from './rights.ts';
import { StaffTabs } from './StaffTabs.tsx';

export function RightsPage() {
  const { t } = useTranslation();
  const { data, error } = useTill(api.staff.matrix, {});
  const { send, error: refused } = useIntention(api.staff.setPermission);
  const [search, setSearch] = useState('');
  const [showsChanged, setShowsChanged] = useState(false);
  const rows = data?.rows ?? [];
  const changes = rows.flatMap((row) => changeableRoles.filter((role) => isChanged(row, role))).length;
  const wanted = search.trim().toLowerCase();
  const rooms = rowsByRoom(rows, (row) => {
    if (showsChanged && !changeableRoles.some((role) => isChanged(row, role))) return false;
    return t(`staff.action.${actionKey(row.action)}`)
      .toLowerCase()
      .includes(wanted);
  });
  const set = (action: string, role: ChangeableRole, allowed: boolean) =>
    void send({ action, role, isAllowed: allowed });
  return (
    <>
      <StaffTabs open="rights" note={t('staff.rights.changes', { count: changes })}>
        <Switch
          label={t('staff.rights.onlyChanged')}
          checked={showsChanged}
          onChange={(event) => setShowsChanged(event.currentTarget.checked)}
        />
        <TextInput
          w={260}
          aria-label={t('common.search')}
          placeholder={t('common.search')}
          leftSection={<IconSearch size={18} aria-hidden="true" />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      </StaffTabs>
      <ErrorAnswer error={error ?? refused} />
      {data !== undefined && rooms.length === 0 && <EmptyState title={t('staff.rights.none')} />}
      {rooms.length > 0 && (
        <table className={styles.matrix}>
          <thead>
            <tr>
              <th scope="col">{t('staff.rights.right')}</th>
              <th scope="col">{t('staff.role.owner')}</th>
              {changeableRoles.map((role) => (
                <th key={role} scope="col">
                  {t(`staff.role.${role}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rooms.map(({ room, rows: own }) => (
              <Fragment key={room}>
                <tr className={styles.room}>
                  <th scope="rowgroup" colSpan={4}>
                    {t(`staff.room.${room}`)}
                  </th>
                </tr>
                {own.map((row) => (
                  <Right key={row.action} row={row} onSet={set} />
                ))}
              </Fragment>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

interface RightProps {
  row: RightRow;
  onSet: (action: string, role: ChangeableRole, isAllowed: boolean) => void;
}

function Right({ row, onSet }: RightProps) {
  const { t } = useTranslation();
  const words = t(`staff.action.${actionKey(row.action)}`);
  return (
    <tr>
      <th scope="row">{words}</th>
      <td>
        <IconCheck size={20} aria-label={t('staff.rights.allowed')} />
      </td>
      {changeableRoles.map((role) => (
        <td key={role} data-changed={isChanged(row, role) || undefined}>
          <div className={styles.cell}>
            {row.isFixed ? (
              <Fixed isOpen={isAllowed(row, role)} />
            ) : (
              <Checkbox
                size="md"
                aria-label={`${words}: ${t(`staff.role.${role}`)}`}
                checked={isAllowed(row, role)}
                onChange={(event) => onSet(row.action, role, event.currentTarget.checked)}
              />
            )}
            {isChanged(row, role) && (
              <Tooltip label={t('staff.rights.putBack')}>
                <ActionIcon
                  variant="subtle"
                  size={32}
                  aria-label={`${t('staff.rights.putBack')}: ${words}, ${t(`staff.role.${role}`)}`}
                  onClick={() => onSet(row.action, role, row.defaults.includes(role))}
                >
                  <IconArrowBackUp size={18} aria-hidden="true" />
                </ActionIcon>
              </Tooltip>
            )}
          </div>
        </td>
      ))}
    </tr>
  );
}

/** What stays as it is. */
function Fixed({ isOpen }: { isOpen: boolean }) {
  const { t } = useTranslation();
  return (
    <Tooltip label={t('staff.rights.fixed')}>
      <span className={styles.fixed}>
        {isOpen && <IconCheck size={20} aria-label={t('staff.rights.allowed')} />}
        <IconLock size={18} aria-label={t('staff.rights.fixed')} />
      </span>
    </Tooltip>
  );
}
