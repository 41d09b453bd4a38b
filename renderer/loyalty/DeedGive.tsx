/** Gives a customer bonus for a deed: which one, where it can be seen, and for a photo the day of the permission. */
import { Alert, Modal, Select, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { type Deed, handDeeds } from '../../shared/loyalty/deedContract.ts';
import { needsNote } from '../../shared/loyalty/deeds.ts';
import { api } from '../app/api.ts';
import { useForm } from '../app/form.ts';
import { useFormat } from '../app/language.ts';
import { useIntention, useTill } from '../app/useTill.ts';
import { DayInput } from '../ui/DayInput.tsx';
import { SaveForm } from '../ui/SaveForm.tsx';
import { type CheckedGift, giftSchema, nothingGiven, type TypedGift } from './deedForm.ts';

interface DeedGiveProps {
  readonly customerId: string;
  readonly onClose: () => void;
}

export function DeedGive({ customerId, onClose }: DeedGiveProps) {
  const { t } = useTranslation();
  const { data } = useTill(api.loyalty.deeds, {});
  const open = data?.deeds.filter(({ kind, isOn }) => isOn && handDeeds.some((hand) => hand === kind));
  return (
    <Modal opened onClose={onClose} size={560} title={t('loyalty.deed.give')}>
      {open?.length === 0 && <Alert color="amber">{t('loyalty.deed.noneOn')}</Alert>}
      {open !== undefined && open.length > 0 && (
        <GiveForm customerId={customerId} deeds={open} onClose={onClose} />
      )}
    </Modal>
  );
}

function GiveForm({ customerId, deeds, onClose }: DeedGiveProps & { readonly deeds: readonly Deed[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const form = useForm<TypedGift, CheckedGift>(giftSchema, nothingGiven);
  const { values, set, errorOf } = form;
  const give = useIntention(api.loyalty.giveDeed);
  const send = async () => {
    const checked = form.check();
    if (checked === null) return;
    const answer = await give.send({ customerId, ...checked });
    if (!answer.ok) return;
    notifications.show({
      message: t('loyalty.deed.givenNow', { sum: format.number(answer.data.bonusSom) }),
      color: 'green',
    });
    onClose();
  };
  const chosen = deeds.find(({ kind }) => kind === values.kind);
  return (
    <SaveForm
      error={give.error}
      isSending={give.isSending}
      action={t('loyalty.deed.giveAction')}
      onSave={send}
      onCancel={onClose}
    >
      <Select
        label={t('loyalty.deed.what')}
        data-autofocus
        autoFocus
        data={deeds.map(({ kind, bonusSom }) => ({
          value: kind,
          label: t('loyalty.deed.withBonus', {
            deed: t(`loyalty.deed.kind.${kind}`),
            sum: format.number(bonusSom),
          }),
        }))}
        placeholder={t('ui.notChosen')}
        value={values.kind}
        error={errorOf('kind')}
        onChange={(value) => set({ kind: handDeeds.find((hand) => hand === value) ?? null })}
      />
      {chosen !== undefined && <div className="muted">{t(`loyalty.deed.about.${chosen.kind}`)}</div>}
      <TextInput
        label={t('loyalty.deed.note')}
        description={
          values.kind !== null && needsNote(values.kind) ? t('loyalty.deed.noteNeeded') : undefined
        }
        maxLength={300}
        autoComplete="off"
        value={values.note}
        error={errorOf('note') && t('ui.field.required')}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
      {values.kind === 'photo' && (
        <DayInput
          label={t('loyalty.deed.permission')}
          description={t('loyalty.deed.permissionHint')}
          value={values.permissionOn}
          error={errorOf('permissionOn')}
          onChange={(permissionOn) => set({ permissionOn })}
        />
      )}
    </SaveForm>
  );
}
