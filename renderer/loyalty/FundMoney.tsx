/** Money of a fund: what the shop itself gives, and what was handed over to the fund. */
import { Modal, Radio, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Som, som } from '../../shared/money.ts';
import { textIn } from '../../shared/text.ts';
import { api } from '../app/api.ts';
import { useFormat, useLanguage } from '../app/language.ts';
import { useIntention } from '../app/useTill.ts';
import { MoneyInput } from '../ui/MoneyInput.tsx';
import { SaveForm } from '../ui/SaveForm.tsx';
import type { Fund } from './FundDrawer.tsx';

export type MoneyDeed = 'sponsor' | 'payOver';

export interface FundMoneyProps {
  readonly deed: MoneyDeed;
  readonly fund: Fund;
  readonly onClose: () => void;
}

export function FundMoney({ deed, fund, onClose }: FundMoneyProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const name = textIn(fund.name, language);
  return (
    <Modal opened onClose={onClose} size={560} title={t(`loyalty.charity.${deed}To`, { name })}>
      {deed === 'sponsor' ? (
        <Sponsor fund={fund} onClose={onClose} />
      ) : (
        <PayOver fund={fund} onClose={onClose} />
      )}
    </Modal>
  );
}

interface DeedProps {
  readonly fund: Fund;
  readonly onClose: () => void;
}

const longestNote = 200;

function Sponsor({ fund, onClose }: DeedProps) {
  const { t } = useTranslation();
  const sponsor = useIntention(api.loyalty.sponsor);
  const [amountSom, setAmount] = useState<Som | null>(null);
  const [note, setNote] = useState('');
  const [isTried, setTried] = useState(false);
  const missing = (isMissing: boolean) => (isTried && isMissing ? t('ui.field.required') : undefined);
  const isNoAmount = amountSom === null || amountSom === 0;
  const send = async () => {
    setTried(true);
    if (isNoAmount || note.trim() === '') return;
    const answer = await sponsor.send({ fundId: fund.fundId, amountSom, note: note.trim() });
    if (!answer.ok) return;
    notifications.show({ message: t('common.saved'), color: 'green' });
    onClose();
  };
  return (
    <SaveForm
      error={sponsor.error}
      isSending={sponsor.isSending}
      action={t('loyalty.charity.sponsor')}
      onSave={send}
      onCancel={onClose}
    >
      <span className="muted">{t('loyalty.charity.sponsorHint')}</span>
      <MoneyInput
        label={t('loyalty.charity.amount')}
        data-autofocus
        value={amountSom}
        error={missing(isNoAmount)}
        onChange={setAmount}
      />
      <TextInput
        label={t('loyalty.charity.note')}
        description={t('loyalty.charity.sponsorNoteHint')}
        maxLength={longestNote}
        autoComplete="off"
        value={note}
        error={missing(note.trim() === '')}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </SaveForm>
  );
}

const places = ['drawer', 'outside'] as const;

function PayOver({ fund, onClose }: DeedProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const pay = useIntention(api.loyalty.payFund);
  const [amountSom, setAmount] = useState<Som | null>(fund.balanceSom > 0 ? som(fund.balanceSom) : null);
  const [from, setFrom] = useState<(typeof places)[number]>('drawer');
  const [note, setNote] = useState('');
  const [isTried, setTried] = useState(false);
  const isNoAmount = amountSom === null || amountSom === 0;
  const send = async () => {
    setTried(true);
    if (isNoAmount) return;
    const answer = await pay.send({ fundId: fund.fundId, amountSom, from, note: note.trim() });
    if (!answer.ok) return;
    notifications.show({ message: t('common.saved'), color: 'green' });
    onClose();
  };
  return (
    <SaveForm
      error={pay.error}
      isSending={pay.isSending}
      action={t('loyalty.charity.payOver')}
      onSave={send}
      onCancel={onClose}
    >
      <span className="muted">{t('loyalty.charity.payOverHint', { sum: format.som(fund.balanceSom) })}</span>
      <MoneyInput
        label={t('loyalty.charity.amount')}
        data-autofocus
        value={amountSom}
        error={isTried && isNoAmount ? t('ui.field.required') : undefined}
        onChange={setAmount}
      />
      <Radio.Group
        label={t('loyalty.charity.from')}
        value={from}
        onChange={(value) => setFrom(value === 'outside' ? 'outside' : 'drawer')}
      >
        <Stack gap="sm" pt={4}>
          {places.map((place) => (
            <Radio
              size="md"
              key={place}
              value={place}
              label={t(`loyalty.charity.fromPlace.${place}`)}
              description={t(`loyalty.charity.fromHint.${place}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      <TextInput
        label={t('loyalty.charity.note')}
        description={t('loyalty.charity.payNoteHint')}
        maxLength={longestNote}
        autoComplete="off"
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </SaveForm>
  );
}
