/** What one person can do: a tick for each skill of the shop, with the day and who ticked it. */
import { Anchor, Checkbox, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { textIn } from '../../shared/text.ts';
import { api } from '../app/api.ts';
import { useLanguage } from '../app/language.ts';
import { useMay } from '../app/session.tsx';
import { useIntention, useTill } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { LearnedItem } from './LearnedItem.tsx';
import type { TeamMember } from './person.ts';
import { useTickedWords } from './useTickedWords.ts';

export function PersonSkills({ person }: { person: Pick<TeamMember, 'id' | 'isActive'> }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const tickedWords = useTickedWords();
  const { data, error } = useTill(api.staff.skills, {});
  const tick = useIntention(api.staff.tickSkill);
  const mayTick = useMay('staff.skills') && person.isActive;
  const mayManage = useMay('staff.manage');
  const own = new Map(
    data?.ticks.filter(({ personId }) => personId === person.id).map((each) => [each.skillId, each]),
  );
  const skills = data?.skills.filter(({ id, isActive }) => isActive || own.has(id)) ?? [];
  return (
    <Stack gap="sm">
      <ErrorAnswer error={error ?? tick.error} />
      {data !== undefined && skills.length === 0 && <Text className="muted">{t('staff.skill.none')}</Text>}
      {skills.map(({ id, name }) => {
        const ticked = own.get(id);
        if (!mayTick) {
          return (
            <LearnedItem
              key={id}
              words={textIn(name, language)}
              when={ticked === undefined ? null : tickedWords(ticked)}
            />
          );
        }
        return (
          <Group key={id} justify="space-between" wrap="nowrap">
            <Checkbox
              size="md"
              label={textIn(name, language)}
              checked={ticked !== undefined}
              onChange={(event) =>
                void tick.send({
                  personId: person.id,
                  skillId: id,
                  isTicked: event.currentTarget.checked,
                })
              }
            />
            {ticked !== undefined && <span className="muted">{tickedWords(ticked)}</span>}
          </Group>
        );
      })}
      {mayManage && (
        <Anchor component={Link} to="/people/skills">
          {t('staff.skill.list')}
        </Anchor>
      )}
    </Stack>
  );
}
