/** The fields of each kind of benefit. */
import { useTranslation } from 'react-i18next';
import { thousandths } from '../../shared/money.ts';
import { CountInput } from '../ui/CountInput.tsx';
import { MoneyInput } from '../ui/MoneyInput.tsx';
import { PercentInput } from '../ui/PercentInput.tsx';
import { WholeInput } from '../ui/WholeInput.tsx';
import { PerFields, StampsFields, TicketsFields } from './CollectFields.tsx';
import { CouponSeriesSelect } from './CouponSeriesSelect.tsx';
import type { FieldsOf, OfferedBenefit } from './fieldProps.ts';
import { OffFields } from './OffFields.tsx';
import styles from './PromotionEditor.module.css';
import { BundleFields, BuyGetFields, GiftFields } from './SetFields.tsx';
import { SumSteps, VolumeSteps } from './StepFields.tsx';
import type { PromotionEdit } from './usePromotionEdit.ts';

export function BenefitFields({ benefit, edit }: { benefit: OfferedBenefit; edit: PromotionEdit }) {
  const { t } = useTranslation();
  const set = (next: OfferedBenefit) => edit.set({ benefit: next });
  const { errorOf } = edit;
  switch (benefit.kind) {
    case 'product.percent':
    case 'basket.percent':
      return <RateFields benefit={benefit} edit={edit} />;
    case 'product.amountPerUnit':
    case 'product.amountPerLine':
    case 'basket.amount':
      return (
        <MoneyInput
          label={t(
            benefit.kind === 'product.amountPerUnit'
              ? 'promotion.field.amountPerUnit'
              : 'promotion.field.amount',
          )}
          value={benefit.amountSom}
          error={errorOf('benefit.amountSom')}
          onChange={(amountSom) => set({ ...benefit, amountSom })}
        />
      );
    case 'product.fixedPrice':
    case 'basket.fixedPrice':
      return (
        <MoneyInput
          label={t(
            benefit.kind === 'product.fixedPrice' ? 'promotion.field.price' : 'promotion.field.priceTogether',
          )}
          value={benefit.priceSom}
          error={errorOf('benefit.priceSom')}
          onChange={(priceSom) => set({ ...benefit, priceSom })}
        />
      );
    case 'product.volumeSteps':
      return <VolumeSteps benefit={benefit} edit={edit} />;
    case 'basket.sumSteps':
      return <SumSteps benefit={benefit} edit={edit} />;
    case 'product.cheapestFree':
      return <CheapestFree benefit={benefit} edit={edit} />;
    case 'product.cheapest':
      return (
        <OffFields
          off={benefit.off}
          path="benefit.off"
          errorOf={errorOf}
          onChange={(off) => set({ ...benefit, off })}
        />
      );
    case 'product.buyGet':
      return <BuyGetFields benefit={benefit} edit={edit} />;
    case 'product.bundle':
      return <BundleFields benefit={benefit} edit={edit} />;
    case 'product.gift':
      return <GiftFields benefit={benefit} edit={edit} />;
    default:
      return <RewardFields benefit={benefit} edit={edit} />;
  }
}

function RateFields({ benefit, edit }: FieldsOf<'product.percent' | 'basket.percent'>) {
  const { t } = useTranslation();
  return (
    <div className={styles.pair}>
      <PercentInput
        label={t('promotion.field.rate')}
        value={benefit.rateBasisPoints}
        error={edit.errorOf('benefit.rateBasisPoints')}
        onChange={(rateBasisPoints) => edit.set({ benefit: { ...benefit, rateBasisPoints } })}
      />
      {benefit.kind === 'basket.percent' && (
        <MoneyInput
          label={t('promotion.field.atMost')}
          placeholder={t('promotion.field.noBound')}
          value={benefit.atMostSom}
          error={edit.errorOf('benefit.atMostSom')}
          onChange={(atMostSom) => edit.set({ benefit: { ...benefit, atMostSom } })}
        />
      )}
    </div>
  );
}

function CheapestFree({ benefit, edit }: FieldsOf<'product.cheapestFree'>) {
  const { t } = useTranslation();
  const { of } = benefit;
  return (
    <WholeInput
      label={t('promotion.field.cheapestOf')}
      description={
        of !== null && of > 1 ? t('promotion.field.cheapestOfHint', { of, pay: of - 1 }) : undefined
      }
      unit={t('promotion.unit.pieces')}
      value={of}
      error={edit.errorOf('benefit.of')}
      onChange={(next) => edit.set({ benefit: { ...benefit, of: next } })}
    />
  );
}

function RewardFields({
  benefit,
  edit,
}: FieldsOf<
  'reward.bonus' | 'reward.bonusMultiplier' | 'reward.nextCoupon' | 'reward.stamps' | 'reward.tickets'
>) {
  const { t } = useTranslation();
  switch (benefit.kind) {
    case 'reward.bonusMultiplier': {
      const times = benefit.timesBasisPoints;
      return (
        <CountInput
          label={t('promotion.field.times')}
          description={t('promotion.field.timesHint')}
          value={times === null ? null : thousandths(Math.round(times / 10))}
          error={edit.errorOf('benefit.timesBasisPoints') && t('promotion.field.timesWrong')}
          onChange={(value) =>
            edit.set({ benefit: { ...benefit, timesBasisPoints: value === null ? null : value * 10 } })
          }
        />
      );
    }
    case 'reward.bonus':
      return <BonusFields benefit={benefit} edit={edit} />;
    case 'reward.stamps':
      return <StampsFields benefit={benefit} edit={edit} />;
    case 'reward.tickets':
      return <TicketsFields benefit={benefit} edit={edit} />;
    case 'reward.nextCoupon':
      return (
        <CouponSeriesSelect
          seriesId={benefit.seriesId}
          error={edit.errorOf('benefit.seriesId')}
          onChange={(series) =>
            edit.set({ benefit: { ...benefit, seriesId: series.seriesId, partnerId: series.partnerId } })
          }
        />
      );
  }
}

function BonusFields({ benefit, edit }: FieldsOf<'reward.bonus'>) {
  const { t } = useTranslation();
  return (
    <div className={styles.pair}>
      <MoneyInput
        label={t('promotion.field.bonus')}
        value={benefit.bonusSom}
        error={edit.errorOf('benefit.bonusSom')}
        onChange={(bonusSom) => edit.set({ benefit: { ...benefit, bonusSom } })}
      />
      <PerFields
        per={benefit.per}
        errorOf={edit.errorOf}
        onChange={(per) => edit.set({ benefit: { ...benefit, per } })}
      />
    </div>
  );
}
