/** The steps of the first start: the shop, its owner, its first cashier, its printer and copies, its bonus. */
import { Button, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { printerConnectionSchema } from '../../shared/printerConnection.ts';
import { firstStartSchema } from '../../shared/shop/contract.ts';
import { shopSettingsSchema } from '../../shared/shop/settings.ts';
import { someWords } from '../../shared/wire.ts';
import { PrinterFields } from '../receipt/PrinterFields.tsx';
import { CardPolicyField } from '../shop/CardPolicyField.tsx';
import { ShopFields } from '../shop/ShopFields.tsx';
import { NewPasswordFields } from '../staff/NewPasswordFields.tsx';
import { newPasswordSchema, newPinSchema } from '../staff/newSecret.ts';
import { PinField } from '../staff/PinField.tsx';
import { PercentInput } from '../ui/PercentInput.tsx';
import { StepFrame, type StepProps } from './FirstStartStep.tsx';
import type { Draft } from './firstStartDraft.ts';
import { useForm } from './form.ts';

const shopStepSchema = firstStartSchema.settings.pick({
  name: true,
  address: true,
  stir: true,
  phone: true,
  vatBasisPoints: true,
});

export function ShopStep({ draft, onNext, onBack }: StepProps) {
  const { t } = useTranslation();
  const { name, address, stir, phone, vatBasisPoints } = draft.settings;
  const form = useForm(
    shopStepSchema,
    { name, address, stir, phone, vatBasisPoints },
    { stir: t('shop.stirWrong') },
  );
  const next = () => {
    const checked = form.check();
    if (checked !== null) onNext({ settings: { ...draft.settings, ...checked } });
  };
  return (
    <StepFrame
      step="shop"
      title={t('shop.stepShop')}
      hint={t('shop.stepShopHint')}
      onBack={onBack}
      onNext={next}
    >
      <ShopFields details={form.values} onChange={form.set} errorOf={form.errorOf} isFirst />
    </StepFrame>
  );
}

const ownerStepSchema = z.object({ name: someWords(80) }).and(newPasswordSchema);

export function OwnerStep({ draft, onNext, onBack }: StepProps) {
  const { t } = useTranslation();
  const form = useForm(ownerStepSchema, draft.owner, {
    password: t('staff.passwordWeak'),
    repeat: t('staff.repeatDiffers'),
  });
  const next = () => {
    const checked = form.check();
    if (checked !== null) onNext({ owner: checked });
  };
  return (
    <StepFrame
      step="owner"
      title={t('shop.stepOwner')}
      hint={t('shop.stepOwnerHint')}
      onBack={onBack}
      onNext={next}
    >
      <Stack gap="md">
        <TextInput
          label={t('staff.name')}
          autoFocus
          autoComplete="off"
          value={form.values.name}
          error={form.errorOf('name')}
          onChange={(event) => form.set({ name: event.currentTarget.value })}
        />
        <NewPasswordFields {...form.values} onChange={form.set} errorOf={form.errorOf} />
      </Stack>
    </StepFrame>
  );
}

const cashierStepSchema = z.object({ name: someWords(80), pin: newPinSchema });

export function CashierStep({ draft, onNext, onBack }: StepProps) {
  const { t } = useTranslation();
  const form = useForm(cashierStepSchema, draft.cashier, { pin: t('staff.pinWeak') });
  const next = () => {
    const checked = form.check();
    if (checked !== null) onNext({ cashier: { isWanted: true, ...checked } });
  };
  return (
    <StepFrame
      step="cashier"
      title={t('shop.stepCashier')}
      hint={t('shop.stepCashierHint')}
      onBack={onBack}
      onNext={next}
      other={
        <Button variant="default" onClick={() => onNext({ cashier: { ...form.values, isWanted: false } })}>
          {t('shop.noCashier')}
        </Button>
      }
    >
      <Stack gap="md">
        <TextInput
          label={t('staff.name')}
          autoFocus
          autoComplete="off"
          value={form.values.name}
          error={form.errorOf('name')}
          onChange={(event) => form.set({ name: event.currentTarget.value })}
        />
        <PinField pin={form.values.pin} error={form.errorOf('pin')} onChange={(pin) => form.set({ pin })} />
      </Stack>
    </StepFrame>
  );
}

const equipmentStepSchema = z.object({
  connection: printerConnectionSchema,
  backupFolder: shopSettingsSchema.shape.backupFolder,
});

type EquipmentTyped = Pick<Draft, 'connection' | 'profileName'> & Pick<Draft['settings'], 'backupFolder'>;

export function EquipmentStep({ draft, onNext, onBack }: StepProps) {
  const { t } = useTranslation();
  const form = useForm<EquipmentTyped, z.output<typeof equipmentStepSchema>>(equipmentStepSchema, {
    connection: draft.connection,
    profileName: draft.profileName,
    backupFolder: draft.settings.backupFolder,
  });
  const { connection, profileName, backupFolder } = form.values;
  const next = () => {
    if (form.check() === null) return;
    onNext({ connection, profileName, settings: { ...draft.settings, backupFolder: backupFolder.trim() } });
  };
  return (
    <StepFrame
      step="equipment"
      title={t('shop.stepEquipment')}
      hint={t('shop.stepEquipmentHint')}
      onBack={onBack}
      onNext={next}
    >
      <PrinterFields
        connection={connection}
        onConnection={(typed) => form.set({ connection: typed })}
        profileName={profileName}
        onProfileName={(name) => form.set({ profileName: name })}
        errorOf={form.errorOf}
      />
      <TextInput
        label={t('shop.backupFolder')}
        description={t('shop.backupFolderHint')}
        placeholder={t('shop.backupFolderExample')}
        autoComplete="off"
        value={backupFolder}
        error={form.errorOf('backupFolder')}
        onChange={(event) => form.set({ backupFolder: event.currentTarget.value })}
      />
    </StepFrame>
  );
}

const bonusStepSchema = shopSettingsSchema
  .pick({ cardPolicy: true })
  // A default would hide an empty field.
  .extend({ cashbackBasisPoints: shopSettingsSchema.shape.cashbackBasisPoints.unwrap() });

export function BonusStep({ draft, onNext, onBack }: StepProps) {
  const { t } = useTranslation();
  const form = useForm<
    {
      cardPolicy: typeof draft.settings.cardPolicy;
      cashbackBasisPoints: typeof draft.settings.cashbackBasisPoints | null;
    },
    z.output<typeof bonusStepSchema>
  >(bonusStepSchema, {
    cardPolicy: draft.settings.cardPolicy,
    cashbackBasisPoints: draft.settings.cashbackBasisPoints,
  });
  const next = () => {
    const checked = form.check();
    if (checked !== null) onNext({ settings: { ...draft.settings, ...checked } });
  };
  return (
    <StepFrame
      step="bonus"
      title={t('shop.stepBonus')}
      hint={t('shop.stepBonusHint')}
      onBack={onBack}
      onNext={next}
    >
      <PercentInput
        label={t('shop.cashback')}
        description={t('shop.cashbackHint')}
        w={280}
        value={form.values.cashbackBasisPoints}
        error={form.errorOf('cashbackBasisPoints')}
        onChange={(rate) => form.set({ cashbackBasisPoints: rate })}
      />
      <CardPolicyField policy={form.values.cardPolicy} onChange={(cardPolicy) => form.set({ cardPolicy })} />
    </StepFrame>
  );
}
