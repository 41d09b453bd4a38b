/** The offer of the week: one page makes the prices, the tags, the cards, the coupons and the text; the earlier ones below. */
import { Button, Drawer } from '@mantine/core';
import { IconPlus, IconRosetteDiscount } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Offer } from '../../shared/coupon/offerContract.ts';
import { textIn } from '../../shared/text.ts';
import { api } from '../app/api.ts';
import { useLanguage } from '../app/language.ts';
import { useMay } from '../app/session.tsx';
import { useTill } from '../app/useTill.ts';
import { CouponTabs } from '../coupon/CouponTabs.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { OfferCard } from './OfferCard.tsx';
import { OfferForm } from './OfferForm.tsx';
import { OfferResult } from './OfferResult.tsx';

export function OfferPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const mayMake = useMay('coupon.change');
  const { data, error } = useTill(api.coupon.offers, {});
  const [isMaking, setMaking] = useState(false);
  const [open, setOpen] = useState<Offer | null>(null);
  const add = mayMake && (
    <Button leftSection={<IconPlus size={20} aria-hidden="true" />} onClick={() => setMaking(true)}>
      {t('report.offer.make')}
    </Button>
  );
  if (isMaking) {
    return (
      <>
        <CouponTabs open="offers" />
        <OfferForm
          onMade={(offer) => {
            setMaking(false);
            setOpen(offer);
          }}
          onCancel={() => setMaking(false)}
        />
      </>
    );
  }
  return (
    <>
      <CouponTabs open="offers">{add}</CouponTabs>
      <ErrorAnswer error={error} />
      {data?.offers.length === 0 && (
        <EmptyState
          icon={<IconRosetteDiscount size={48} />}
          title={t('report.offer.empty')}
          hint={t('report.offer.emptyHint')}
          action={add}
        />
      )}
      {data?.offers.map((offer) => (
        <OfferCard key={offer.offerId} offer={offer} onOpen={() => setOpen(offer)} />
      ))}
      <Drawer
        opened={open !== null}
        onClose={() => setOpen(null)}
        position="right"
        size={760}
        title={open === null ? '' : textIn(open.name, language)}
      >
        {open !== null && <OfferResult offer={open} />}
      </Drawer>
    </>
  );
}
