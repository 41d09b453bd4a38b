/** What a full stamp card or a reached challenge brings: a free piece, bonus with a life of its own, or a coupon. */
import { Fieldset, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CouponSeriesSelect } from '../promotion/CouponSeriesSelect.tsx';
import { MoneyInput } from '../ui/MoneyInput.tsx';
import { WholeInput } from '../ui/WholeInput.tsx';
import styles from './GameForm.module.css';
import { newReward, type RewardKind, type TypedReward } from './gameReward.ts';

export interface GameRewardFieldsProps {
  readonly kinds: readonly RewardKind[];
  readonly reward: TypedReward;
  /** The words for a field of the reward. */
  readonly errorOf: (field: string) => string | undefined;
  readonly onChange: (reward: TypedReward) => void;
}

export function GameRewardFields({ kinds, reward, errorOf, onChange }: GameRewardFieldsProps) {
  const { t } = useTranslation();
  const choose = (value: string | null) => {
    const kind = kinds.find((each) => each === value);
    if (kind !== undefined) onChange(newReward(kind));
  };
  return (
    <Fieldset legend={t('loyalty.reward.title')} className={styles.part}>
      <Select
        label={t('loyalty.reward.kindLabel')}
        data={kinds.map((kind) => ({ value: kind, label: t(`loyalty.reward.kind.${kind}`) }))}
        value={reward.kind}
        onChange={choose}
      />
      {reward.kind === 'bonus' && (
        <div className={styles.pair}>
          <MoneyInput
            label={t('loyalty.reward.bonus')}
            value={reward.bonusSom}
            error={errorOf('bonusSom')}
            onChange={(bonusSom) => onChange({ ...reward, bonusSom })}
          />
          <WholeInput
            label={t('loyalty.reward.life')}
            description={t('loyalty.reward.lifeHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            unit={t('promotion.unit.days')}
            value={reward.expiryDays}
            error={errorOf('expiryDays')}
            onChange={(expiryDays) => onChange({ ...reward, expiryDays })}
          />
        </div>
      )}
      {reward.kind === 'coupon' && (
        <CouponSeriesSelect
          seriesId={reward.seriesId}
          error={errorOf('seriesId')}
          onChange={({ seriesId }) => onChange({ ...reward, seriesId })}
        />
      )}
    </Fieldset>
  );
}
