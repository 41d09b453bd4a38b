/** What a coupon gives: money off in one of four ways, bonus, or goods. */
import { ActionIcon, Button, Fieldset, Select } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ScopeFields } from '../promotion/ScopeFields.tsx';
import { MoneyInput } from '../ui/MoneyInput.tsx';
import { PercentInput } from '../ui/PercentInput.tsx';
import { WholeInput } from '../ui/WholeInput.tsx';
import styles from './SeriesDrawer.module.css';
import { benefitKinds, benefitOf, newStep, type TypedBenefit, type TypedStep } from './seriesDraft.ts';
import type { PartProps } from './seriesPart.ts';

export function BenefitFields(props: PartProps) {
  const { t } = useTranslation();
  const { content, set } = props;
  return (
    <Fieldset legend={t('coupon.part.benefit')} className={styles.part}>
      <Select
        label={t('coupon.gives')}
        data={benefitKinds.map((kind) => ({ value: kind, label: t(`coupon.benefit.${kind}`) }))}
        value={content.benefit.kind}
        onChange={(value) => {
          const kind = benefitKinds.find((each) => each === value);
          if (kind !== undefined) set({ benefit: benefitOf(kind) });
        }}
      />
      <KindFields key={content.benefit.kind} {...props} benefit={content.benefit} />
    </Fieldset>
  );
}

/** The key of each kind's own fields makes a new kind begin with empty inputs. */
function KindFields({ benefit, set, errorOf }: PartProps & { benefit: TypedBenefit }) {
  const { t } = useTranslation();
  const change = (changed: TypedBenefit) => set({ benefit: changed });
  switch (benefit.kind) {
    case 'percent':
      return <PercentFields benefit={benefit} errorOf={errorOf} onChange={change} />;
    case 'amount':
      return (
        <MoneyInput
          label={t('coupon.blank.discount')}
          value={benefit.amountSom}
          error={errorOf('benefit.amountSom')}
          onChange={(amountSom) => change({ ...benefit, amountSom })}
        />
      );
    case 'fixedPrice':
      return (
        <MoneyInput
          label={t('coupon.blank.fixedPrice')}
          value={benefit.priceSom}
          error={errorOf('benefit.priceSom')}
          onChange={(priceSom) => change({ ...benefit, priceSom })}
        />
      );
    case 'bonus':
      return (
        <MoneyInput
          label={t('coupon.blank.bonus')}
          value={benefit.bonusSom}
          error={errorOf('benefit.bonusSom')}
          onChange={(bonusSom) => change({ ...benefit, bonusSom })}
        />
      );
    case 'gift':
      return (
        <>
          <ScopeFields
            isChosenOnly
            label={t('coupon.benefit.gift')}
            scope={benefit.of}
            error={errorOf('benefit.of')}
            onChange={(of) => change({ ...benefit, of })}
          />
          <WholeInput
            label={t('coupon.blank.pieces')}
            value={benefit.pieces}
            error={errorOf('benefit.pieces')}
            onChange={(pieces) => change({ ...benefit, pieces })}
          />
        </>
      );
    case 'sumSteps':
      return (
        <Steps steps={benefit.steps} errorOf={errorOf} onChange={(steps) => change({ ...benefit, steps })} />
      );
  }
}

interface PercentFieldsProps {
  readonly benefit: Extract<TypedBenefit, { kind: 'percent' }>;
  readonly errorOf: PartProps['errorOf'];
  readonly onChange: (benefit: TypedBenefit) => void;
}

function PercentFields({ benefit, errorOf, onChange }: PercentFieldsProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.pair}>
      <PercentInput
        label={t('coupon.blank.rate')}
        value={benefit.rateBasisPoints}
        error={errorOf('benefit.rateBasisPoints')}
        onChange={(rateBasisPoints) => onChange({ ...benefit, rateBasisPoints })}
      />
      <MoneyInput
        label={t('coupon.blank.atMost')}
        placeholder={t('coupon.noBound')}
        value={benefit.atMostSom}
        error={errorOf('benefit.atMostSom')}
        onChange={(atMostSom) => onChange({ ...benefit, atMostSom })}
      />
    </div>
  );
}

interface StepsProps {
  readonly steps: readonly TypedStep[];
  readonly errorOf: PartProps['errorOf'];
  readonly onChange: (steps: readonly TypedStep[]) => void;
}

function Steps({ steps, errorOf, onChange }: StepsProps) {
  const { t } = useTranslation();
  const whole = errorOf('benefit.steps');
  const isOfOne = steps.some((_, at) => errorOf(`benefit.steps.${at}`) !== undefined);
  return (
    <>
      {steps.map((step, at) => (
        <Step
          // biome-ignore lint/suspicious/noArrayIndexKey: steps have nothing but their place
          key={at}
          step={step}
          errorOf={(field) => errorOf(`benefit.steps.${at}.${field}`)}
          onChange={(changed) => onChange(steps.map((each, place) => (place === at ? changed : each)))}
          onRemove={steps.length < 2 ? null : () => onChange(steps.filter((_, place) => place !== at))}
        />
      ))}
      {whole !== undefined && !isOfOne && <div role="alert">{whole}</div>}
      <div>
        <Button
          variant="default"
          leftSection={<IconPlus size={20} aria-hidden="true" />}
          onClick={() => onChange([...steps, { ...newStep, fromSom: null, rateBasisPoints: null }])}
        >
          {t('coupon.addStep')}
        </Button>
      </div>
    </>
  );
}

interface StepProps {
  readonly step: TypedStep;
  readonly errorOf: (field: string) => string | undefined;
  readonly onChange: (step: TypedStep) => void;
  readonly onRemove: (() => void) | null;
}

function Step({ step, errorOf, onChange, onRemove }: StepProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.step}>
      <MoneyInput
        label={t('coupon.blank.stepFrom')}
        value={step.fromSom}
        error={errorOf('fromSom')}
        onChange={(fromSom) => onChange({ ...step, fromSom })}
      />
      <Select
        label={t('coupon.blank.stepKind')}
        data={[
          { value: 'percent', label: t('coupon.stepPercent') },
          { value: 'amount', label: t('coupon.stepAmount') },
        ]}
        value={step.kind}
        onChange={(kind) => onChange({ ...step, kind: kind === 'amount' ? 'amount' : 'percent' })}
      />
      {step.kind === 'percent' ? (
        <PercentInput
          label={t('coupon.blank.rate')}
          value={step.rateBasisPoints}
          error={errorOf('rateBasisPoints')}
          onChange={(rateBasisPoints) => onChange({ ...step, rateBasisPoints })}
        />
      ) : (
        <MoneyInput
          label={t('coupon.blank.discount')}
          value={step.amountSom}
          error={errorOf('amountSom')}
          onChange={(amountSom) => onChange({ ...step, amountSom })}
        />
      )}
      <ActionIcon
        className={styles.remove}
        aria-label={t('coupon.removeStep')}
        disabled={onRemove === null}
        onClick={() => onRemove?.()}
      >
        <IconTrash size={20} aria-hidden="true" />
      </ActionIcon>
    </div>
  );
}
