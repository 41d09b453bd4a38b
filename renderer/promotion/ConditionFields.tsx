/** The fields of each kind of condition; a kind that is a plain yes or no has none. */
import { Alert, Checkbox, MultiSelect, TagsInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cardProviders, qrProviders } from '../../shared/basket.ts';
import { textIn } from '../../shared/text.ts';
import { api } from '../app/api.ts';
import { useLanguage } from '../app/language.ts';
import { providerNames } from '../app/providerNames.ts';
import { useTill } from '../app/useTill.ts';
import { DayInput } from '../ui/DayInput.tsx';
import { WholeInput } from '../ui/WholeInput.tsx';
import { BoughtBeforeFields, ThresholdFields } from './BasketConditionFields.tsx';
import { CouponSeriesChoice } from './CouponSeriesSelect.tsx';
import type { PlainKind } from './conditionForm.ts';
import type { FieldsOfPart } from './fieldProps.ts';
import { useGoodsNames } from './goodsNames.tsx';
import { HoursFields } from './HoursFields.tsx';
import styles from './PromotionEditor.module.css';
import { ScopeFields } from './ScopeFields.tsx';
import { SegmentsField } from './SegmentsField.tsx';
import { WeekdayChips } from './WhenSection.tsx';

type Show<Kind extends PlainKind> = (props: FieldsOfPart<Kind>) => ReactNode;

/** A new kind of condition is one more entry. */
const fields: { readonly [Kind in PlainKind]: Show<Kind> | null } = {
  dates: (props) => <DatesFields {...props} />,
  onDay: (props) => <OnDayField {...props} />,
  weekdays: (props) => <WeekdaysField {...props} />,
  hours: (props) => <HoursFields {...props} />,
  minimumSum: (props) => <ThresholdFields {...props} />,
  minimumQuantity: (props) => <ThresholdFields {...props} />,
  contains: (props) => <ContainsField {...props} />,
  paidWithoutCash: (props) => <ProvidersField {...props} />,
  couponPresented: ({ part, path, errorOf, onChange }) => (
    <CouponSeriesChoice
      seriesIds={part.seriesIds}
      error={errorOf(path)}
      onChange={(seriesIds) => onChange({ ...part, seriesIds })}
    />
  ),
  hasCard: null,
  customerTag: (props) => <TagsField {...props} />,
  tier: (props) => <TiersField {...props} />,
  segment: (props) => <SegmentsField {...props} />,
  birthday: (props) => <BirthdayFields {...props} />,
  firstPurchase: null,
  visitNumber: (props) => <VisitFields {...props} />,
  daysSinceLastVisit: (props) => <AwayField {...props} />,
  boughtBefore: (props) => <BoughtBeforeFields {...props} />,
  referral: null,
};

export function ConditionFields(props: FieldsOfPart<PlainKind>) {
  // Each entry takes the parts of its own kind, and this one is of the kind it was found by.
  const show = fields[props.part.kind] as Show<PlainKind> | null;
  return show === null ? null : show(props);
}

function DatesFields({ part, path, errorOf, onChange }: FieldsOfPart<'dates'>) {
  const { t } = useTranslation();
  return (
    <div className={styles.pair}>
      <DayInput
        label={t('promotion.field.from')}
        value={part.from}
        error={errorOf(`${path}.from`)}
        onChange={(from) => onChange({ ...part, from })}
      />
      <DayInput
        label={t('promotion.field.to')}
        value={part.to}
        error={errorOf(`${path}.to`)}
        onChange={(to) => onChange({ ...part, to })}
      />
    </div>
  );
}

function OnDayField({ part, path, errorOf, onChange }: FieldsOfPart<'onDay'>) {
  const { t } = useTranslation();
  return (
    <DayInput
      label={t('promotion.field.day')}
      value={part.day}
      error={errorOf(`${path}.day`)}
      onChange={(day) => onChange({ ...part, day })}
    />
  );
}

function WeekdaysField({ part, path, errorOf, onChange }: FieldsOfPart<'weekdays'>) {
  const { t } = useTranslation();
  return (
    <div>
      <WeekdayChips
        label={t('promotion.field.weekdays')}
        days={part.days}
        onChange={(days) => onChange({ ...part, days })}
      />
      {errorOf(`${path}.days`) !== undefined && (
        <p role="alert" className={styles.kept}>
          {t('promotion.field.chooseDays')}
        </p>
      )}
    </div>
  );
}

