/** A skill of the shop's own list: its name, and whether it is still asked for. */
import { Drawer, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { staffContract } from '../../shared/staff/contract.ts';
import { api } from '../app/api.ts';
import { schemaOf, useForm } from '../app/form.ts';
import { saveChecked } from '../app/saveChecked.ts';
import { useIntention } from '../app/useTill.ts';
import { LocalTextField, type TypedText } from '../ui/LocalTextField.tsx';
import { SaveForm } from '../ui/SaveForm.tsx';

const skillSchema = schemaOf(staffContract.saveSkill).pick({ name: true, isActive: true });
type SavedSkill = z.output<typeof skillSchema>;

export interface Skill extends SavedSkill {
  readonly id: string;
}

export interface SkillDrawerProps {
  /** Null: the drawer is shut. */
  edited: Skill | 'new' | null;
  onClose: () => void;
}

export function SkillDrawer({ edited, onClose }: SkillDrawerProps) {
  const { t } = useTranslation();
  return (
    <Drawer
      opened={edited !== null}
      onClose={onClose}
      position="right"
      size={480}
      title={t(edited === 'new' ? 'staff.skill.add' : 'staff.skill.skill')}
    >
      {edited !== null && <SkillForm skill={edited === 'new' ? null : edited} onClose={onClose} />}
    </Drawer>
  );
}

function SkillForm({ skill, onClose }: { skill: Skill | null; onClose: () => void }) {
  const { t } = useTranslation();
  const form = useForm<{ name: TypedText; isActive: boolean }, SavedSkill>(skillSchema, {
    name: skill?.name ?? {},
    isActive: skill?.isActive ?? true,
  });
  const save = useIntention(api.staff.saveSkill);
  const onSave = () =>
    saveChecked({
      form,
      send: (checked) => save.send({ skillId: skill?.id ?? null, ...checked }),
      saved: t('common.saved'),
      onClose,
    });
  return (
    <SaveForm error={save.error} isSending={save.isSending} onSave={onSave} onCancel={onClose}>
      <LocalTextField
        label={t('common.name')}
        text={form.values.name as Skill['name']}
        error={form.errorOf('name')}
        onChange={(name) => form.set({ name })}
      />
      {skill !== null && (
        <Switch
          size="md"
          label={t('staff.skill.isActive')}
          checked={form.values.isActive}
          onChange={(event) => form.set({ isActive: event.currentTarget.checked })}
        />
      )}
    </SaveForm>
  );
}
