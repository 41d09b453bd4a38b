/** Conditions one below another; a group holds a list of its own, one level deep. */
import { ActionIcon, Checkbox, SegmentedControl, Stack } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { conditionWords } from '../../shared/promotion/sentence.ts';
import { textIn } from '../../shared/text.ts';
import { useLanguage } from '../app/language.ts';
import { AddCondition } from './AddCondition.tsx';
import { ConditionFields } from './ConditionFields.tsx';
import { type ConditionPart, type ConditionRow, type GroupPart, pathOfRow } from './conditionForm.ts';
import { useGoodsNames } from './goodsNames.tsx';
import styles from './PromotionEditor.module.css';

export interface ConditionRowsProps {
  readonly rows: readonly ConditionRow[];
  /** Where the list stands in the promotion: `conditions`, or `conditions.2.conditions` for a group's. */
  readonly list: string;
  readonly errorOf: (path: string) => string | undefined;
  readonly isHidden?: (row: ConditionRow) => boolean;
  readonly onChange: (rows: readonly ConditionRow[]) => void;
}

export function ConditionRows({ rows, list, errorOf, isHidden, onChange }: ConditionRowsProps) {
  return rows.map((row, at) =>
    isHidden?.(row) === true ? null : (
      <OneCondition
        key={row.key}
        row={row}
        path={pathOfRow(list, at, row)}
        errorOf={errorOf}
        onChange={(next) => onChange(rows.map((each) => (each === row ? next : each)))}
        onRemove={() => onChange(rows.filter((each) => each !== row))}
      />
    ),
  );
}

interface OneConditionProps {
  readonly row: ConditionRow;
  readonly path: string;
  readonly errorOf: (path: string) => string | undefined;
  readonly onChange: (row: ConditionRow) => void;
  readonly onRemove: () => void;
}

function OneCondition({ row, path, errorOf, onChange, onRemove }: OneConditionProps) {
  const { t } = useTranslation();
  const { part, isNot } = row;
  const name = t(`promotion.condition.kind.${part.kind}`);
  return (
    <section className={`${styles.row} ${isNot ? styles.turned : ''}`} aria-label={name}>
      <div className={styles.rowHead}>
        <span className={styles.rowName}>
          {isNot && <span className={styles.not}>{t('promotion.condition.not')} </span>}
          {name}
        </span>
        {/* A discount for cash would make the card dearer, so this one has no other way round. */}
        {(part.kind !== 'paidWithoutCash' || isNot) && (
          <Checkbox
            size="md"
            label={t('promotion.condition.turn')}
            checked={isNot}
            onChange={(event) => onChange({ ...row, isNot: event.currentTarget.checked })}
          />
        )}
        <ActionIcon size={36} aria-label={t('promotion.condition.remove', { name })} onClick={onRemove}>
          <IconTrash size={20} aria-hidden="true" />
        </ActionIcon>
      </div>
      <PartFields
        part={part}
        path={path}
        errorOf={errorOf}
        onChange={(next) => onChange({ ...row, part: next })}
      />
    </section>
  );
}

interface PartFieldsProps {
  readonly part: ConditionPart;
  readonly path: string;
  readonly errorOf: (path: string) => string | undefined;
  readonly onChange: (part: ConditionPart) => void;
}

function PartFields({ part, path, errorOf, onChange }: PartFieldsProps) {
  const { t } = useTranslation();
  const { names } = useGoodsNames();
  const language = useLanguage();
  if (part.kind === 'kept') {
    const words = textIn(conditionWords(part.condition, names), language);
    return <p className={styles.kept}>{t('promotion.condition.kept', { words })}</p>;
  }
  if (part.kind === 'group') {
    return <GroupFields part={part} path={path} errorOf={errorOf} onChange={onChange} />;
  }
  return <ConditionFields part={part} path={path} errorOf={errorOf} onChange={onChange} />;
}

function GroupFields(props: Omit<PartFieldsProps, 'part'> & { readonly part: GroupPart }) {
  const { t } = useTranslation();
  const { part, path, errorOf, onChange } = props;
  return (
    <Stack gap="sm">
      <SegmentedControl
        aria-label={t('promotion.condition.kind.group')}
        value={part.join}
        onChange={(join) => onChange({ ...part, join: join === 'all' ? join : 'any' })}
        data={[
          { value: 'any', label: t('promotion.condition.any') },
          { value: 'all', label: t('promotion.condition.all') },
        ]}
      />
      <ConditionRows
        rows={part.rows}
        list={`${path}.conditions`}
        errorOf={errorOf}
        onChange={(rows) => onChange({ ...part, rows })}
      />
      {part.rows.length === 0 && errorOf(path) !== undefined && (
        <p role="alert" className={styles.kept}>
          {t('promotion.condition.emptyGroup')}
        </p>
      )}
      <AddCondition onAdd={(row) => onChange({ ...part, rows: [...part.rows, row] })} />
    </Stack>
  );
}
