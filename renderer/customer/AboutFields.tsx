/** The fields of what a customer told beside name and phone: gender, where they live, how they came, how to reach them. */
import { Autocomplete, Input, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  type CustomerAbout,
  contactChannels,
  customerSources,
  genders,
} from '../../shared/customer/profileContract.ts';
import { api } from '../app/api.ts';
import type { Form } from '../app/form.ts';
import { useFormat } from '../app/language.ts';
import { useTill } from '../app/useTill.ts';

export interface AboutTyped
  extends Pick<
    CustomerAbout,
    'gender' | 'address' | 'district' | 'source' | 'preferredChannel' | 'preferredHour'
  > {
  readonly customerId: string;
}

const hours = Array.from({ length: 24 }, (_, hour) => hour);

export function AboutFields({
  values,
  set,
  errorOf,
}: Pick<Form<AboutTyped, unknown>, 'values' | 'set' | 'errorOf'>) {
  const { t } = useTranslation();
  const known = useTill(api.customer.districts, {}).data;
  const clear = (label: string) => ({ clearButtonProps: { 'aria-label': `${t('common.clear')}: ${label}` } });
  return (
    <>
      <Autocomplete
        size="md"
        label={t('customer.about.district')}
        description={t('customer.about.districtHint')}
        data={(known?.districts ?? []).map(({ district }) => district)}
        limit={8}
        maxLength={80}
        value={values.district}
        error={errorOf('district')}
        onChange={(district) => set({ district })}
      />
      <TextInput
        label={t('common.address')}
        description={t('customer.about.addressHint')}
        autoComplete="off"
        maxLength={160}
        value={values.address}
        error={errorOf('address')}
        onChange={(event) => set({ address: event.currentTarget.value })}
      />
      <Select
        label={t('customer.about.source')}
        placeholder={t('ui.notChosen')}
        clearable
        {...clear(t('customer.about.source'))}
        data={customerSources.map((value) => ({ value, label: t(`customer.source.${value}`) }))}
        value={values.source}
        onChange={(source) => set({ source: customerSources.find((each) => each === source) ?? null })}
      />
      <Input.Wrapper label={t('customer.about.gender')}>
        <SegmentedControl
          fullWidth
          styles={{ label: { paddingInline: 4 } }}
          aria-label={t('customer.about.gender')}
          data={[
            { value: '', label: t('ui.notChosen') },
            ...genders.map((value) => ({ value, label: t(`customer.gender.${value}`) })),
          ]}
          value={values.gender ?? ''}
          onChange={(value) => set({ gender: genders.find((each) => each === value) ?? null })}
        />
      </Input.Wrapper>
      <ReachFields values={values} set={set} />
    </>
  );
}

/** By which channel they like to be reached, and from which hour on. */
function ReachFields({ values, set }: Pick<Form<AboutTyped, unknown>, 'values' | 'set'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const clear = (label: string) => ({ clearButtonProps: { 'aria-label': `${t('common.clear')}: ${label}` } });
  return (
    <>
      <Select
        label={t('customer.about.channel')}
        placeholder={t('ui.notChosen')}
        clearable
        {...clear(t('customer.about.channel'))}
        data={contactChannels.map((value) => ({ value, label: t(`customer.channel.${value}`) }))}
        value={values.preferredChannel}
        onChange={(channel) =>
          set({ preferredChannel: contactChannels.find((each) => each === channel) ?? null })
        }
      />
      <Select
        label={t('customer.about.hour')}
        placeholder={t('ui.notChosen')}
        clearable
        {...clear(t('customer.about.hour'))}
        data={hours.map((hour) => ({
          value: String(hour),
          label: t('customer.about.fromHour', { hour: format.hour(hour) }),
        }))}
        value={values.preferredHour === null ? null : String(values.preferredHour)}
        onChange={(hour) => set({ preferredHour: hour === null ? null : Number(hour) })}
      />
    </>
  );
}
