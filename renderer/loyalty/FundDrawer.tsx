/** A fund in a drawer: its name, and whether customers may still give to it. */
import { Drawer, Switch } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { loyaltyContract } from '../../shared/loyalty/contract.ts';
import type { LocalText } from '../../shared/text.ts';
import { api } from '../app/api.ts';
import { schemaOf, useForm } from '../app/form.ts';
import { saveChecked } from '../app/saveChecked.ts';
import { useIntention } from '../app/useTill.ts';
import { newIntentionId } from '../app/uuid.ts';
import { LocalTextField } from '../ui/LocalTextField.tsx';
import { SaveForm } from '../ui/SaveForm.tsx';

type Listed = Extract<Awaited<ReturnType<typeof api.loyalty.funds>>, { ok: true }>['data'];
export type Fund = Listed['funds'][number];

export interface FundDrawerProps {
  /** Null: the drawer is shut. */
  edited: Fund | 'new' | null;
  onClose: () => void;
}

export function FundDrawer({ edited, onClose }: FundDrawerProps) {
  const { t } = useTranslation();
  return (
    <Drawer
      opened={edited !== null}
      onClose={onClose}
      position="right"
      size={520}
      title={edited === 'new' ? t('loyalty.charity.add') : t('loyalty.charity.edit')}
    >
      {edited !== null && <FundForm fund={edited === 'new' ? null : edited} onClose={onClose} />}
    </Drawer>
  );
}

const schema = schemaOf(loyaltyContract.saveFund).omit({ intentionId: true, approval: true });
type Checked = z.output<typeof schema>;

interface Draft {
  readonly fundId: string;
  readonly name: LocalText;
  readonly isActive: boolean;
}

function FundForm({ fund, onClose }: { fund: Fund | null; onClose: () => void }) {
  const { t } = useTranslation();
  const [first] = useState((): Draft => {
    if (fund === null) return { fundId: newIntentionId(), name: {}, isActive: true };
    const { fundId, name, isActive } = fund;
    return { fundId, name, isActive };
  });
  const form = useForm<Draft, Checked>(schema, first);
  const save = useIntention(api.loyalty.saveFund);
  const onSave = () => saveChecked({ form, send: save.send, saved: t('common.saved'), onClose });
  const { values, set, errorOf } = form;
  return (
    <SaveForm error={save.error} isSending={save.isSending} onSave={onSave} onCancel={onClose}>
      <LocalTextField
        label={t('loyalty.charity.fundName')}
        text={values.name}
        error={errorOf('name')}
        onChange={(name) => set({ name })}
      />
      <Switch
        size="md"
        label={t('loyalty.charity.isActive')}
        description={t('loyalty.charity.isActiveHint')}
        checked={values.isActive}
        onChange={(event) => set({ isActive: event.currentTarget.checked })}
      />
    </SaveForm>
  );
}
