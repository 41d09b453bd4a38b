/** One category or brand in a drawer: made new, or renamed. */
import { Drawer, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { catalogueContract } from '../../shared/catalogue/contract.ts';
import type { LocalText } from '../../shared/text.ts';
import { api } from '../app/api.ts';
import { schemaOf, useForm } from '../app/form.ts';
import { saveChecked } from '../app/saveChecked.ts';
import { useIntention } from '../app/useTill.ts';
import { LocalTextField } from '../ui/LocalTextField.tsx';
import { SaveForm } from '../ui/SaveForm.tsx';

export interface GroupEdited {
  readonly kind: 'category' | 'brand';
  /** Null for a new one. */
  readonly id: string | null;
  readonly name: LocalText;
}

export interface GroupDrawerProps {
  /** Null: the drawer is shut. */
  edited: GroupEdited | null;
  onClose: () => void;
}

export function GroupDrawer({ edited, onClose }: GroupDrawerProps) {
  const { t } = useTranslation();
  const title = edited === null ? '' : t(`catalogue.${edited.id === null ? 'new' : 'edit'}_${edited.kind}`);
  return (
    <Drawer opened={edited !== null} onClose={onClose} position="right" size={520} title={title}>
      {edited?.kind === 'category' && <CategoryForm key={edited.id} edited={edited} onClose={onClose} />}
      {edited?.kind === 'brand' && <BrandForm key={edited.id} edited={edited} onClose={onClose} />}
    </Drawer>
  );
}

interface FormProps {
  edited: GroupEdited;
  onClose: () => void;
}

const categorySchema = schemaOf(catalogueContract.saveCategory).omit({ intentionId: true, approval: true });

function CategoryForm({ edited, onClose }: FormProps) {
  const { t } = useTranslation();
  const form = useForm(categorySchema, { categoryId: edited.id, name: edited.name });
  const save = useIntention(api.catalogue.saveCategory);
  const onSave = () => saveChecked({ form, send: save.send, saved: t('common.saved'), onClose });
  return (
    <SaveForm error={save.error} isSending={save.isSending} onSave={onSave} onCancel={onClose}>
      <LocalTextField
        label={t('catalogue.name')}
        text={form.values.name}
        error={form.errorOf('name')}
        onChange={(name) => form.set({ name })}
      />
    </SaveForm>
  );
}

const brandSchema = schemaOf(catalogueContract.saveBrand).omit({ intentionId: true, approval: true });

function BrandForm({ edited, onClose }: FormProps) {
  const { t } = useTranslation();
  const form = useForm(brandSchema, { brandId: edited.id, name: edited.name.uz ?? '' });
  const save = useIntention(api.catalogue.saveBrand);
  const onSave = () => saveChecked({ form, send: save.send, saved: t('common.saved'), onClose });
  return (
    <SaveForm error={save.error} isSending={save.isSending} onSave={onSave} onCancel={onClose}>
      <TextInput
        label={t('catalogue.name')}
        data-autofocus
        autoComplete="off"
        value={form.values.name}
        error={form.errorOf('name')}
        onChange={(event) => form.set({ name: event.currentTarget.value })}
      />
    </SaveForm>
  );
}
