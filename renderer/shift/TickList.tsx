/** The items of one checklist with their boxes; who ticked and when stands beside each. */
import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { mayTick } from '../../shared/shift/checklist.ts';
import { textIn } from '../../shared/text.ts';
import { api } from '../app/api.ts';
import { useFormat, useLanguage } from '../app/language.ts';
import { useMay } from '../app/session.tsx';
import { useIntention } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import styles from './Checklists.module.css';
import type { Checklist, ChecklistItem } from './checklist.ts';

export interface TickListProps {
  list: Checklist;
  isShiftOpen: boolean;
}

export function TickList({ list, isShiftOpen }: TickListProps) {
  const { t } = useTranslation();
  const isOn = useMay('shift.tick') && mayTick(list.moment, isShiftOpen);
  return (
    <ul className={styles.items} aria-label={t(`shift.checklist.moment.${list.moment}`)}>
      {list.items.map((item) => (
        <li key={item.id}>
          <TickBox item={item} isOn={isOn} />
        </li>
      ))}
    </ul>
  );
}

function TickBox({ item, isOn }: { item: ChecklistItem; isOn: boolean }) {
  const format = useFormat();
  const language = useLanguage();
  const tick = useIntention(api.shift.tickItem);
  const { id, name, tick: done } = item;
  return (
    <>
      <Checkbox
        size="md"
        classNames={{ body: styles.box ?? '' }}
        label={textIn(name, language)}
        description={done === null ? undefined : `${done.personName}, ${format.time(done.tickedAt)}`}
        checked={done !== null}
        disabled={!isOn || tick.isSending}
        onChange={(event) => void tick.send({ itemId: id, isTicked: event.currentTarget.checked })}
      />
      <ErrorAnswer error={tick.error} />
    </>
  );
}
