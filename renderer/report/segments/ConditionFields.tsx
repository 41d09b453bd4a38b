/** The fields of each kind of condition of a group. */
import { MultiSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { abcClasses } from '../../../shared/customer/abc.ts';
import { rfmGroups } from '../../../shared/customer/rfm.ts';
import { rhythmStates } from '../../../shared/customer/rhythm.ts';
import { detractorScores, type SegmentConditionKind } from '../../../shared/customer/segment.ts';
import { textIn } from '../../../shared/text.ts';
import { api } from '../../app/api.ts';
import { useLanguage } from '../../app/language.ts';
import { useTill } from '../../app/useTill.ts';
import { MoneyInput } from '../../ui/MoneyInput.tsx';
import { WholeInput } from '../../ui/WholeInput.tsx';
import { BoughtFields } from './BoughtFields.tsx';
import { OneOf, RangeFields, SeveralOf, WindowField } from './fieldParts.tsx';
import {
  ConsentFields,
  DistrictFields,
  GenderFields,
  LanguageFields,
  SourceFields,
  TagFields,
} from './PersonFields.tsx';
import type { DraftCondition, FieldsOf } from './segmentDraft.ts';
import styles from './segments.module.css';

type Show<Kind extends SegmentConditionKind> = (props: FieldsOf<Kind>) => ReactNode;

/** A new kind of condition is one more entry. */
const fields: { readonly [Kind in SegmentConditionKind]: Show<Kind> | null } = {
  bought: (props) => <BoughtFields {...props} />,
  spent: (props) => <SpentFields {...props} />,
  visits: ({ condition, onChange }) => (
    <>
      <RangeFields {...condition} onChange={(range) => onChange({ ...condition, ...range })} />
      <WindowField
        value={condition.withinDays}
        onChange={(withinDays) => onChange({ ...condition, withinDays })}
      />
    </>
  ),
  lastVisit: (props) => <DaysAgoFields {...props} />,
  firstVisit: ({ condition, onChange }) => (
    <WithinField
      kind="firstVisit"
      days={condition.withinDays}
      onChange={(withinDays) => onChange({ ...condition, withinDays })}
    />
  ),
  birthday: ({ condition, onChange }) => (
    <WithinField
      kind="birthday"
      days={condition.withinDays}
      onChange={(withinDays) => onChange({ ...condition, withinDays })}
    />
  ),
  rhythm: (props) => <RhythmFields {...props} />,
  tier: (props) => <TierFields {...props} />,
  abc: (props) => <AbcFields {...props} />,
  rfm: (props) => <RfmFields {...props} />,
  age: ({ condition, onChange }) => (
    <RangeFields {...condition} onChange={(range) => onChange({ ...condition, ...range })} />
  ),
  gender: (props) => <GenderFields {...props} />,
  household: null,
  source: (props) => <SourceFields {...props} />,
  district: (props) => <DistrictFields {...props} />,
  language: (props) => <LanguageFields {...props} />,
  consent: (props) => <ConsentFields {...props} />,
  tag: (props) => <TagFields {...props} />,
  coupon: (props) => <CouponFields {...props} />,
  bonus: (props) => <BonusFields {...props} />,
  debtor: (props) => <DebtorFields {...props} />,
  complaint: (props) => <ComplaintFields {...props} />,
  feedback: (props) => <FeedbackFields {...props} />,
};

export function ConditionFields(props: {
  condition: DraftCondition;
  onChange: (condition: DraftCondition) => void;
}) {
  // Each entry takes the conditions of its own kind, and this one is of the kind it was found by.
  const show = fields[props.condition.kind] as Show<SegmentConditionKind> | null;
  if (show === null) return null;
  return <div className={styles.fields}>{show(props as FieldsOf<SegmentConditionKind>)}</div>;
}

function SpentFields({ condition, onChange }: FieldsOf<'spent'>) {
  const { t } = useTranslation();
  return (
    <>
      <MoneyInput
        className={styles.money ?? ''}
        label={t('report.segment.field.from')}
        value={condition.fromSom}
        onChange={(fromSom) => onChange({ ...condition, fromSom })}
      />
      <MoneyInput
        className={styles.money ?? ''}
        label={t('report.segment.field.to')}
        value={condition.toSom}
        onChange={(toSom) => onChange({ ...condition, toSom })}
      />
      <WindowField
        value={condition.withinDays}
        onChange={(withinDays) => onChange({ ...condition, withinDays })}
      />
    </>
  );
}

function DaysAgoFields({ condition, onChange }: FieldsOf<'lastVisit'>) {
  const { t } = useTranslation();
  return (
    <RangeFields
      {...condition}
      unit={t('report.segment.unit.days')}
      onChange={(range) => onChange({ ...condition, ...range })}
    />
  );
}

function WithinField(props: {
  kind: 'firstVisit' | 'birthday';
  days: number | null;
  onChange: (days: number | null) => void;
}) {
  const { t } = useTranslation();
  return (
    <WholeInput
      className={styles.window ?? ''}
      label={t(`report.segment.field.${props.kind}`)}
      unit={t('report.segment.unit.days')}
      mostDigits={4}
      value={props.days}
      onChange={props.onChange}
    />
  );
}

function RhythmFields({ condition, onChange }: FieldsOf<'rhythm'>) {
  const { t } = useTranslation();
  return (
    <SeveralOf
      label={t('report.segment.field.rhythm')}
      options={rhythmStates.map((value) => ({ value, label: t(`report.segment.rhythm.${value}`) }))}
      value={condition.states}
      onChange={(states) => onChange({ ...condition, states })}
    />
  );
}

function TierFields({ condition, onChange }: FieldsOf<'tier'>) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data } = useTill(api.loyalty.tiers, {});
  return (
    <MultiSelect
      className={styles.wide ?? ''}
      label={t('report.segment.field.tiers')}
      data={(data?.tiers ?? []).map(({ tierId, name }) => ({ value: tierId, label: textIn(name, language) }))}
      value={condition.tierIds}
      onChange={(tierIds) => onChange({ ...condition, tierIds })}
    />
  );
}

