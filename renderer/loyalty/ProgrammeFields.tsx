/** The parts of the programme's form that are figures and switches: earning, spending, life, limits and paying out. */
import { Radio, Stack, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FormSection } from '../promotion/FormSection.tsx';
import { MoneyInput } from '../ui/MoneyInput.tsx';
import { PercentInput } from '../ui/PercentInput.tsx';
import { WholeInput } from '../ui/WholeInput.tsx';
import styles from './Programme.module.css';
import type { ProgrammeEdit, TypedProgramme } from './programmeForm.ts';

interface PartProps {
  readonly edit: ProgrammeEdit;
}

type FieldsOf<Value> = {
  [Field in keyof TypedProgramme]: Value extends TypedProgramme[Field] ? Field : never;
}[keyof TypedProgramme];

/** What a field of the form is given: its words, its value, what is wrong with it, and how it changes. */
function useField({ edit }: PartProps) {
  const { t } = useTranslation();
  return <Field extends keyof TypedProgramme>(name: Field) => ({
    label: t(`loyalty.programme.field.${String(name)}`),
    description: t(`loyalty.programme.hint.${String(name)}`),
    value: edit.values.settings[name],
    error: edit.errorOf(`settings.${name}`),
    onChange: (value: TypedProgramme[Field]) =>
      edit.set({ settings: { ...edit.values.settings, [name]: value } }),
  });
}

function useSwitch({ edit }: PartProps) {
  const field = useField({ edit });
  return (name: FieldsOf<boolean>) => {
    const { label, description, value, onChange } = field(name);
    return (
      <Switch
        size="md"
        label={label}
        description={description}
        checked={value === true}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    );
  };
}

export function EarningSection({ edit }: PartProps) {
  const { t } = useTranslation();
  const field = useField({ edit });
  const switched = useSwitch({ edit });
  const { debtEarns } = edit.values.settings;
  return (
    <FormSection title={t('loyalty.programme.part.earning')}>
      <div className={styles.pair}>
        <PercentInput {...field('cashbackBasisPoints')} />
        <MoneyInput {...field('minimumReceiptSom')} />
        <WholeInput unit={t('loyalty.programme.days')} {...field('activationDelayDays')} />
      </div>
      {switched('earnWhileRedeeming')}
      {switched('discountedEarnNothing')}
      <Radio.Group
        label={t('loyalty.programme.field.debtEarns')}
        value={debtEarns}
        onChange={(value) =>
          edit.set({
            settings: {
              ...edit.values.settings,
              debtEarns: value === 'atOnce' ? 'atOnce' : 'whenRepaid',
            },
          })
        }
      >
        <Stack gap="sm" mt="sm">
          {(['whenRepaid', 'atOnce'] as const).map((when) => (
            <Radio key={when} size="md" value={when} label={t(`loyalty.programme.debtEarns.${when}`)} />
          ))}
        </Stack>
      </Radio.Group>
    </FormSection>
  );
}

export function SpendingSection({ edit }: PartProps) {
  const { t } = useTranslation();
  const field = useField({ edit });
  return (
    <FormSection title={t('loyalty.programme.part.spending')}>
      <div className={styles.pair}>
        <PercentInput {...field('bonusCeilingBasisPoints')} />
        <MoneyInput {...field('spendWithoutCardSom')} />
        <MoneyInput {...field('instantCardDailySom')} />
      </div>
    </FormSection>
  );
}

export function LifeSection({ edit }: PartProps) {
  const { t } = useTranslation();
  const field = useField({ edit });
  const days = t('loyalty.programme.days');
  return (
    <FormSection title={t('loyalty.programme.part.life')}>
      <div className={styles.pair}>
        <WholeInput unit={days} {...field('bonusExpiryDays')} />
        <WholeInput unit={days} {...field('claimDays')} />
      </div>
    </FormSection>
  );
}

/** Against one card that all strangers use. */
export function LimitsSection({ edit }: PartProps) {
  const { t } = useTranslation();
  const field = useField({ edit });
  const noBound = t('loyalty.noBound');
  return (
    <FormSection title={t('loyalty.programme.part.limits')} hint={t('loyalty.programme.part.limitsHint')}>
      <div className={styles.pair}>
        <WholeInput placeholder={noBound} {...field('mostReceiptsPerDay')} />
        <MoneyInput placeholder={noBound} {...field('mostEarnedPerDaySom')} />
      </div>
    </FormSection>
  );
}

export function PayOutSection({ edit }: PartProps) {
  const { t } = useTranslation();
  const field = useField({ edit });
  const switched = useSwitch({ edit });
  return (
    <FormSection title={t('loyalty.programme.part.payOut')}>
      {switched('isPayOutOn')}
      {edit.values.settings.isPayOutOn && (
        <div className={styles.pair}>
          <MoneyInput {...field('payOutDailySom')} />
        </div>
      )}
    </FormSection>
  );
}
