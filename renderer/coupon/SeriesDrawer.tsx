/** A coupon series as a sentence with blanks, and how the coupon will read on the receipt. */
import { Drawer, Switch, Title } from '@mantine/core';
import { Trans, useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { couponContract, type couponSeriesSchema } from '../../shared/coupon/contract.ts';
import { type Som, som } from '../../shared/money.ts';
import { type LocalText, textIn } from '../../shared/text.ts';
import { addDays } from '../../shared/time.ts';
import { api } from '../app/api.ts';
import { type Form, schemaOf, useForm } from '../app/form.ts';
import { useFormat, useLanguage } from '../app/language.ts';
import { saveChecked } from '../app/saveChecked.ts';
import { useSession } from '../app/session.tsx';
import { useIntention } from '../app/useTill.ts';
import { LocalTextField } from '../ui/LocalTextField.tsx';
import { MoneyInput } from '../ui/MoneyInput.tsx';
import { SaveForm } from '../ui/SaveForm.tsx';
import { WholeInput } from '../ui/WholeInput.tsx';
import styles from './SeriesDrawer.module.css';

export type CouponSeries = z.output<typeof couponSeriesSchema>;

export interface SeriesDrawerProps {
  /** Null: the drawer is shut. */
  edited: CouponSeries | 'new' | null;
  onClose: () => void;
}

export function SeriesDrawer({ edited, onClose }: SeriesDrawerProps) {
  const { t } = useTranslation();
  return (
    <Drawer
      opened={edited !== null}
      onClose={onClose}
      position="right"
      size={560}
      title={edited === 'new' ? t('coupon.newSeries') : t('coupon.editSeries')}
    >
      {edited !== null && <SeriesForm series={edited === 'new' ? null : edited} onClose={onClose} />}
    </Drawer>
  );
}

const schema = schemaOf(couponContract.saveSeries).omit({ intentionId: true, approval: true });
type Checked = z.output<typeof schema>;

interface Typed {
  readonly seriesId: string | null;
  readonly name: LocalText;
  readonly discountSom: Som | null;
  readonly minimumBasketSom: Som | null;
  readonly givenFromSom: Som | null;
  readonly validDays: number | null;
  readonly isGiven: boolean;
  readonly mayBeGivenOn: boolean;
}

/** What works in most shops: a tenth off the next purchase of the same size, for two weeks. */
const newSeries: Typed = {
  seriesId: null,
  name: {},
  discountSom: som(5_000),
  minimumBasketSom: som(50_000),
  givenFromSom: som(50_000),
  validDays: 14,
  isGiven: true,
  mayBeGivenOn: false,
};

function typedOf(series: CouponSeries | null): Typed {
  if (series === null) return newSeries;
  const { id, name, discountSom, minimumBasketSom, givenFromSom, validDays, isGiven, mayBeGivenOn } = series;
  return {
    seriesId: id,
    name,
    discountSom,
    minimumBasketSom,
    givenFromSom,
    validDays,
    isGiven,
    mayBeGivenOn,
  };
}

function SeriesForm({ series, onClose }: { series: CouponSeries | null; onClose: () => void }) {
  const { t } = useTranslation();
  const form = useForm<Typed, Checked>(schema, typedOf(series), { discountSom: t('coupon.discountWrong') });
  const save = useIntention(api.coupon.saveSeries);
  const { values, set, errorOf } = form;
  const onSave = () => saveChecked({ form, send: save.send, saved: t('common.saved'), onClose });
  return (
    <SaveForm error={save.error} isSending={save.isSending} onSave={onSave} onCancel={onClose}>
      <LocalTextField
        label={t('coupon.name')}
        text={values.name}
        error={errorOf('name')}
        onChange={(name) => set({ name })}
      />
      <Sentence form={form} />
      <Switch
        size="md"
        label={t('coupon.isGiven')}
        description={t('coupon.isGivenHint')}
        checked={values.isGiven}
        onChange={(event) => set({ isGiven: event.currentTarget.checked })}
      />
      <Switch
        size="md"
        label={t('coupon.mayBeGivenOn')}
        description={t('coupon.mayBeGivenOnHint')}
        checked={values.mayBeGivenOn}
        onChange={(event) => set({ mayBeGivenOn: event.currentTarget.checked })}
      />
      <Preview values={values} />
    </SaveForm>
  );
}

/** The blanks stand where the sentence of each language has them. */
function Sentence({ form }: { form: Form<Typed, Checked> }) {
  const { t } = useTranslation();
  const { values, set, errorOf } = form;
  const sum = (field: 'discountSom' | 'minimumBasketSom' | 'givenFromSom') => (
    <MoneyInput
      className={styles.sum ?? ''}
      aria-label={t(`coupon.blank.${field}`)}
      value={values[field]}
      error={errorOf(field)}
      onChange={(value) => set({ [field]: value })}
    />
  );
  return (
    <div className={styles.sentence}>
      <Trans
        i18nKey="coupon.sentence"
        components={{
          from: sum('givenFromSom'),
          discount: sum('discountSom'),
          minimum: sum('minimumBasketSom'),
          days: (
            <WholeInput
              className={styles.days ?? ''}
              aria-label={t('coupon.blank.validDays')}
              value={values.validDays}
              error={errorOf('validDays')}
              onChange={(validDays) => set({ validDays })}
            />
          ),
        }}
      />
    </div>
  );
}

/** How the coupon reads when a receipt of today brings it. */
function Preview({ values }: { values: Typed }) {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const { businessDay } = useSession().shop;
  const { discountSom, minimumBasketSom, validDays } = values;
  if (discountSom === null || minimumBasketSom === null || validDays === null) return null;
  const lastDay = addDays(businessDay, Math.min(validDays, 365));
  return (
    <section aria-label={t('coupon.preview')}>
      <Title order={3} mb="sm">
        {t('coupon.preview')}
      </Title>
      <div className={styles.coupon}>
        <strong>{textIn(values.name, language) || t('coupon.coupon')}</strong>
        <span className={`${styles.discount} figures`}>{format.signedSom(-discountSom)}</span>
        <span>{t('coupon.previewMinimum', { sum: format.som(minimumBasketSom) })}</span>
        <span>{t('coupon.previewUntil', { day: format.day(lastDay) })}</span>
        <span className="muted">{values.mayBeGivenOn ? t('coupon.forAnybody') : t('coupon.forHolder')}</span>
      </div>
    </section>
  );
}
