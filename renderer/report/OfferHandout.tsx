/** Coupons that are handed out with an offer: for the next purchase, with codes of their own so that they can be counted. */
import { Paper, Select, Stack, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { batchKinds } from '../../shared/coupon/contractBatch.ts';
import { MoneyInput } from '../ui/MoneyInput.tsx';
import { WholeInput } from '../ui/WholeInput.tsx';
import styles from './Offer.module.css';
import { type HandoutDraft, newHandout, type OfferFault, type OfferPart } from './offerDraft.ts';

export function OfferHandout({ draft, set, isWrong }: OfferPart) {
  const { t } = useTranslation();
  const { handout } = draft;
  return (
    <Paper>
      <Switch
        size="md"
        label={t('report.offer.handout')}
        description={t('report.offer.handoutHint')}
        checked={handout !== null}
        onChange={(event) => set({ handout: event.currentTarget.checked ? newHandout : null })}
      />
      {handout !== null && (
        <HandoutFields
          handout={handout}
          isWrong={isWrong}
          onChange={(patch) => set({ handout: { ...handout, ...patch } })}
        />
      )}
    </Paper>
  );
}

interface HandoutFieldsProps {
  readonly handout: HandoutDraft;
  readonly isWrong: OfferPart['isWrong'];
  readonly onChange: (patch: Partial<HandoutDraft>) => void;
}

function HandoutFields({ handout, isWrong, onChange }: HandoutFieldsProps) {
  const { t } = useTranslation();
  const wrong = (fault: OfferFault) => (isWrong(fault) ? t(`report.offer.fault.${fault}`) : undefined);
  return (
    <Stack gap="md" mt="md">
      <div className={styles.pair}>
        <Select
          label={t('coupon.batch.kindLabel')}
          data={batchKinds.map((kind) => ({ value: kind, label: t(`coupon.batch.kind.${kind}`) }))}
          value={handout.kind}
          onChange={(value) => onChange({ kind: batchKinds.find((kind) => kind === value) ?? handout.kind })}
        />
        <WholeInput
          label={t('coupon.batch.count')}
          value={handout.count}
          error={wrong('count')}
          onChange={(count) => onChange({ count })}
        />
      </div>
      <div className={styles.pair}>
        <MoneyInput
          label={t('coupon.blank.discount')}
          value={handout.discountSom}
          error={wrong('discountSom')}
          onChange={(discountSom) => onChange({ discountSom })}
        />
        <MoneyInput
          label={t('coupon.blank.minimum')}
          value={handout.minimumSom}
          error={wrong('minimumSom')}
          onChange={(minimumSom) => onChange({ minimumSom })}
        />
      </div>
    </Stack>
  );
}
