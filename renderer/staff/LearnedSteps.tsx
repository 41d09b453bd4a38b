/** The steps of the tour, done with their dates and still to do. */
import { SimpleGrid, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { tourSteps } from '../../shared/staff/peopleContract.ts';
import { defaultTimeZone, localTimeOf } from '../../shared/time.ts';
import { useFormat } from '../app/language.ts';
import { LearnedItem } from './LearnedItem.tsx';
import type { TeamMember } from './person.ts';

export function LearnedSteps({ done }: { done: TeamMember['tour'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const doneAt = new Map(done.map((each) => [each.step, each.doneAt]));
  return (
    <>
      <Text className="muted">{t('staff.learned.count', { done: doneAt.size, of: tourSteps.length })}</Text>
      <SimpleGrid cols={2} spacing="md" verticalSpacing={4}>
        {tourSteps.map((step) => {
          const at = doneAt.get(step);
          return (
            <LearnedItem
              key={step}
              words={t(`staff.learned.step.${step}`)}
              when={at === undefined ? null : format.day(localTimeOf(at, defaultTimeZone).day)}
            />
          );
        })}
      </SimpleGrid>
    </>
  );
}