function ContainsField({ part, path, errorOf, onChange }: FieldsOfPart<'contains'>) {
  const { t } = useTranslation();
  return (
    <ScopeFields
      label={t('promotion.condition.containsGoods')}
      scope={part.of}
      error={errorOf(`${path}.of`)}
      isChosenOnly
      onChange={(of) => onChange({ ...part, of })}
    />
  );
}

const providers = [...cardProviders, ...qrProviders];

function ProvidersField({ part, onChange }: FieldsOfPart<'paidWithoutCash'>) {
  const { t } = useTranslation();
  const choose = (values: readonly string[]) =>
    onChange({ ...part, providers: providers.filter((each) => values.includes(each)) });
  return (
    <MultiSelect
      size="md"
      label={t('promotion.condition.providers')}
      description={part.providers.length === 0 ? t('promotion.condition.anyProvider') : undefined}
      data={providers.map((each) => ({ value: each, label: providerNames[each] }))}
      value={[...part.providers]}
      onChange={choose}
    />
  );
}

function TagsField({ part, path, errorOf, onChange }: FieldsOfPart<'customerTag'>) {
  const { t } = useTranslation();
  const { data } = useTill(api.customer.tags, {});
  return (
    <TagsInput
      size="md"
      label={t('promotion.condition.customerTags')}
      data={data?.tags.map(({ tag }) => tag) ?? []}
      value={[...part.tags]}
      error={errorOf(`${path}.tags`)}
      onChange={(tags) => onChange({ ...part, tags: tags.map((tag) => tag.toLowerCase()) })}
    />
  );
}

function TiersField({ part, path, errorOf, onChange }: FieldsOfPart<'tier'>) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { learn } = useGoodsNames();
  const { data } = useTill(api.loyalty.tiers, {});
  const tiers = data?.tiers ?? [];
  if (data !== undefined && tiers.length === 0) {
    return <Alert color="amber">{t('promotion.condition.noTiers')}</Alert>;
  }
  const choose = (tierIds: readonly string[]) => {
    for (const { tierId, name } of tiers) if (tierIds.includes(tierId)) learn(tierId, name);
    onChange({ ...part, tierIds });
  };
  return (
    <MultiSelect
      size="md"
      label={t('promotion.condition.tiers')}
      data={tiers.map(({ tierId, name }) => ({ value: tierId, label: textIn(name, language) }))}
      value={[...part.tierIds]}
      error={errorOf(`${path}.tierIds`)}
      onChange={choose}
    />
  );
}

function BirthdayFields({ part, path, errorOf, onChange }: FieldsOfPart<'birthday'>) {
  const { t } = useTranslation();
  return (
    <div className={styles.pair}>
      <WholeInput
        label={t('promotion.field.daysBefore')}
        unit={t('promotion.unit.days')}
        value={part.daysBefore}
        error={errorOf(`${path}.daysBefore`)}
        onChange={(daysBefore) => onChange({ ...part, daysBefore })}
      />
      <WholeInput
        label={t('promotion.field.daysAfter')}
        unit={t('promotion.unit.days')}
        value={part.daysAfter}
        error={errorOf(`${path}.daysAfter`)}
        onChange={(daysAfter) => onChange({ ...part, daysAfter })}
      />
    </div>
  );
}

function VisitFields({ part, path, errorOf, onChange }: FieldsOfPart<'visitNumber'>) {
  const { t } = useTranslation();
  return (
    <div className={styles.inline}>
      <WholeInput
        className={styles.medium ?? ''}
        label={t('promotion.field.visit')}
        value={part.number}
        error={errorOf(`${path}.number`)}
        onChange={(number) => onChange({ ...part, number })}
      />
      <Checkbox
        size="md"
        className={styles.beside ?? ''}
        label={t('promotion.field.repeats', { number: part.number ?? 'N' })}
        checked={part.repeats}
        onChange={(event) => onChange({ ...part, repeats: event.currentTarget.checked })}
      />
    </div>
  );
}

function AwayField({ part, path, errorOf, onChange }: FieldsOfPart<'daysSinceLastVisit'>) {
  const { t } = useTranslation();
  return (
    <WholeInput
      className={styles.medium ?? ''}
      label={t('promotion.field.atLeastDays')}
      unit={t('promotion.unit.days')}
      value={part.atLeastDays}
      error={errorOf(`${path}.atLeastDays`)}
      onChange={(atLeastDays) => onChange({ ...part, atLeastDays })}
    />
  );
}
