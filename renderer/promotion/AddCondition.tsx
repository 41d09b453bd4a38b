/** The button that adds a condition: every kind in plain words, by what it looks at. */
import { Button, Menu } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { newIntentionId } from '../app/uuid.ts';
import {
  type ConditionPart,
  type ConditionRow,
  conditionGroups,
  newParts,
  type PlainKind,
} from './conditionForm.ts';

const newRow = (part: ConditionPart, isNot = false): ConditionRow => ({ key: newIntentionId(), isNot, part });

/** Plain days and hours have a place of their own above the list, so what is added to the list is their opposite. */
const placedAbove: readonly PlainKind[] = ['weekdays', 'hours'];

export function AddCondition(props: { isTopLevel?: boolean; onAdd: (row: ConditionRow) => void }) {
  const { t } = useTranslation();
  const { isTopLevel = false, onAdd } = props;
  const add = (kind: PlainKind) => onAdd(newRow(newParts[kind], isTopLevel && placedAbove.includes(kind)));
  return (
    <Menu
      position="bottom-start"
      shadow="md"
      width={360}
      styles={{ item: { minHeight: 36, fontSize: 16 }, label: { fontSize: 14 } }}
    >
      <Menu.Target>
        <Button
          variant="default"
          style={{ alignSelf: 'flex-start' }}
          leftSection={<IconPlus size={20} aria-hidden="true" />}
        >
          {t('promotion.condition.add')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
        {conditionGroups.map(({ group, kinds }) => (
          <div key={group}>
            <Menu.Label>{t(`promotion.condition.group.${group}`)}</Menu.Label>
            {kinds.map((kind) => (
              <Menu.Item key={kind} onClick={() => add(kind)}>
                {t(`promotion.condition.kind.${kind}`)}
              </Menu.Item>
            ))}
          </div>
        ))}
        {isTopLevel && (
          <>
            <Menu.Divider />
            <Menu.Item onClick={() => onAdd(newRow({ kind: 'group', join: 'any', rows: [] }))}>
              {t('promotion.condition.addGroup')}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
