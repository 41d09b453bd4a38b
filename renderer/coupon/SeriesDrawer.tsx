/** A coupon series in a drawer: what its coupons give, how long they live, who gets them, and who bears the cost. */
import { Drawer, Fieldset, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CouponSeriesRow } from '../../shared/coupon/contract.ts';
import { couponSentence } from '../../shared/coupon/couponSentence.ts';
import { textIn } from '../../shared/text.ts';
import { api } from '../app/api.ts';
import { useForm } from '../app/form.ts';
import { useLanguage } from '../app/language.ts';
import { saveChecked } from '../app/saveChecked.ts';
import { useIntention, useTill } from '../app/useTill.ts';
import { GoodsNamesProvider, useGoodsNames } from '../promotion/goodsNames.tsx';
import { ScopeFields } from '../promotion/ScopeFields.tsx';
import { LocalTextField } from '../ui/LocalTextField.tsx';
import { MoneyInput } from '../ui/MoneyInput.tsx';
import { SaveForm } from '../ui/SaveForm.tsx';
import { BenefitFields } from './BenefitFields.tsx';
import { productsOfSeries, seriesOf } from './couponNames.ts';
import { GivingFields, HoldingFields, ValidityFields } from './GivingFields.tsx';
import { PartnerFields } from './PartnerFields.tsx';
import styles from './SeriesDrawer.module.css';
import {
  type CheckedSeries,
  draftOf,
  fitting,
  newSeries,
  type SeriesDraft,
  seriesDraftSchema,
} from './seriesDraft.ts';
import { type PartProps, partOf } from './seriesPart.ts';

export interface SeriesDrawerProps {
  /** Null: the drawer is shut. */
  edited: CouponSeriesRow | 'new' | null;
  /** The partner whose coupons a new series is. */
  partnerId?: string | null;
  onClose: () => void;
}

export function SeriesDrawer({ edited, partnerId = null, onClose }: SeriesDrawerProps) {
  const { t } = useTranslation();
  const first = edited === 'new' || edited === null ? { ...newSeries, partnerId } : draftOf(edited);
  return (
    <Drawer
      opened={edited !== null}
      onClose={onClose}
      position="right"
      size={720}
      title={edited === 'new' ? t('coupon.newSeries') : t('coupon.editSeries')}
    >
      {edited !== null && <NamedForm first={first} series={edited} onClose={onClose} />}
    </Drawer>
  );
}

interface FormProps {
  readonly first: SeriesDraft;
  readonly onClose: () => void;
}

/** Goods that the series names already must have their names before the form can show them. */
function NamedForm({ first, series, onClose }: FormProps & { series: CouponSeriesRow | 'new' }) {
  const productIds = series === 'new' ? [] : productsOfSeries(series.content);
  const isNeeded = productIds.length > 0;
  const { data } = useTill(api.catalogue.named, { productIds }, { isOn: isNeeded });
  if (isNeeded && data === undefined) return null;
  const names = Object.fromEntries((data?.products ?? []).map(({ id, name }) => [id, name]));
  return (
    <GoodsNamesProvider first={names}>
      <SeriesForm first={first} onClose={onClose} />
    </GoodsNamesProvider>
  );
}

function SeriesForm({ first, onClose }: FormProps) {
  const { t } = useTranslation();
  const form = useForm<SeriesDraft, CheckedSeries>(seriesDraftSchema, first, {
    'content.codes': t('coupon.rangeWrong'),
    'content.validity': t('coupon.betweenWrong'),
    'content.benefit.bonusSom': t('coupon.discountWrong'),
    'content.benefit.steps': t('coupon.stepsWrong'),
  });
  const save = useIntention(api.coupon.saveSeries);
  const onSave = () => saveChecked({ form, send: save.send, saved: t('common.saved'), onClose });
  const part = partOf(form);
  const { values, set, errorOf } = form;
  return (
    <SaveForm error={save.error} isSending={save.isSending} onSave={onSave} onCancel={onClose}>
      <Sentence draft={values} />
      <LocalTextField
        label={t('coupon.name')}
        text={values.name}
        error={errorOf('name')}
        onChange={(name) => set({ name })}
      />
      <BenefitFields {...part} />
      <ForWhat {...part} />
      <GivingFields {...part} />
      <ValidityFields {...part} />
      <HoldingFields {...part} />
      <PartnerFields
        {...part}
        partnerId={values.partnerId}
        setPartner={(partnerId) => set(fitting({ ...values, partnerId }))}
      />
      <LocalTextField
        label={t('coupon.conditions')}
        text={values.content.conditions}
        error={errorOf('content.conditions')}
        onChange={(conditions) => part.set({ conditions })}
      />
      <Switch
        size="md"
        label={t('coupon.isGiven')}
        description={t('coupon.isGivenHint')}
        checked={values.isGiven}
        onChange={(event) => set({ isGiven: event.currentTarget.checked })}
      />
    </SaveForm>
  );
}

function ForWhat({ content, set, errorOf }: PartProps) {
  const { t } = useTranslation();
  return (
    <Fieldset legend={t('coupon.part.goods')} className={styles.part}>
      <ScopeFields
        label={t('coupon.part.goods')}
        scope={content.scope}
        error={errorOf('scope')}
        onChange={(scope) => set({ scope })}
      />
      <MoneyInput
        label={t('coupon.blank.minimum')}
        description={t('coupon.minimumHint')}
        value={content.minimumSom}
        error={errorOf('minimumSom')}
        onChange={(minimumSom) => set({ minimumSom })}
      />
    </Fieldset>
  );
}

/** The whole rule as it will stand in the list, while it is being typed; nothing as long as it is not whole. */
function Sentence({ draft }: { draft: SeriesDraft }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { names } = useGoodsNames();
  const partners = useTill(api.coupon.partners, {}).data?.partners ?? [];
  const checked = seriesDraftSchema.safeParse({ ...draft, name: { uz: '–' } });
  const partner = partners.find(({ partnerId }) => partnerId === draft.partnerId);
  const words = checked.success
    ? couponSentence(seriesOf({ ...checked.data, id: '' }), names, partner?.name ?? null)
    : null;
  return (
    <div className={styles.sentence} role="status">
      {words === null ? <span className="muted">{t('coupon.sentenceSoon')}</span> : textIn(words, language)}
    </div>
  );
}
