/** Who can do what at work: the shop's own list of skills, a tick for each person, with the day. */
import { Button, Checkbox, UnstyledButton } from '@mantine/core';
import { IconPlus, IconSchool } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { textIn } from '../../shared/text.ts';
import { api } from '../app/api.ts';
import { useLanguage } from '../app/language.ts';
import { useMay } from '../app/session.tsx';
import { useIntention, useTill } from '../app/useTill.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { type Skill, SkillDrawer } from './SkillDrawer.tsx';
import styles from './SkillsPage.module.css';
import { StaffTabs } from './StaffTabs.tsx';
import { useTickedWords } from './useTickedWords.ts';

export function SkillsPage() {
  const { t } = useTranslation();
  const { data, error } = useTill(api.staff.skills, {});
  const mayManage = useMay('staff.manage');
  const [edited, setEdited] = useState<Skill | 'new' | null>(null);
  const add = (
    <Button leftSection={<IconPlus size={20} aria-hidden="true" />} onClick={() => setEdited('new')}>
      {t('staff.skill.add')}
    </Button>
  );
  return (
    <>
      <StaffTabs open="skills">{mayManage && add}</StaffTabs>
      <ErrorAnswer error={error} />
      {data !== undefined && data.skills.length === 0 && (
        <EmptyState
          icon={<IconSchool size={48} />}
          title={t('staff.skill.none')}
          hint={t('staff.skill.hint')}
        />
      )}
      {data !== undefined && data.skills.length > 0 && (
        <Ticks skills={data.skills} ticks={data.ticks} onEdit={mayManage ? setEdited : null} />
      )}
      <SkillDrawer edited={edited} onClose={() => setEdited(null)} />
    </>
  );
}

interface TicksProps {
  skills: readonly Skill[];
  ticks: readonly {
    readonly personId: string;
    readonly skillId: string;
    readonly tickedAt: Parameters<ReturnType<typeof useTickedWords>>[0]['tickedAt'];
    readonly tickedByName: string;
  }[];
  onEdit: ((skill: Skill) => void) | null;
}

function Ticks({ skills, ticks, onEdit }: TicksProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const tickedWords = useTickedWords();
  const { data } = useTill(api.staff.people, {});
  const { send, error } = useIntention(api.staff.tickSkill);
  const mayTick = useMay('staff.skills');
  const people = data?.people.filter(({ isActive }) => isActive) ?? [];
  const tickOf = (personId: string, skillId: string) =>
    ticks.find((tick) => tick.personId === personId && tick.skillId === skillId);
  return (
    <>
      <ErrorAnswer error={error} />
      <div className={styles.scroller}>
        <table className={styles.grid} aria-label={t('staff.tab.skills')}>
          <thead>
            <tr>
              <th scope="col">{t('staff.skill.skill')}</th>
              {people.map(({ id, name }) => (
                <th key={id} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {skills.map((skill) => (
              <tr key={skill.id} data-off={!skill.isActive || undefined}>
                <th scope="row">
                  {onEdit === null ? (
                    textIn(skill.name, language)
                  ) : (
                    <UnstyledButton className={styles.name} onClick={() => onEdit(skill)}>
                      {textIn(skill.name, language)}
                    </UnstyledButton>
                  )}
                  {!skill.isActive && <span className="muted"> {t('staff.skill.off')}</span>}
                </th>
                {people.map(({ id, name }) => {
                  const tick = tickOf(id, skill.id);
                  return (
                    <td key={id}>
                      <Checkbox
                        size="md"
                        aria-label={`${textIn(skill.name, language)}: ${name}`}
                        checked={tick !== undefined}
                        disabled={!mayTick || !skill.isActive}
                        description={tick === undefined ? undefined : tickedWords(tick)}
                        onChange={(event) =>
                          void send({
                            personId: id,
                            skillId: skill.id,
                            isTicked: event.currentTarget.checked,
                          })
                        }
                      />
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
