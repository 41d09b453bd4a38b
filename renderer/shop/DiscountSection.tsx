/** Settings of discounts and of "bring a friend": how far each person may go, and what a friend brings. */
import { SimpleGrid, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type BasisPoints, basisPoints } from '../../shared/money.ts';
import type { ShopSettings } from '../../shared/shop/settings.ts';
import { MoneyInput } from '../ui/MoneyInput.tsx';
import { PercentInput } from '../ui/PercentInput.tsx';
import { WholeInput } from '../ui/WholeInput.tsx';
import { SettingsCard } from './SettingsCard.tsx';
import { type SettingsForm, useSettingsForm } from './settingsForm.ts';

const discountFields = [
  'cashierDiscountBasisPoints',
  'seniorDiscountBasisPoints',
  'discountCapBasisPoints',
] as const;
const referralFields = [
  'isReferralOn',
  'referralFriendBonusSom',
  'referralReferrerBonusSom',
  'referralFromSom',
  'referralsPerMonth',
] as const;

export function DiscountSection({ settings }: { settings: ShopSettings }) {
  const { t } = useTranslation();
  const form = useSettingsForm(settings, discountFields);
  const { values, set, errorOf } = form;
  const hasCap = values.discountCapBasisPoints !== null;
  const halfOff: BasisPoints = basisPoints(5000);
  return (
    <SettingsCard form={form}>
      <SimpleGrid cols={2} spacing="lg">
        <PercentInput
          label={t('shop.discountOfCashier')}
          description={t('shop.discountAlone')}
          value={values.cashierDiscountBasisPoints}
          error={errorOf('cashierDiscountBasisPoints')}
          onChange={(cashierDiscountBasisPoints) => set({ cashierDiscountBasisPoints })}
        />
        <PercentInput
          label={t('shop.discountOfSenior')}
          description={t('shop.discountAlone')}
          value={values.seniorDiscountBasisPoints}
          error={errorOf('seniorDiscountBasisPoints')}
          onChange={(seniorDiscountBasisPoints) => set({ seniorDiscountBasisPoints })}
        />
        <Switch
          size="md"
          label={t('shop.hasDiscountCap')}
          description={t('shop.hasDiscountCapHint')}
          checked={hasCap}
          onChange={(event) => set({ discountCapBasisPoints: event.currentTarget.checked ? halfOff : null })}
        />
        {hasCap && (
          <PercentInput
            label={t('shop.discountCap')}
            value={values.discountCapBasisPoints}
            error={errorOf('discountCapBasisPoints')}
            onChange={(rate) => set({ discountCapBasisPoints: rate ?? halfOff })}
          />
        )}
      </SimpleGrid>
    </SettingsCard>
  );
}

export function ReferralSection({ settings }: { settings: ShopSettings }) {
  const { t } = useTranslation();
  const form = useSettingsForm(settings, referralFields);
  return (
    <SettingsCard form={form}>
      <Switch
        size="md"
        label={t('shop.isReferralOn')}
        description={t('shop.isReferralOnHint')}
        checked={form.values.isReferralOn}
        onChange={(event) => form.set({ isReferralOn: event.currentTarget.checked })}
      />
      {form.values.isReferralOn && <ReferralNumbers form={form} />}
    </SettingsCard>
  );
}

function ReferralNumbers({ form }: { form: SettingsForm<(typeof referralFields)[number]> }) {
  const { t } = useTranslation();
  const { values, set, errorOf } = form;
  return (
    <SimpleGrid cols={2} spacing="lg">
      <MoneyInput
        label={t('shop.referralFriendBonus')}
        value={values.referralFriendBonusSom}
        error={errorOf('referralFriendBonusSom')}
        onChange={(referralFriendBonusSom) => set({ referralFriendBonusSom })}
      />
      <MoneyInput
        label={t('shop.referralReferrerBonus')}
        value={values.referralReferrerBonusSom}
        error={errorOf('referralReferrerBonusSom')}
        onChange={(referralReferrerBonusSom) => set({ referralReferrerBonusSom })}
      />
      <MoneyInput
        label={t('shop.referralFrom')}
        description={t('shop.referralFromHint')}
        value={values.referralFromSom}
        error={errorOf('referralFromSom')}
        onChange={(referralFromSom) => set({ referralFromSom })}
      />
      <WholeInput
        label={t('shop.referralsPerMonth')}
        description={t('shop.referralsPerMonthHint')}
        value={values.referralsPerMonth}
        error={errorOf('referralsPerMonth')}
        onChange={(referralsPerMonth) => set({ referralsPerMonth })}
      />
    </SimpleGrid>
  );
}
