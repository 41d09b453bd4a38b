/** Goods with a rule of their own: more or less bonus, none at all, or not to be paid with bonus. */
import { ActionIcon, Button, Select } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { thousandths } from '../../shared/money.ts';
import { newIntentionId } from '../app/uuid.ts';
import { FormSection } from '../promotion/FormSection.tsx';
import { ScopeFields } from '../promotion/ScopeFields.tsx';
import { CountInput } from '../ui/CountInput.tsx';
import styles from './Programme.module.css';
import { mostRules, newRule, type ProgrammeEdit, ruleKinds, type TypedRule } from './programmeForm.ts';

export function ProgrammeRules({ edit }: { edit: ProgrammeEdit }) {
  const { t } = useTranslation();
  const { rules } = edit.values;
  const setRules = (next: readonly TypedRule[]) => edit.set({ rules: next });
  return (
    <FormSection title={t('loyalty.programme.part.goods')} hint={t('loyalty.programme.part.goodsHint')}>
      {rules.map((rule, place) => (
        <Rule
          key={rule.key}
          rule={rule}
          errorOf={(field) => edit.errorOf(`rules.${place}.${field}`)}
          onChange={(patch) =>
            setRules(rules.map((each) => (each.key === rule.key ? { ...each, ...patch } : each)))
          }
          onRemove={() => setRules(rules.filter((each) => each.key !== rule.key))}
        />
      ))}
      {rules.length < mostRules && (
        <div>
          <Button
            variant="default"
            leftSection={<IconPlus size={20} aria-hidden="true" />}
            onClick={() => setRules([...rules, newRule(newIntentionId())])}
          >
            {t('loyalty.programme.addRule')}
          </Button>
        </div>
      )}
    </FormSection>
  );
}

interface RuleProps {
  readonly rule: TypedRule;
  readonly errorOf: (field: string) => string | undefined;
  readonly onChange: (patch: Partial<TypedRule>) => void;
  readonly onRemove: () => void;
}

/** The till counts in basis points, the field in thousandths: 2 is 20 000. */
const basisPointsPerThousandth = 10;

function Rule({ rule, errorOf, onChange, onRemove }: RuleProps) {
  const { t } = useTranslation();
  const { kind, scope, timesBasisPoints } = rule;
  const times =
    timesBasisPoints === null ? null : thousandths(Math.round(timesBasisPoints / basisPointsPerThousandth));
  return (
    <div className={styles.rule}>
      <div className={styles.ruleKind}>
        <Select
          label={t('loyalty.programme.ruleKind')}
          data={ruleKinds.map((each) => ({ value: each, label: t(`loyalty.programme.rule.${each}`) }))}
          value={kind}
          onChange={(value) => onChange({ kind: ruleKinds.find((each) => each === value) ?? kind })}
        />
        {kind === 'times' && (
          <CountInput
            label={t('loyalty.programme.times')}
            description={t('loyalty.programme.timesHint')}
            value={times}
            error={errorOf('timesBasisPoints') && t('loyalty.programme.timesWrong')}
            onChange={(value) =>
              onChange({ timesBasisPoints: value === null ? null : value * basisPointsPerThousandth })
            }
          />
        )}
      </div>
      <div className={styles.ruleGoods}>
        <ScopeFields
          label={t('loyalty.programme.ruleGoods')}
          scope={scope}
          error={errorOf('scope')}
          isChosenOnly
          onChange={(next) => onChange({ scope: next })}
        />
      </div>
      <ActionIcon
        className={styles.beside ?? ''}
        aria-label={t('loyalty.programme.removeRule')}
        onClick={onRemove}
      >
        <IconTrash size={20} aria-hidden="true" />
      </ActionIcon>
    </div>
  );
}
