/** One gift card: what is on it, until when, everything that moved on it, and what can be done with it. */
import { Alert, Button, Menu } from '@mantine/core';
import { IconChevronDown, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCode } from '../../shared/code.ts';
import type { GiftCardShown } from '../../shared/credit/giftCardContract.ts';
import { defaultTimeZone, localTimeOf } from '../../shared/time.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { useMay } from '../app/session.tsx';
import { useTill } from '../app/useTill.ts';
import { BackHeader } from '../ui/BackHeader.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { Kpi } from '../ui/Kpi.tsx';
import { BlockGiftCard } from './BlockGiftCard.tsx';
import { CertificateButton } from './CertificateButton.tsx';
import { CorrectDialog } from './CorrectDialog.tsx';
import styles from './credit.module.css';
import { ExtendGiftCard } from './ExtendGiftCard.tsx';
import { GiftCardBadge } from './GiftCardBadge.tsx';
import { GiftCardMovements } from './GiftCardMovements.tsx';
import { TopUpGiftCard } from './TopUpGiftCard.tsx';

const list = '/credit/gift-cards';

export function GiftCardPage({ number }: { number: string }) {
  const { t } = useTranslation();
  const { data, error } = useTill(api.credit.giftCard, { number });
  if (data === undefined) {
    return (
      <>
        <BackHeader title={t('credit.tab.giftCards')} back={list} />
        <ErrorAnswer error={error} />
      </>
    );
  }
  const { giftCard, movements } = data;
  return (
    <>
      <BackHeader title={formatCode(number)} back={list} badge={<GiftCardBadge card={giftCard} />}>
        <Actions card={giftCard} />
      </BackHeader>
      {giftCard.isBlocked && (
        <Alert color="red">{t('credit.giftCard.blockedWhy', { reason: giftCard.blockReason })}</Alert>
      )}
      <Figures card={giftCard} />
      <GiftCardMovements movements={movements} />
    </>
  );
}

function Figures({ card }: { card: GiftCardShown }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className={styles.figures}>
      <Kpi title={t('credit.balance')} value={format.number(card.balanceSom)} />
      <Kpi
        title={t('credit.giftCard.lastDay')}
        value={card.expiresOn === null ? t('credit.giftCard.never') : format.day(card.expiresOn)}
      />
      <section className={styles.about}>
        <span className="muted">{t('credit.giftCard.sold')}</span>
        <strong className="figures">{format.day(localTimeOf(card.soldAt, defaultTimeZone).day)}</strong>
        {card.customerId !== null && (
          <Link to={`/customers/${card.customerId}` as '/'} className={styles.link}>
            {card.customerName === null || card.customerName === ''
              ? t('credit.toCustomer')
              : card.customerName}
          </Link>
        )}
      </section>
    </div>
  );
}

type Open = 'topUp' | 'block' | 'extend' | 'correct' | null;

function Actions({ card }: { card: GiftCardShown }) {
  const { t } = useTranslation();
  const maySell = useMay('credit.sellGiftCard');
  const mayChange = useMay('credit.changeGiftCard');
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  return (
    <>
      <CertificateButton number={card.number} />
      {mayChange && <MoreMenu card={card} onOpen={setOpen} />}
      {maySell && (
        <Button
          disabled={card.isBlocked}
          leftSection={<IconPlus size={20} aria-hidden="true" />}
          onClick={() => setOpen('topUp')}
        >
          {t('credit.giftCard.topUp')}
        </Button>
      )}
      <TopUpGiftCard isOpen={open === 'topUp'} card={card} onClose={close} />
      <BlockGiftCard isOpen={open === 'block'} card={card} onClose={close} />
      <ExtendGiftCard isOpen={open === 'extend'} card={card} onClose={close} />
      <CorrectDialog
        isOpen={open === 'correct'}
        subject={{ kind: 'giftCard', number: card.number }}
        name={formatCode(card.number)}
        balanceSom={card.balanceSom}
        onClose={close}
      />
    </>
  );
}

function MoreMenu({ card, onOpen }: { card: GiftCardShown; onOpen: (open: Open) => void }) {
  const { t } = useTranslation();
  const mayCorrect = useMay('credit.correct');
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button variant="default" rightSection={<IconChevronDown size={18} aria-hidden="true" />}>
          {t('credit.more')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onOpen('extend')}>{t('credit.giftCard.extend')}</Menu.Item>
        {mayCorrect && <Menu.Item onClick={() => onOpen('correct')}>{t('credit.correct.title')}</Menu.Item>}
        <Menu.Item color={card.isBlocked ? 'teal' : 'red'} onClick={() => onOpen('block')}>
          {t(card.isBlocked ? 'credit.giftCard.unblock' : 'credit.giftCard.block')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
