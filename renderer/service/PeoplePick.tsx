/** Over whom a list is split: those who are planned for the day are chosen already, else everybody. */
import { Checkbox, Group, Input, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { useTill } from '../app/useTill.ts';

export interface PeoplePickProps {
  readonly day: string;
  /** Null until somebody chose: then it is who works that day. */
  readonly chosen: readonly string[] | null;
  readonly onChange: (personIds: readonly string[]) => void;
}

/** Who is chosen while nobody has touched the list. */
export function usePeopleOn(day: string) {
  const people = useTill(api.service.taskPeople, { day }).data?.people ?? [];
  const onShift = people.filter(({ isOnShift }) => isOnShift);
  return { people, usual: (onShift.length > 0 ? onShift : people).map(({ personId }) => personId) };
}

export function PeoplePick({ day, chosen, onChange }: PeoplePickProps) {
  const { t } = useTranslation();
  const { people, usual } = usePeopleOn(day);
  const marked = chosen ?? usual;
  return (
    <Input.Wrapper label={t('service.task.people')} description={t('service.task.peopleHint')}>
      <Stack gap={6} pt={8}>
        {people.map(({ personId, name, isOnShift, openTasks }) => (
          <Group key={personId} gap="sm" mih={36}>
            <Checkbox
              label={name}
              checked={marked.includes(personId)}
              onChange={(event) =>
                onChange(
                  event.currentTarget.checked
                    ? [...marked, personId]
                    : marked.filter((each) => each !== personId),
                )
              }
            />
            <span className="muted">
              {[
                ...(isOnShift ? [t('service.task.onShift')] : []),
                ...(openTasks > 0 ? [t('service.task.openCount', { count: openTasks })] : []),
              ].join(' · ')}
            </span>
          </Group>
        ))}
      </Stack>
    </Input.Wrapper>
  );
}
