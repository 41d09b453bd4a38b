/** The checklists of one shift as they were: what was done, by whom and when, and what was not. */
import { Paper, Title } from '@mantine/core';
import { IconCheck, IconMinus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { textIn } from '../../shared/text.ts';
import { api } from '../app/api.ts';
import { useFormat, useLanguage } from '../app/language.ts';
import { useTill } from '../app/useTill.ts';
import styles from './Checklists.module.css';
import type { ChecklistItem } from './checklist.ts';

export function TickedLists({ shiftId }: { shiftId: string }) {
  const { t } = useTranslation();
  const lists = useTill(api.shift.checklistsOfShift, { shiftId }).data?.lists ?? [];
  const filled = lists.filter(({ items }) => items.length > 0);
  if (filled.length === 0) return null;
  return (
    <div className={styles.columns}>
      {filled.map(({ moment, items }) => (
        <Paper key={moment} component="section">
          <Title order={2}>{t(`shift.checklist.moment.${moment}`)}</Title>
          <ul className={styles.items}>
            {items.map((item) => (
              <Ticked key={item.id} item={item} />
            ))}
          </ul>
        </Paper>
      ))}
    </div>
  );
}

function Ticked({ item: { name, tick } }: { item: ChecklistItem }) {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  return (
    <li className={styles.ticked}>
      {tick === null ? (
        <IconMinus size={20} className={styles.undone} role="img" aria-label={t('shift.checklist.undone')} />
      ) : (
        <IconCheck size={20} className={styles.done} role="img" aria-label={t('shift.checklist.done')} />
      )}
      <span>
        {textIn(name, language)}
        {tick !== null && (
          <span className={styles.by}>
            {tick.personName}, {format.time(tick.tickedAt)}
          </span>
        )}
      </span>
    </li>
  );
}
