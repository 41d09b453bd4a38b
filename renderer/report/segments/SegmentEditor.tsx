/** A group while it is made or changed: its name, its rule, and beside it whom the rule means now. */
import { Button, Group, Paper, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SegmentRule } from '../../../shared/customer/segment.ts';
import type { LocalText } from '../../../shared/text.ts';
import { api } from '../../app/api.ts';
import { useIntention } from '../../app/useTill.ts';
import { ErrorAnswer } from '../../ui/ErrorAnswer.tsx';
import { LocalTextField } from '../../ui/LocalTextField.tsx';
import { RuleBuilder } from './RuleBuilder.tsx';
import { RulePreview } from './RulePreview.tsx';
import { draftOf, ruleOf } from './segmentDraft.ts';
import styles from './segments.module.css';

export interface SegmentEditorProps {
  /** Null for a new group. */
  readonly segmentId: string | null;
  readonly name: LocalText;
  readonly rule: SegmentRule;
  readonly onSaved: (segmentId: string) => void;
  readonly onCancel: () => void;
}

export function SegmentEditor(props: SegmentEditorProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(props.name);
  const [draft, setDraft] = useState(() => draftOf(props.rule));
  const [isAsked, setAsked] = useState(false);
  const save = useIntention(api.customer.saveSegment);
  const rule = ruleOf(draft);
  const isNamed = Object.values(name).some((words) => words !== undefined && words.trim() !== '');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (rule === null || !isNamed) return;
    const answer = await save.send({ segmentId: props.segmentId, name, rule });
    if (!answer.ok) return;
    notifications.show({ message: t('common.saved'), color: 'green' });
    props.onSaved(answer.data.segmentId);
  };
  return (
    <form className={styles.editor} onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="md">
        <Paper>
          <LocalTextField
            label={t('report.segment.name')}
            text={name}
            error={isAsked && !isNamed ? t('ui.field.required') : undefined}
            onChange={setName}
          />
        </Paper>
        <RuleBuilder draft={draft} onChange={setDraft} />
        <ErrorAnswer error={save.error} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={props.onCancel}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={save.isSending} disabled={isAsked && rule === null}>
            {t('common.save')}
          </Button>
        </Group>
      </Stack>
      <RulePreview rule={rule} />
    </form>
  );
}
