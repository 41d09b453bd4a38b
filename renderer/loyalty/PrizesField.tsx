/** The prizes of a draw or a contest, first prize first: words, and how many there are of each. */
import { ActionIcon, Button, Fieldset, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { newIntentionId } from '../app/uuid.ts';
import { WholeInput } from '../ui/WholeInput.tsx';
import styles from './GameForm.module.css';
import { newPrizeRow, type PrizeRow } from './prizeRows.ts';

export interface PrizesFieldProps {
  readonly rows: readonly PrizeRow[];
  /** Once somebody tried to send the form and the prizes are not as they must be. */
  readonly error: string | undefined;
  readonly onChange: (rows: readonly PrizeRow[]) => void;
}

const longestPrize = 120;

export function PrizesField({ rows, error, onChange }: PrizesFieldProps) {
  const { t } = useTranslation();
  const change = (changed: PrizeRow) =>
    onChange(rows.map((row) => (row.key === changed.key ? changed : row)));
  const isMissing = (row: PrizeRow) => row.words.trim() === '' || row.count === null || row.count < 1;
  const required = error === undefined ? undefined : t('ui.field.required');
  return (
    <Fieldset legend={t('loyalty.prizes.title')} className={styles.part}>
      {rows.map((row, at) => (
        <div key={row.key} className={styles.prize}>
          <span className={`${styles.place} figures`} aria-hidden="true">
            {rows.slice(0, at).reduce((sum, { count }) => sum + (count ?? 0), 1)}.
          </span>
          <TextInput
            aria-label={t('loyalty.prizes.one', { number: at + 1 })}
            placeholder={t('loyalty.prizes.placeholder')}
            maxLength={longestPrize}
            autoComplete="off"
            value={row.words}
            error={row.words.trim() === '' ? required : undefined}
            onChange={(event) => change({ ...row, words: event.currentTarget.value })}
          />
          <WholeInput
            aria-label={t('loyalty.prizes.howMany', { number: at + 1 })}
            unit={t('promotion.unit.pieces')}
            value={row.count}
            error={row.count === null || row.count < 1 ? required : undefined}
            onChange={(count) => change({ ...row, count })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={44}
            aria-label={t('loyalty.prizes.remove', { number: at + 1 })}
            disabled={rows.length === 1}
            onClick={() => onChange(rows.filter(({ key }) => key !== row.key))}
          >
            <IconTrash size={20} aria-hidden="true" />
          </ActionIcon>
        </div>
      ))}
      {error !== undefined && !rows.some(isMissing) && <div role="alert">{error}</div>}
      <div>
        <Button
          variant="default"
          leftSection={<IconPlus size={20} aria-hidden="true" />}
          onClick={() => onChange([...rows, newPrizeRow(newIntentionId())])}
        >
          {t('loyalty.prizes.add')}
        </Button>
      </div>
    </Fieldset>
  );
}