function AbcFields({ condition, onChange }: FieldsOf<'abc'>) {
  const { t } = useTranslation();
  return (
    <>
      <OneOf
        label={t('report.segment.field.abcBy')}
        options={(['sales', 'profit'] as const).map((value) => ({
          value,
          label: t(`report.abc.by.${value}`),
        }))}
        value={condition.by}
        onChange={(by) => onChange({ ...condition, by })}
      />
      <SeveralOf
        label={t('report.segment.field.classes')}
        options={abcClasses.map((value) => ({ value, label: value }))}
        value={condition.classes}
        onChange={(classes) => onChange({ ...condition, classes })}
      />
    </>
  );
}

const digits = [1, 2, 3, 4, 5].map((digit) => ({ value: String(digit), label: String(digit) }));

function RfmFields({ condition, onChange }: FieldsOf<'rfm'>) {
  const { t } = useTranslation();
  return (
    <>
      <MultiSelect
        className={styles.wide ?? ''}
        label={t('report.segment.field.rfmGroups')}
        data={rfmGroups.map((value) => ({ value, label: t(`report.segment.rfm.${value}`) }))}
        value={condition.groups}
        onChange={(chosen) =>
          onChange({ ...condition, groups: rfmGroups.filter((group) => chosen.includes(group)) })
        }
      />
      {(['recency', 'frequency', 'money'] as const).map((score) => (
        <SeveralOf
          key={score}
          label={t(`report.segment.field.${score}`)}
          options={digits}
          value={condition[score].map(String)}
          onChange={(chosen) => onChange({ ...condition, [score]: chosen.map(Number) })}
        />
      ))}
    </>
  );
}

function CouponFields({ condition, onChange }: FieldsOf<'coupon'>) {
  const { t } = useTranslation();
  return (
    <OneOf
      label={t('report.segment.kind.coupon')}
      isLabelHidden
      options={(['open', 'used', 'given'] as const).map((value) => ({
        value,
        label: t(`report.segment.coupon.${value}`),
      }))}
      value={condition.state}
      onChange={(state) => onChange({ ...condition, state })}
    />
  );
}

function BonusFields({ condition, onChange }: FieldsOf<'bonus'>) {
  const { t } = useTranslation();
  return (
    <OneOf
      label={t('report.segment.kind.bonus')}
      isLabelHidden
      options={(['hasSome', 'neverUsed'] as const).map((value) => ({
        value,
        label: t(`report.segment.bonus.${value}`),
      }))}
      value={condition.state}
      onChange={(state) => onChange({ ...condition, state })}
    />
  );
}

function DebtorFields({ condition, onChange }: FieldsOf<'debtor'>) {
  const { t } = useTranslation();
  return (
    <OneOf
      label={t('report.segment.kind.debtor')}
      isLabelHidden
      options={(['any', 'overdue'] as const).map((value) => ({
        value,
        label: t(`report.segment.debtor.${value}`),
      }))}
      value={condition.isOverdue ? 'overdue' : 'any'}
      onChange={(value) => onChange({ ...condition, isOverdue: value === 'overdue' })}
    />
  );
}

function ComplaintFields({ condition, onChange }: FieldsOf<'complaint'>) {
  const { t } = useTranslation();
  return (
    <>
      <OneOf
        label={t('report.segment.kind.complaint')}
        options={(['any', 'open'] as const).map((value) => ({
          value,
          label: t(`report.segment.complaint.${value}`),
        }))}
        value={condition.state}
        onChange={(state) => onChange({ ...condition, state })}
      />
      <WindowField
        value={condition.withinDays}
        onChange={(withinDays) => onChange({ ...condition, withinDays })}
      />
    </>
  );
}

/** Answers by their scale: whoever would not recommend, and whoever is not content. */
const scaleScores = { nps: detractorScores, satisfaction: { from: 1, to: 3 } } as const;

function FeedbackFields({ condition, onChange }: FieldsOf<'feedback'>) {
  const { t } = useTranslation();
  return (
    <>
      <OneOf
        label={t('report.segment.field.scale')}
        options={(['nps', 'satisfaction'] as const).map((value) => ({
          value,
          label: t(`report.segment.feedback.${value}`),
        }))}
        value={condition.scale}
        onChange={(scale) => onChange({ ...condition, scale, ...scaleScores[scale] })}
      />
      <RangeFields {...condition} onChange={(range) => onChange({ ...condition, ...range })} />
      <WindowField
        value={condition.withinDays}
        onChange={(withinDays) => onChange({ ...condition, withinDays })}
      />
    </>
  );
}
