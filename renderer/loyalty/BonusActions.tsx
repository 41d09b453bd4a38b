/** What can be done with a customer's bonus by hand: give for a deed, correct, pay out, give to a fund. */
import { Button, Group } from '@mantine/core';
import { IconCash, IconHeart, IconHeartHandshake, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../../shared/customer/contract.ts';
import type { Som } from '../../shared/money.ts';
import { api } from '../app/api.ts';
import { useMay } from '../app/session.tsx';
import { useTill } from '../app/useTill.ts';
import { CorrectBonus } from './CorrectBonus.tsx';
import { DeedGive } from './DeedGive.tsx';
import { DonateBonus } from './DonateBonus.tsx';
import { PayOutBonus } from './PayOutBonus.tsx';

const icons = { give: IconHeartHandshake, correct: IconPencil, payOut: IconCash, donate: IconHeart } as const;
type Action = keyof typeof icons;

/** Only what the person may do and the shop does: paying out may be off, and a shop may have no fund. */
export function BonusActions({ customer, spendableSom }: { customer: Customer; spendableSom: Som }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Action | null>(null);
  const mayDo: Readonly<Record<Action, boolean>> = {
    give: useMay('loyalty.giveDeed'),
    correct: useMay('loyalty.correct'),
    payOut: useMay('loyalty.payOut'),
    donate: useMay('loyalty.donate'),
  };
  const isPayOutOn = useTill(api.shop.settings, {}).data?.isPayOutOn ?? false;
  const funds = (useTill(api.loyalty.funds, {}).data?.funds ?? []).filter(({ isActive }) => isActive);
  const isDone: Readonly<Record<Action, boolean>> = {
    give: customer.isRegistered,
    correct: true,
    payOut: isPayOutOn && customer.isRegistered,
    donate: funds.length > 0 && spendableSom > 0,
  };
  const actions = (Object.keys(icons) as readonly Action[]).filter(
    (action) => mayDo[action] && isDone[action],
  );
  const of = { customerId: customer.id, onClose: () => setOpen(null) };
  return (
    <Group gap="sm">
      {actions.map((action) => {
        const Picture = icons[action];
        return (
          <Button
            key={action}
            variant={action === 'give' ? 'filled' : 'default'}
            leftSection={<Picture size={20} aria-hidden="true" />}
            onClick={() => setOpen(action)}
          >
            {t(`loyalty.action.${action}`)}
          </Button>
        );
      })}
      {open === 'give' && <DeedGive {...of} />}
      {open === 'correct' && <CorrectBonus {...of} />}
      {open === 'payOut' && <PayOutBonus {...of} spendableSom={spendableSom} />}
      {open === 'donate' && <DonateBonus {...of} spendableSom={spendableSom} funds={funds} />}
    </Group>
  );
}
