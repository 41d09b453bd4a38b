/** One person: name, role and limits, the hours, how they get in, what they have learned, and leaving. */
import { Badge, SimpleGrid, Stack } from '@mantine/core';
import { IconUserOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { useTill } from '../app/useTill.ts';
import { BackHeader } from '../ui/BackHeader.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { Section } from '../ui/Section.tsx';
import { GettingIn } from './GettingIn.tsx';
import { LearnedSteps } from './LearnedSteps.tsx';
import { Leaving } from './Leaving.tsx';
import { PersonForm } from './PersonForm.tsx';
import { PersonSkills } from './PersonSkills.tsx';

export function PersonPage({ personId }: { personId: string }) {
  const { t } = useTranslation();
  const { data, error } = useTill(api.staff.team, {});
  const person = data?.people.find(({ id }) => id === personId);
  if (data === undefined) return <ErrorAnswer error={error} />;
  if (person === undefined) {
    return <EmptyState icon={<IconUserOff size={48} />} title={t('ui.pageNotFound')} />;
  }
  return (
    <>
      <BackHeader
        title={person.name}
        back="/people"
        badge={
          <Badge size="lg" variant="light" color={person.isActive ? 'teal' : 'gray'} tt="none">
            {t(person.isActive ? `staff.role.${person.role}` : 'staff.left')}
          </Badge>
        }
      />
      <ErrorAnswer error={error} />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        <Stack gap="md">
          {person.isActive && (
            <Section title={t('staff.section.about')}>
              <PersonForm key={JSON.stringify(person)} person={person} />
            </Section>
          )}
        </Stack>
        <Stack gap="md">
          {person.isActive && (
            <Section title={t('staff.section.gettingIn')}>
              <GettingIn person={person} />
            </Section>
          )}
          <Section title={t('staff.section.skills')}>
            <PersonSkills person={person} />
          </Section>
          <Section title={t('staff.section.tour')}>
            <LearnedSteps done={person.tour} />
          </Section>
          <Section title={t(person.isActive ? 'staff.section.leaving' : 'staff.comeBack')}>
            <Leaving person={person} colleagues={data.people} />
          </Section>
        </Stack>
      </SimpleGrid>
    </>
  );
}
