/** How coupons of a series come to customers, how long they live, and who may use them how often. */
import { Fieldset, Radio, Stack, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../ui/DayInput.tsx';
import { MoneyInput } from '../ui/MoneyInput.tsx';
import { WholeInput } from '../ui/WholeInput.tsx';
import styles from './SeriesDrawer.module.css';
import type { PartProps } from './seriesPart.ts';

export function GivingFields({ content, set, errorOf }: PartProps) {
  const { t } = useTranslation();
  const { giving, codes, usedAt } = content;
  const isTheirs = codes.kind !== 'own' && usedAt === 'here';
  return (
    <Fieldset legend={t('coupon.part.giving')} className={styles.part}>
      <Radio.Group
        value={giving.kind}
        onChange={(kind) =>
          set({ giving: kind === 'everySale' ? { kind, fromSom: content.minimumSom } : { kind: 'byHand' } })
        }
      >
        <Stack gap="sm">
          <Radio
            value="everySale"
            disabled={isTheirs}
            label={t('coupon.giving.everySale')}
            description={isTheirs ? t('coupon.giving.notTheirs') : undefined}
          />
          <Radio value="byHand" label={t('coupon.giving.byHand')} />
        </Stack>
      </Radio.Group>
      {giving.kind === 'everySale' && (
        <MoneyInput
          label={t('coupon.blank.givenFrom')}
          value={giving.fromSom}
          error={errorOf('giving.fromSom')}
          onChange={(fromSom) => set({ giving: { kind: 'everySale', fromSom } })}
        />
      )}
    </Fieldset>
  );
}

export function ValidityFields({ content, set, errorOf }: PartProps) {
  const { t } = useTranslation();
  const { validity } = content;
  return (
    <Fieldset legend={t('coupon.part.validity')} className={styles.part}>
      <Radio.Group
        value={validity.kind}
        onChange={(kind) =>
          set({ validity: kind === 'days' ? { kind, days: 14 } : { kind: 'between', from: null, to: null } })
        }
      >
        <Stack gap="sm">
          <Radio value="days" label={t('coupon.validity.days')} />
          <Radio value="between" label={t('coupon.validity.between')} />
        </Stack>
      </Radio.Group>
      {validity.kind === 'days' ? (
        <WholeInput
          label={t('coupon.blank.days')}
          unit={t('coupon.daysUnit')}
          value={validity.days}
          error={errorOf('validity.days')}
          onChange={(days) => set({ validity: { kind: 'days', days } })}
        />
      ) : (
        <div className={styles.pair}>
          <DayInput
            label={t('coupon.blank.from')}
            value={validity.from}
            error={errorOf('validity.from')}
            onChange={(from) => set({ validity: { ...validity, from } })}
          />
          <DayInput
            label={t('coupon.blank.to')}
            value={validity.to}
            error={
              errorOf('validity.to') ??
              (errorOf('validity.from') === undefined ? errorOf('validity') : undefined)
            }
            onChange={(to) => set({ validity: { ...validity, to } })}
          />
        </div>
      )}
    </Fieldset>
  );
}

export function HoldingFields({ content, set, errorOf }: PartProps) {
  const { t } = useTranslation();
  const isTheirs = content.codes.kind !== 'own' && content.usedAt === 'here';
  return (
    <Fieldset legend={t('coupon.part.holding')} className={styles.part}>
      <Radio.Group
        value={content.holding}
        onChange={(holding) => set({ holding: holding === 'bound' ? 'bound' : 'bearer' })}
      >
        <Stack gap="sm">
          <Radio
            value="bound"
            disabled={isTheirs}
            label={t('coupon.holding.bound')}
            description={t('coupon.holding.boundHint')}
          />
          <Radio
            value="bearer"
            label={t('coupon.holding.bearer')}
            description={t('coupon.holding.bearerHint')}
          />
        </Stack>
      </Radio.Group>
      {content.holding === 'bound' && (
        <Switch
          size="md"
          label={t('coupon.mayBeGivenOn')}
          description={t('coupon.mayBeGivenOnHint')}
          checked={content.mayBeGivenOn}
          onChange={(event) => set({ mayBeGivenOn: event.currentTarget.checked })}
        />
      )}
      <div className={styles.pair}>
        <WholeInput
          label={t('coupon.blank.uses')}
          value={content.usesPerCoupon}
          error={errorOf('usesPerCoupon')}
          onChange={(usesPerCoupon) => set({ usesPerCoupon })}
        />
        <MoneyInput
          label={t('coupon.blank.budget')}
          description={t('coupon.budgetHint')}
          placeholder={t('coupon.noBound')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={content.budgetSom}
          error={errorOf('budgetSom')}
          onChange={(budgetSom) => set({ budgetSom })}
        />
      </div>
    </Fieldset>
  );
}
