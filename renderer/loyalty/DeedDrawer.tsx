/** Sets up one kind of deed: what it brings, how long that bonus lives, and how often it is given. */
import { Drawer, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Deed } from '../../shared/loyalty/deedContract.ts';
import { api } from '../app/api.ts';
import { useForm } from '../app/form.ts';
import { saveChecked } from '../app/saveChecked.ts';
import { useIntention } from '../app/useTill.ts';
import { MoneyInput } from '../ui/MoneyInput.tsx';
import { SaveForm } from '../ui/SaveForm.tsx';
import { WholeInput } from '../ui/WholeInput.tsx';
import { type CheckedDeed, deedFormSchema, isOwnDeed, type TypedDeed } from './deedForm.ts';

interface DeedDrawerProps {
  /** Null while it is closed. */
  readonly deed: Deed | null;
  readonly onClose: () => void;
}

export function DeedDrawer({ deed, onClose }: DeedDrawerProps) {
  const { t } = useTranslation();
  return (
    <Drawer
      opened={deed !== null}
      onClose={onClose}
      position="right"
      size={520}
      title={deed === null ? '' : t(`loyalty.deed.kind.${deed.kind}`)}
    >
      {deed !== null && <DeedForm key={deed.kind} deed={deed} onClose={onClose} />}
    </Drawer>
  );
}

function DeedForm({ deed, onClose }: { deed: Deed; onClose: () => void }) {
  const { t } = useTranslation();
  const form = useForm<TypedDeed, CheckedDeed>(deedFormSchema, deed, {
    bonusSom: t('loyalty.deed.bonusWrong'),
  });
  const save = useIntention(api.loyalty.saveDeed);
  const { values, set, errorOf } = form;
  const noBound = t('loyalty.noBound');
  const onSave = () => saveChecked({ form, send: save.send, saved: t('common.saved'), onClose });
  return (
    <SaveForm error={save.error} isSending={save.isSending} onSave={onSave} onCancel={onClose}>
      <div>{t(`loyalty.deed.about.${deed.kind}`)}</div>
      <Switch
        size="md"
        label={t('loyalty.deed.turnOn')}
        checked={values.isOn}
        onChange={(event) => set({ isOn: event.currentTarget.checked })}
      />
      <MoneyInput
        label={t('loyalty.deed.bonus')}
        data-autofocus
        value={values.bonusSom}
        error={errorOf('bonusSom')}
        onChange={(bonusSom) => set({ bonusSom })}
      />
      <WholeInput
        label={t('loyalty.deed.expiry')}
        description={t('loyalty.deed.expiryHint')}
        unit={t('loyalty.programme.days')}
        value={values.expiryDays}
        error={errorOf('expiryDays')}
        onChange={(expiryDays) => set({ expiryDays })}
      />
      {isOwnDeed(deed.kind) ? (
        <div className="muted">{t(`loyalty.deed.ownRule.${deed.kind}`)}</div>
      ) : (
        <>
          <WholeInput
            label={t('loyalty.deed.timesADay')}
            placeholder={noBound}
            value={values.timesADay}
            error={errorOf('timesADay')}
            onChange={(timesADay) => set({ timesADay })}
          />
          <WholeInput
            label={t('loyalty.deed.timesInAll')}
            placeholder={noBound}
            value={values.timesInAll}
            error={errorOf('timesInAll')}
            onChange={(timesInAll) => set({ timesInAll })}
          />
        </>
      )}
    </SaveForm>
  );
}
