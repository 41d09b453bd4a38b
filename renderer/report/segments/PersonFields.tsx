/** The fields of conditions about who a customer is and what they agreed to. */
import { Select, TagsInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { consentChannels } from '../../../shared/customer/consent.ts';
import { genders, sources } from '../../../shared/customer/segment.ts';
import { languages } from '../../../shared/text.ts';
import { api } from '../../app/api.ts';
import { languageNames } from '../../app/language.ts';
import { useTill } from '../../app/useTill.ts';
import { OneOf, SeveralOf } from './fieldParts.tsx';
import type { FieldsOf } from './segmentDraft.ts';
import styles from './segments.module.css';

export function GenderFields({ condition, onChange }: FieldsOf<'gender'>) {
  const { t } = useTranslation();
  return (
    <SeveralOf
      label={t('report.segment.kind.gender')}
      isLabelHidden
      options={genders.map((value) => ({ value, label: t(`report.segment.gender.${value}`) }))}
      value={condition.genders}
      onChange={(chosen) => onChange({ ...condition, genders: chosen })}
    />
  );
}

export function SourceFields({ condition, onChange }: FieldsOf<'source'>) {
  const { t } = useTranslation();
  return (
    <SeveralOf
      label={t('report.segment.kind.source')}
      isLabelHidden
      options={sources.map((value) => ({ value, label: t(`report.segment.source.${value}`) }))}
      value={condition.sources}
      onChange={(chosen) => onChange({ ...condition, sources: chosen })}
    />
  );
}

export function DistrictFields({ condition, onChange }: FieldsOf<'district'>) {
  const { t } = useTranslation();
  return (
    <TagsInput
      className={styles.wide ?? ''}
      label={t('report.segment.field.districts')}
      value={condition.districts}
      onChange={(districts) => onChange({ ...condition, districts })}
    />
  );
}

export function LanguageFields({ condition, onChange }: FieldsOf<'language'>) {
  const { t } = useTranslation();
  return (
    <SeveralOf
      label={t('report.segment.kind.language')}
      isLabelHidden
      options={languages.map((value) => ({ value, label: languageNames[value] }))}
      value={condition.languages}
      onChange={(chosen) => onChange({ ...condition, languages: chosen })}
    />
  );
}

export function ConsentFields({ condition, onChange }: FieldsOf<'consent'>) {
  const { t } = useTranslation();
  const { purpose, channel } = condition;
  return (
    <>
      <OneOf
        label={t('report.segment.field.consentTo')}
        options={(['profile', 'messages'] as const).map((value) => ({
          value,
          label: t(`report.segment.consent.${value}`),
        }))}
        value={purpose}
        onChange={(value) => onChange({ ...condition, purpose: value, channel: null })}
      />
      {purpose === 'messages' && (
        <Select
          className={styles.window ?? ''}
          label={t('report.segment.field.channel')}
          placeholder={t('report.segment.channel.any')}
          clearable
          data={consentChannels.map((value) => ({ value, label: t(`report.segment.channel.${value}`) }))}
          value={channel}
          onChange={(value) =>
            onChange({ ...condition, channel: consentChannels.find((each) => each === value) ?? null })
          }
        />
      )}
    </>
  );
}

export function TagFields({ condition, onChange }: FieldsOf<'tag'>) {
  const { t } = useTranslation();
  const { data } = useTill(api.customer.tags, {});
  return (
    <TagsInput
      className={styles.wide ?? ''}
      label={t('report.segment.field.tags')}
      data={data?.tags.map(({ tag }) => tag) ?? []}
      value={condition.tags}
      onChange={(tags) => onChange({ ...condition, tags: tags.map((tag) => tag.toLowerCase()) })}
    />
  );
}
