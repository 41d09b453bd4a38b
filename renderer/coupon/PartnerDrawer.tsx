/** One partner in a drawer: a shop or a blogger, how to reach them, and whether new coupons may be made with them. */
import { Drawer, Radio, Stack, Switch, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { couponContract } from '../../shared/coupon/contract.ts';
import { type Partner, partnerKinds } from '../../shared/coupon/partnerContract.ts';
import { api } from '../app/api.ts';
import { schemaOf, useForm } from '../app/form.ts';
import { useIntention } from '../app/useTill.ts';
import { SaveForm } from '../ui/SaveForm.tsx';

export interface PartnerDrawerProps {
  /** Null: the drawer is shut. */
  edited: Partner | 'new' | null;
  onClose: () => void;
  onSaved?: (partnerId: string) => void;
}

export function PartnerDrawer({ edited, onClose, onSaved }: PartnerDrawerProps) {
  const { t } = useTranslation();
  return (
    <Drawer
      opened={edited !== null}
      onClose={onClose}
      position="right"
      size={520}
      title={edited === 'new' ? t('coupon.partner.add') : t('coupon.partner.edit')}
    >
      {edited !== null && (
        <PartnerForm
          partner={edited === 'new' ? null : edited}
          onClose={onClose}
          onSaved={(partnerId) => onSaved?.(partnerId)}
        />
      )}
    </Drawer>
  );
}

const schema = schemaOf(couponContract.savePartner).omit({ intentionId: true, approval: true });
type Checked = z.output<typeof schema>;

function typedOf(partner: Partner | null): Checked {
  if (partner === null) {
    return { partnerId: null, kind: 'shop', name: '', contact: '', note: '', isActive: true };
  }
  const { partnerId, kind, name, contact, note, isActive } = partner;
  return { partnerId, kind, name, contact, note, isActive };
}

interface PartnerFormProps {
  readonly partner: Partner | null;
  readonly onClose: () => void;
  readonly onSaved: (partnerId: string) => void;
}

function PartnerForm({ partner, onClose, onSaved }: PartnerFormProps) {
  const { t } = useTranslation();
  const form = useForm<Checked, Checked>(schema, typedOf(partner));
  const save = useIntention(api.coupon.savePartner);
  const { values, set, errorOf } = form;
  const send = async () => {
    const checked = form.check();
    if (checked === null) return;
    const answer = await save.send(checked);
    if (!answer.ok) return;
    notifications.show({ message: t('common.saved'), color: 'green' });
    onClose();
    onSaved(answer.data.partnerId);
  };
  return (
    <SaveForm error={save.error} isSending={save.isSending} onSave={send} onCancel={onClose}>
      <Radio.Group
        label={t('coupon.partner.kindLabel')}
        value={values.kind}
        onChange={(kind) => set({ kind: kind === 'blogger' ? 'blogger' : 'shop' })}
      >
        <Stack gap="sm" pt={4}>
          {partnerKinds.map((kind) => (
            <Radio
              key={kind}
              value={kind}
              label={t(`coupon.partner.kind.${kind}`)}
              description={t(`coupon.partner.kindHint.${kind}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      <TextInput
        label={t('common.name')}
        maxLength={80}
        autoComplete="off"
        value={values.name}
        error={errorOf('name')}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <TextInput
        label={t('coupon.partner.contact')}
        description={t('coupon.partner.contactHint')}
        maxLength={120}
        autoComplete="off"
        value={values.contact}
        error={errorOf('contact')}
        onChange={(event) => set({ contact: event.currentTarget.value })}
      />
      <Textarea
        label={t('coupon.partner.note')}
        size="md"
        autosize
        minRows={2}
        maxLength={400}
        value={values.note}
        error={errorOf('note')}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
      <Switch
        size="md"
        label={t('coupon.partner.isActive')}
        description={t('coupon.partner.isActiveHint')}
        checked={values.isActive}
        onChange={(event) => set({ isActive: event.currentTarget.checked })}
      />
    </SaveForm>
  );
}
