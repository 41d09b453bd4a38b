/** Puts an offer together: what to offer is suggested, prices and days can be changed, coupons may go with it. */
import { Button, Group, Paper, Stack, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Offer } from '../../shared/coupon/offerContract.ts';
import { api } from '../app/api.ts';
import { useSession } from '../app/session.tsx';
import { useIntention } from '../app/useTill.ts';
import { DayInput } from '../ui/DayInput.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { LocalTextField } from '../ui/LocalTextField.tsx';
import styles from './Offer.module.css';
import { OfferGoods } from './OfferGoods.tsx';
import { OfferHandout } from './OfferHandout.tsx';
import { type CheckedOffer, checkOffer, newOffer, type OfferFault, type OfferPart } from './offerDraft.ts';

export interface OfferFormProps {
  readonly onMade: (offer: Offer) => void;
  readonly onCancel: () => void;
}

function isChecked(checked: CheckedOffer | readonly OfferFault[]): checked is CheckedOffer {
  return 'goods' in checked;
}

export function OfferForm({ onMade, onCancel }: OfferFormProps) {
  const { t } = useTranslation();
  const { businessDay } = useSession().shop;
  const [draft, setDraft] = useState(() => newOffer(businessDay));
  const [isTried, setTried] = useState(false);
  const make = useIntention(api.coupon.makeOffer);
  const checked = checkOffer(draft);
  const faults = isChecked(checked) ? [] : checked;
  const send = async () => {
    setTried(true);
    if (!isChecked(checked)) return;
    const answer = await make.send(checked);
    if (answer.ok) onMade(answer.data.offer);
  };
  const part: OfferPart = {
    draft,
    set: (patch) => setDraft((before) => ({ ...before, ...patch })),
    isWrong: (fault) => isTried && faults.includes(fault),
  };
  return (
    <Stack gap="lg">
      <OfferGoods {...part} />
      <div className={styles.pair}>
        <NameAndDays {...part} />
        <OfferHandout {...part} />
      </div>
      {isTried && faults.length > 0 && (
        <div role="alert" className={styles.wrong}>
          {t(`report.offer.fault.${faults[0]}`)}
        </div>
      )}
      <ErrorAnswer error={make.error} />
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
        <Button loading={make.isSending} onClick={() => void send()}>
          {t('report.offer.makeOf', { count: draft.goods.length })}
        </Button>
      </Group>
    </Stack>
  );
}

function NameAndDays({ draft, set, isWrong }: OfferPart) {
  const { t } = useTranslation();
  const wrong = (fault: OfferFault) => (isWrong(fault) ? t(`report.offer.fault.${fault}`) : undefined);
  return (
    <Paper>
      <Title order={2} mb="md">
        {t('report.offer.whenAndName')}
      </Title>
      <Stack gap="md">
        <div className={styles.pair}>
          <DayInput
            label={t('report.offer.from')}
            value={draft.from}
            error={wrong('from')}
            onChange={(from) => set({ from })}
          />
          <DayInput
            label={t('report.offer.to')}
            value={draft.to}
            error={wrong('to')}
            onChange={(to) => set({ to })}
          />
        </div>
        <LocalTextField
          label={t('report.offer.name')}
          text={draft.name}
          error={wrong('name')}
          onChange={(name) => set({ name })}
        />
      </Stack>
    </Paper>
  );
}
