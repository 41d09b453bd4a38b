/** Settings of bonus and cards: what a purchase gives back, what it may pay for, and what the cashier asks. */
import { SimpleGrid, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { som } from '../../shared/money.ts';
import type { ShopSettings } from '../../shared/shop/settings.ts';
import { useFormat } from '../app/language.ts';
import { MoneyInput } from '../ui/MoneyInput.tsx';
import { PercentInput } from '../ui/PercentInput.tsx';
import { WholeInput } from '../ui/WholeInput.tsx';
import { CardPolicyField } from './CardPolicyField.tsx';
import { SettingsCard } from './SettingsCard.tsx';
import { type SettingsForm, useSettingsForm } from './settingsForm.ts';

const fields = [
  'cashbackBasisPoints',
  'bonusCeilingBasisPoints',
  'bonusExpiryDays',
  'earnWhileRedeeming',
  'spendWithoutCardSom',
  'instantCardDailySom',
  'claimDays',
  'cardPolicy',
] as const;
type Field = (typeof fields)[number];

export function BonusSection({ settings }: { settings: ShopSettings }) {
  const { t } = useTranslation();
  const form = useSettingsForm(settings, fields, { bonusExpiryDays: t('shop.expiryWrong') });
  return (
    <SettingsCard form={form}>
      <BonusNumbers form={form} />
      <Switch
        size="md"
        label={t('shop.earnWhileRedeeming')}
        description={t('shop.earnWhileRedeemingHint')}
        checked={form.values.earnWhileRedeeming}
        onChange={(event) => form.set({ earnWhileRedeeming: event.currentTarget.checked })}
      />
      <CardPolicyField policy={form.values.cardPolicy} onChange={(cardPolicy) => form.set({ cardPolicy })} />
    </SettingsCard>
  );
}

function BonusNumbers({ form }: { form: SettingsForm<Field> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { values, set, errorOf } = form;
  const days = t('shop.daysUnit');
  return (
    <SimpleGrid cols={2} spacing="lg">
      <PercentInput
        label={t('shop.cashback')}
        description={t('shop.cashbackHint')}
        value={values.cashbackBasisPoints}
        error={errorOf('cashbackBasisPoints')}
        onChange={(cashbackBasisPoints) => set({ cashbackBasisPoints })}
      />
      <PercentInput
        label={t('shop.ceiling')}
        description={t('shop.ceilingHint', { sum: format.som(som(100_000)) })}
        value={values.bonusCeilingBasisPoints}
        error={errorOf('bonusCeilingBasisPoints')}
        onChange={(bonusCeilingBasisPoints) => set({ bonusCeilingBasisPoints })}
      />
      <WholeInput
        label={t('shop.expiry')}
        description={t('shop.expiryHint')}
        unit={days}
        value={values.bonusExpiryDays}
        error={errorOf('bonusExpiryDays')}
        onChange={(bonusExpiryDays) => set({ bonusExpiryDays })}
      />
      <WholeInput
        label={t('shop.claimDays')}
        description={t('shop.claimDaysHint')}
        unit={days}
        value={values.claimDays}
        error={errorOf('claimDays')}
        onChange={(claimDays) => set({ claimDays })}
      />
      <MoneyInput
        label={t('shop.spendWithoutCard')}
        description={t('shop.spendWithoutCardHint')}
        value={values.spendWithoutCardSom}
        error={errorOf('spendWithoutCardSom')}
        onChange={(spendWithoutCardSom) => set({ spendWithoutCardSom })}
      />
      <MoneyInput
        label={t('shop.instantCardDaily')}
        description={t('shop.instantCardDailyHint')}
        value={values.instantCardDailySom}
        error={errorOf('instantCardDailySom')}
        onChange={(instantCardDailySom) => set({ instantCardDailySom })}
      />
    </SimpleGrid>
  );
}
