/** From one time of the day up to another; over midnight when the second is the smaller. */
import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { TimeInput } from '../ui/TimeInput.tsx';
import type { PlainPart } from './conditionForm.ts';
import styles from './PromotionEditor.module.css';

type HoursPart = Extract<PlainPart, { kind: 'hours' }>;

export interface HoursFieldsProps {
  readonly part: HoursPart;
  readonly path: string;
  readonly errorOf: (path: string) => string | undefined;
  readonly onChange: (part: HoursPart) => void;
  readonly onRemove?: () => void;
}

export function HoursFields({ part, path, errorOf, onChange, onRemove }: HoursFieldsProps) {
  const { t } = useTranslation();
  const { fromMinute, toMinute } = part;
  const isOverMidnight = fromMinute !== null && toMinute !== null && toMinute < fromMinute;
  return (
    <div>
      <div className={styles.inline}>
        <TimeInput
          className={styles.medium ?? ''}
          label={t('promotion.field.fromHour')}
          value={fromMinute}
          error={errorOf(`${path}.fromMinute`)}
          onChange={(minute) => onChange({ ...part, fromMinute: minute })}
        />
        <TimeInput
          className={styles.medium ?? ''}
          label={t('promotion.field.toHour')}
          value={toMinute}
          error={errorOf(`${path}.toMinute`)}
          onChange={(minute) => onChange({ ...part, toMinute: minute })}
        />
        {onRemove !== undefined && (
          <ActionIcon
            aria-label={t('promotion.field.noHours')}
            className={styles.beside ?? ''}
            onClick={onRemove}
          >
            <IconTrash size={20} aria-hidden="true" />
          </ActionIcon>
        )}
      </div>
      {isOverMidnight && <p className={styles.hint}>{t('promotion.field.overMidnight')}</p>}
    </div>
  );
}
