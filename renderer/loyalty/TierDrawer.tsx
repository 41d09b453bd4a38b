/** One tier of the ladder: its name, where it begins, what it brings; saved and taken away together with the others. */
import { Button, Drawer, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TierRule } from '../../shared/loyalty/programmeContract.ts';
import type { TierWindow } from '../../shared/loyalty/tier.ts';
import { api } from '../app/api.ts';
import { type Form, useForm } from '../app/form.ts';
import { useIntention } from '../app/useTill.ts';
import { LocalTextField } from '../ui/LocalTextField.tsx';
import { MoneyInput } from '../ui/MoneyInput.tsx';
import { PercentInput } from '../ui/PercentInput.tsx';
import { SaveForm } from '../ui/SaveForm.tsx';
import { type TypedTier, tierFormSchema, withoutTier, withTier } from './tierForm.ts';

interface TierDrawerProps {
  /** Null while it is closed. */
  readonly tier: TypedTier | null;
  readonly window: TierWindow;
  readonly ladder: readonly TierRule[];
  readonly onClose: () => void;
}

export function TierDrawer({ tier, window, ladder, onClose }: TierDrawerProps) {
  const { t } = useTranslation();
  const isNew = !ladder.some(({ tierId }) => tierId === tier?.tierId);
  return (
    <Drawer
      opened={tier !== null}
      onClose={onClose}
      position="right"
      size={560}
      title={t(isNew ? 'loyalty.tier.add' : 'loyalty.tier.edit')}
    >
      {tier !== null && (
        <TierForm
          key={tier.tierId}
          first={tier}
          isNew={isNew}
          window={window}
          ladder={ladder}
          onClose={onClose}
        />
      )}
    </Drawer>
  );
}

interface TierFormProps extends Omit<TierDrawerProps, 'tier'> {
  readonly first: TypedTier;
  readonly isNew: boolean;
}

function TierForm({ first, isNew, window, ladder, onClose }: TierFormProps) {
  const { t } = useTranslation();
  const form = useForm<TypedTier, TierRule>(tierFormSchema(withoutTier(ladder, first.tierId)), first, {
    fromSom: t('loyalty.tier.fromTaken'),
  });
  const save = useIntention(api.loyalty.saveTiers);
  const send = async (tiers: readonly TierRule[]) => {
    const answer = await save.send({ window, tiers: [...tiers] });
    if (!answer.ok) return;
    notifications.show({ message: t('common.saved'), color: 'green' });
    onClose();
  };
  const onSave = async () => {
    const checked = form.check();
    if (checked !== null) await send(withTier(ladder, checked));
  };
  return (
    <SaveForm error={save.error} isSending={save.isSending} onSave={onSave} onCancel={onClose}>
      <TierFields form={form} />
      {!isNew && (
        <div>
          <Button
            variant="subtle"
            color="red"
            leftSection={<IconTrash size={20} aria-hidden="true" />}
            disabled={save.isSending}
            onClick={() => void send(withoutTier(ladder, first.tierId))}
          >
            {t('loyalty.tier.remove')}
          </Button>
        </div>
      )}
    </SaveForm>
  );
}

function TierFields({ form }: { form: Form<TypedTier, TierRule> }) {
  const { t } = useTranslation();
  const { values, set, errorOf } = form;
  return (
    <Stack gap="lg">
      <LocalTextField
        label={t('common.name')}
        text={values.name}
        error={errorOf('name')}
        onChange={(name) => set({ name })}
      />
      <MoneyInput
        label={t('loyalty.tier.from')}
        description={t('loyalty.tier.fromHint')}
        value={values.fromSom}
        error={errorOf('fromSom')}
        onChange={(fromSom) => set({ fromSom })}
      />
      <PercentInput
        label={t('loyalty.tier.bonusFromPurchase')}
        description={t('loyalty.tier.bonusHint')}
        placeholder={t('loyalty.tier.asShop')}
        value={values.bonusBasisPoints}
        error={errorOf('bonusBasisPoints')}
        onChange={(bonusBasisPoints) => set({ bonusBasisPoints })}
      />
      <PercentInput
        label={t('loyalty.tier.discount')}
        description={t('loyalty.tier.discountHint')}
        value={values.discountBasisPoints}
        error={errorOf('discountBasisPoints')}
        onChange={(discountBasisPoints) => set({ discountBasisPoints })}
      />
      <LocalTextField
        label={t('loyalty.tier.privilegeLine')}
        text={values.privilege}
        error={errorOf('privilege')}
        onChange={(privilege) => set({ privilege })}
      />
    </Stack>
  );
}
