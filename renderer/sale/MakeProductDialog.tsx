/** An unknown code becomes a product in three fields; who may not do it alone asks a senior in place. */
import { Button, Group, Modal, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Unit, units } from '../../shared/basket.ts';
import { barcodeSchema } from '../../shared/catalogue/contract.ts';
import type { Som } from '../../shared/money.ts';
import { api } from '../app/api.ts';
import { useFormat, useLanguage } from '../app/language.ts';
import { useIntention } from '../app/useTill.ts';
import { ApprovalFields, useApproval } from '../staff/ApprovalFields.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { MoneyInput } from '../ui/MoneyInput.tsx';
import { useSelling } from './selling.ts';

const longestName = 200;

export function MakeProductDialog({ lineId, code }: { lineId: string; code: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { change, show } = useSelling();
  const approval = useApproval('catalogue.change');
  const { send, isSending, error } = useIntention(api.catalogue.save);
  const [name, setName] = useState('');
  const [priceSom, setPrice] = useState<Som | null>(null);
  const [unit, setUnit] = useState<Unit>('piece');
  const isReady = name.trim() !== '' && priceSom !== null && priceSom > 0 && approval.isReady;

  const make = async () => {
    if (priceSom === null) return;
    const barcode = barcodeSchema.safeParse(code);
    const answer = await send({
      productId: null,
      name: { [language]: name.trim() },
      unit,
      priceSom,
      vat: { kind: 'shop' },
      barcodes: barcode.success ? [barcode.data] : [],
      isQuickGood: false,
      isActive: true,
      ...(approval.approval && { approval: approval.approval }),
    });
    if (!answer.ok) return;
    show(null);
    await change({ kind: 'resolveUnknown', lineId, productId: answer.data.product.id });
  };

  return (
    <Modal opened onClose={() => show(null)} title={t('sale.unknown.title')} size={560}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) void make();
        }}
      >
        <Stack gap="md">
          <Text>{t('sale.unknown.code', { code })}</Text>
          <TextInput
            data-autofocus
            label={t('sale.unknown.name')}
            value={name}
            maxLength={longestName}
            autoComplete="off"
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <MoneyInput label={t('common.price')} value={priceSom} onChange={setPrice} />
          <UnitField unit={unit} onChange={setUnit} />
          <ApprovalFields state={approval} />
          <ErrorAnswer error={error} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={() => show(null)}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={isSending} disabled={!isReady}>
              {t('sale.unknown.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function UnitField({ unit, onChange }: { unit: Unit; onChange: (unit: Unit) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Stack gap={4}>
      <Text fw={500}>{t('sale.unknown.unit')}</Text>
      <SegmentedControl
        aria-label={t('sale.unknown.unit')}
        data={units.map((each) => ({ value: each, label: format.unit(each) }))}
        value={unit}
        onChange={(value) => onChange(units.find((each) => each === value) ?? 'piece')}
      />
    </Stack>
  );
}
