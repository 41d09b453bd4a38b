/** Gives one coupon by hand: for a complaint, a birthday, a good customer; with the reason that stands in the journal. */
import { Button, Group, Input, Modal, Select, Stack, Switch, TextInput } from '@mantine/core';
import { IconUserSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CouponSeriesRow } from '../../shared/coupon/contract.ts';
import { textIn } from '../../shared/text.ts';
import { api } from '../app/api.ts';
import { useLanguage } from '../app/language.ts';
import { useIntention, useTill } from '../app/useTill.ts';
import { AttachCustomerDialog } from '../customer/attachDialog.tsx';
import { useCustomerName } from '../customer/customerName.ts';
import { SaveForm } from '../ui/SaveForm.tsx';
import { CouponHandOver } from './CouponHandOver.tsx';

interface Holder {
  readonly id: string;
  readonly name: string;
}

export interface GiveByHandProps {
  readonly isOpen: boolean;
  /** Null: the series is chosen here. */
  readonly series: CouponSeriesRow | null;
  /** Null: a customer may be chosen here. */
  readonly customer: Holder | null;
  readonly onClose: () => void;
}

export function GiveByHand({ isOpen, series, customer, onClose }: GiveByHandProps) {
  const { t } = useTranslation();
  const [given, setGiven] = useState<{ code: string; series: CouponSeriesRow } | null>(null);
  const close = () => {
    setGiven(null);
    onClose();
  };
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      size={given === null ? 560 : 760}
      title={given === null ? t('coupon.give.byHand') : t('coupon.give.given')}
    >
      {given === null ? (
        <GiveForm series={series} customer={customer} onGiven={setGiven} onClose={close} />
      ) : (
        <Given given={given} onClose={close} />
      )}
    </Modal>
  );
}

function Given({
  given,
  onClose,
}: {
  given: { code: string; series: CouponSeriesRow };
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { data } = useTill(api.coupon.look, { code: given.code });
  return (
    <Stack gap="lg">
      {data !== undefined && <CouponHandOver series={given.series} coupon={data.coupon} />}
      <Group justify="flex-end">
        <Button onClick={onClose}>{t('common.done')}</Button>
      </Group>
    </Stack>
  );
}

interface GiveFormProps extends Omit<GiveByHandProps, 'isOpen'> {
  readonly onGiven: (given: { code: string; series: CouponSeriesRow }) => void;
}

function GiveForm({ series: fixed, customer: known, onGiven, onClose }: GiveFormProps) {
  const { t } = useTranslation();
  const [series, setSeries] = useState(fixed);
  const [holder, setHolder] = useState<Holder | null>(known);
  const [reason, setReason] = useState('');
  const [isPrinted, setPrinted] = useState(known === null);
  const [isTried, setTried] = useState(false);
  const give = useIntention(api.coupon.giveByHand);
  const needsHolder = series?.content.holding === 'bound' && holder === null;
  const send = async () => {
    setTried(true);
    if (series === null || needsHolder || reason.trim() === '') return;
    const input = { seriesId: series.id, customerId: holder?.id ?? null, reason: reason.trim(), isPrinted };
    const answer = await give.send(input);
    if (answer.ok) onGiven({ code: answer.data.code, series });
  };
  const missing = (isMissing: boolean) => (isTried && isMissing ? t('ui.field.required') : undefined);
  return (
    <SaveForm
      error={give.error}
      isSending={give.isSending}
      action={t('coupon.give.give')}
      onSave={send}
      onCancel={onClose}
    >
      {fixed === null && (
        <SeriesSelect series={series} error={missing(series === null)} onChange={setSeries} />
      )}
      {known === null && (
        <HolderField
          holder={holder}
          error={isTried && needsHolder ? t('coupon.give.needsCustomer') : undefined}
          onChange={setHolder}
        />
      )}
      <TextInput
        label={t('common.reason')}
        description={t('coupon.give.reasonHint')}
        maxLength={120}
        autoComplete="off"
        value={reason}
        error={missing(reason.trim() === '')}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Switch
        size="md"
        label={t('coupon.give.print')}
        checked={isPrinted}
        onChange={(event) => setPrinted(event.currentTarget.checked)}
      />
    </SaveForm>
  );
}

interface SeriesSelectProps {
  readonly series: CouponSeriesRow | null;
  readonly error: string | undefined;
  readonly onChange: (series: CouponSeriesRow | null) => void;
}

function SeriesSelect({ series, error, onChange }: SeriesSelectProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const given = (useTill(api.coupon.series, {}).data?.series ?? []).filter(({ isGiven }) => isGiven);
  return (
    <Select
      label={t('coupon.series')}
      data={given.map(({ id, name }) => ({ value: id, label: textIn(name, language) }))}
      value={series?.id ?? null}
      description={series === null ? undefined : textIn(series.sentence, language)}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      error={error}
      onChange={(id) => onChange(given.find((each) => each.id === id) ?? null)}
    />
  );
}

interface HolderFieldProps {
  readonly holder: Holder | null;
  readonly error: string | undefined;
  readonly onChange: (holder: Holder | null) => void;
}

function HolderField({ holder, error, onChange }: HolderFieldProps) {
  const { t } = useTranslation();
  const nameOf = useCustomerName();
  const [isOpen, setOpen] = useState(false);
  return (
    <Input.Wrapper label={t('coupon.give.toWhom')} error={error}>
      <Group gap="sm">
        <Button
          variant="default"
          leftSection={<IconUserSearch size={20} aria-hidden="true" />}
          onClick={() => setOpen(true)}
        >
          {holder === null ? t('coupon.give.chooseCustomer') : holder.name}
        </Button>
        {holder === null ? (
          <span className="muted">{t('coupon.give.orAnybody')}</span>
        ) : (
          <Button variant="subtle" onClick={() => onChange(null)}>
            {t('common.clear')}
          </Button>
        )}
      </Group>
      {isOpen && (
        <AttachCustomerDialog
          title={t('coupon.give.chooseCustomer')}
          onClose={() => setOpen(false)}
          onChosen={(customer) => {
            onChange({ id: customer.id, name: nameOf(customer) });
            setOpen(false);
          }}
        />
      )}
    </Input.Wrapper>
  );
}
