/** Builds a group's rule: conditions one below another, each turned round or not, all of them or any. */
import { ActionIcon, Button, Checkbox, Menu, SegmentedControl, Stack } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SegmentConditionKind } from '../../../shared/customer/segment.ts';
import { newIntentionId } from '../../app/uuid.ts';
import { ConditionFields } from './ConditionFields.tsx';
import {
  conditionGroups,
  type DraftCondition,
  type DraftRow,
  isFilled,
  newConditions,
  type RuleDraft,
} from './segmentDraft.ts';
import styles from './segments.module.css';

/** As many as the till takes. */
const mostRows = 12;

export function RuleBuilder({ draft, onChange }: { draft: RuleDraft; onChange: (draft: RuleDraft) => void }) {
  const { t } = useTranslation();
  const { rows, match } = draft;
  const put = (key: string, condition: DraftCondition) =>
    onChange({ ...draft, rows: rows.map((row) => (row.key === key ? { key, condition } : row)) });
  const add = (kind: SegmentConditionKind) =>
    onChange({ ...draft, rows: [...rows, { key: newIntentionId(), condition: newConditions[kind] }] });
  return (
    <Stack gap="sm">
      {rows.length > 1 && (
        <SegmentedControl
          aria-label={t('report.segment.match.label')}
          className={styles.match ?? ''}
          data={(['all', 'any'] as const).map((value) => ({
            value,
            label: t(`report.segment.match.${value}`),
          }))}
          value={match}
          onChange={(value) => onChange({ ...draft, match: value })}
        />
      )}
      {rows.length === 0 && <p className={styles.hint}>{t('report.segment.everybodyHint')}</p>}
      {rows.map((row) => (
        <OneRow
          key={row.key}
          row={row}
          onChange={(condition) => put(row.key, condition)}
          onRemove={() => onChange({ ...draft, rows: rows.filter((each) => each !== row) })}
        />
      ))}
      {rows.length < mostRows && <AddCondition onAdd={add} />}
    </Stack>
  );
}

interface OneRowProps {
  readonly row: DraftRow;
  readonly onChange: (condition: DraftCondition) => void;
  readonly onRemove: () => void;
}

function OneRow({ row: { condition }, onChange, onRemove }: OneRowProps) {
  const { t } = useTranslation();
  const name = t(`report.segment.kind.${condition.kind}`);
  return (
    <section className={`${styles.row} ${condition.isNot ? styles.turned : ''}`} aria-label={name}>
      <div className={styles.rowHead}>
        <span className={styles.rowName}>
          {condition.isNot && <span className={styles.not}>{t('report.segment.notMark')} </span>}
          {name}
        </span>
        <Checkbox
          size="md"
          label={t('report.segment.turn')}
          checked={condition.isNot}
          onChange={(event) => onChange({ ...condition, isNot: event.currentTarget.checked })}
        />
        <ActionIcon size={44} aria-label={t('report.segment.removeCondition', { name })} onClick={onRemove}>
          <IconTrash size={20} aria-hidden="true" />
        </ActionIcon>
      </div>
      <ConditionFields condition={condition} onChange={onChange} />
      {!isFilled(condition) && <p className={styles.missing}>{t('report.segment.fillIn')}</p>}
    </section>
  );
}

function AddCondition({ onAdd }: { onAdd: (kind: SegmentConditionKind) => void }) {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-start" width={320}>
      <Menu.Target>
        <Button
          className={styles.add ?? ''}
          variant="default"
          leftSection={<IconPlus size={20} aria-hidden="true" />}
        >
          {t('report.segment.addCondition')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
        {conditionGroups.map(({ group, kinds }) => (
          <div key={group}>
            <Menu.Label>{t(`report.segment.group.${group}`)}</Menu.Label>
            {kinds.map((kind) => (
              <Menu.Item key={kind} onClick={() => onAdd(kind)}>
                {t(`report.segment.kind.${kind}`)}
              </Menu.Item>
            ))}
          </div>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
