/** The more, the cheaper: steps of quantity and steps of the receipt's sum. */
import { ActionIcon, Button, SegmentedControl, Select, Stack } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { newIntentionId } from '../app/uuid.ts';
import { CountInput } from '../ui/CountInput.tsx';
import { MoneyInput } from '../ui/MoneyInput.tsx';
import { PercentInput } from '../ui/PercentInput.tsx';
import type { SumStepForm, VolumeStepForm } from './benefitForm.ts';
import type { FieldsOf } from './fieldProps.ts';
import { OffFields } from './OffFields.tsx';
import styles from './PromotionEditor.module.css';

const mostSteps = 20;

interface StepsProps<Step extends { readonly key: string }> {
  readonly steps: readonly Step[];
  readonly newStep: Omit<Step, 'key'>;
  readonly error: string | undefined;
  readonly show: (step: Step, at: number, change: (step: Step) => void) => ReactNode;
  readonly onChange: (steps: readonly Step[]) => void;
}

function Steps<Step extends { readonly key: string }>(props: StepsProps<Step>) {
  const { t } = useTranslation();
  const { steps, newStep, error, show, onChange } = props;
  const add = () => onChange([...steps, { ...newStep, key: newIntentionId() } as Step]);
  return (
    <Stack gap="sm">
      {steps.map((step, at) => (
        <div key={step.key} className={styles.item}>
          <div className={styles.fill}>
            {show(step, at, (next) => onChange(steps.map((each) => (each === step ? next : each))))}
          </div>
          {steps.length > 1 && (
            <ActionIcon
              aria-label={t('promotion.steps.remove', { number: at + 1 })}
              onClick={() => onChange(steps.filter((each) => each !== step))}
            >
              <IconTrash size={20} aria-hidden="true" />
            </ActionIcon>
          )}
        </div>
      ))}
      {error !== undefined && (
        <p role="alert" className={styles.kept}>
          {error}
        </p>
      )}
      {steps.length < mostSteps && (
        <div>
          <Button variant="default" leftSection={<IconPlus size={20} aria-hidden="true" />} onClick={add}>
            {t('promotion.steps.add')}
          </Button>
        </div>
      )}
    </Stack>
  );
}

/** Steps must rise; that is told once below them, while a blank step says so in its own field. */
function useStepsError(edit: FieldsOf<'product.volumeSteps'>['edit'], isFilled: boolean): string | undefined {
  const { t } = useTranslation();
  return isFilled && edit.errorOf('benefit.steps') !== undefined ? t('promotion.steps.mustRise') : undefined;
}

export function VolumeSteps({ benefit, edit }: FieldsOf<'product.volumeSteps'>) {
  const { t } = useTranslation();
  const { steps, counts } = benefit;
  const error = useStepsError(
    edit,
    !steps.some((_, at) => edit.errorOf(`benefit.steps.${at}`) !== undefined),
  );
  const newStep: Omit<VolumeStepForm, 'key'> = {
    fromThousandths: null,
    off: { kind: 'percent', rateBasisPoints: null },
  };
  return (
    <Stack gap="md">
      <SegmentedControl
        aria-label={t('promotion.steps.counts')}
        value={counts}
        onChange={(value) =>
          edit.set({ benefit: { ...benefit, counts: value === 'together' ? value : 'eachProduct' } })
        }
        data={[
          { value: 'eachProduct', label: t('promotion.steps.eachProduct') },
          { value: 'together', label: t('promotion.steps.together') },
        ]}
      />
      <Steps
        steps={steps}
        newStep={newStep}
        error={error}
        onChange={(next) => edit.set({ benefit: { ...benefit, steps: next } })}
        show={(step, at, change) => (
          <div className={styles.pair}>
            <CountInput
              label={t('promotion.field.fromCount')}
              value={step.fromThousandths}
              error={edit.errorOf(`benefit.steps.${at}.fromThousandths`)}
              onChange={(fromThousandths) => change({ ...step, fromThousandths })}
            />
            <OffFields
              off={step.off}
              path={`benefit.steps.${at}.off`}
              errorOf={edit.errorOf}
              onChange={(off) => change({ ...step, off })}
            />
          </div>
        )}
      />
    </Stack>
  );
}

export function SumSteps({ benefit, edit }: FieldsOf<'basket.sumSteps'>) {
  const { steps } = benefit;
  const error = useStepsError(
    edit,
    !steps.some((_, at) => edit.errorOf(`benefit.steps.${at}`) !== undefined),
  );
  return (
    <Steps
      steps={steps}
      newStep={{ kind: 'percent', fromSom: null, rateBasisPoints: null, amountSom: null }}
      error={error}
      onChange={(next) => edit.set({ benefit: { ...benefit, steps: next } })}
      show={(step, at, change) => <SumStep step={step} at={at} change={change} errorOf={edit.errorOf} />}
    />
  );
}

interface SumStepProps {
  readonly step: SumStepForm;
  readonly at: number;
  readonly change: (step: SumStepForm) => void;
  readonly errorOf: (path: string) => string | undefined;
}

function SumStep({ step, at, change, errorOf }: SumStepProps) {
  const { t } = useTranslation();
  const path = `benefit.steps.${at}`;
  return (
    <div className={styles.pair}>
      <MoneyInput
        label={t('promotion.field.fromSum')}
        value={step.fromSom}
        error={errorOf(`${path}.fromSom`)}
        onChange={(fromSom) => change({ ...step, fromSom })}
      />
      <Select
        label={t('promotion.off.label')}
        data={[
          { value: 'percent', label: t('promotion.off.percent') },
          { value: 'amount', label: t('promotion.off.amount') },
        ]}
        value={step.kind}
        onChange={(kind) => change({ ...step, kind: kind === 'amount' ? kind : 'percent' })}
      />
      {step.kind === 'percent' ? (
        <PercentInput
          label={t('promotion.field.rate')}
          value={step.rateBasisPoints}
          error={errorOf(`${path}.rateBasisPoints`)}
          onChange={(rateBasisPoints) => change({ ...step, rateBasisPoints })}
        />
      ) : (
        <MoneyInput
          label={t('promotion.field.amount')}
          value={step.amountSom}
          error={errorOf(`${path}.amountSom`)}
          onChange={(amountSom) => change({ ...step, amountSom })}
        />
      )}
    </div>
  );
}
