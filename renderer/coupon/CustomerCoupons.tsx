/** The coupons of one customer, and one more given by hand. */
import { Button, Group } from '@mantine/core';
import { IconGift } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../app/session.tsx';
import { CouponList } from './CouponList.tsx';
import { GiveByHand } from './GiveByHand.tsx';

export interface CustomerCouponsProps {
  readonly customerId: string;
  readonly name: string;
}

export function CustomerCoupons({ customerId, name }: CustomerCouponsProps) {
  const { t } = useTranslation();
  const mayGive = useMay('coupon.give');
  const [isGiving, setGiving] = useState(false);
  return (
    <>
      {mayGive && (
        <Group>
          <Button leftSection={<IconGift size={20} aria-hidden="true" />} onClick={() => setGiving(true)}>
            {t('coupon.give.byHand')}
          </Button>
        </Group>
      )}
      <CouponList customerId={customerId} />
      <GiveByHand
        isOpen={isGiving}
        series={null}
        customer={{ id: customerId, name }}
        onClose={() => setGiving(false)}
      />
    </>
  );
}
