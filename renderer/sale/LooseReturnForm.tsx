/** Goods without a receipt: which, for how much, why; a right of its own, with the approval of a second person in place. */
import { ActionIcon, Button, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { IconTrash, IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Product } from '../../shared/catalogue/contract.ts';
import {
  lineAmount,
  ONE,
  type Som,
  som,
  sumOf,
  type Thousandths,
  thousandths,
  zeroSom,
} from '../../shared/money.ts';
import type { ReturnReason } from '../../shared/sale/returnContract.ts';
import { textIn } from '../../shared/text.ts';
import { api } from '../app/api.ts';
import { useFormat, useLanguage } from '../app/language.ts';
import { playSound } from '../app/sounds.ts';
import { useScanner } from '../app/useScanner.ts';
import { useIntention } from '../app/useTill.ts';
import { AttachCustomerDialog } from '../customer/attachDialog.tsx';
import { useCustomerName } from '../customer/customerName.ts';
import { ApprovalFields, useApproval } from '../staff/ApprovalFields.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { MoneyInput } from '../ui/MoneyInput.tsx';
import { QuantityInput } from '../ui/QuantityInput.tsx';
import { ProductField } from './ProductField.tsx';
import { ReasonKeys } from './ReasonKeys.tsx';
import { BackToSelling, SlipNote } from './ReturnDone.tsx';
import styles from './returns.module.css';
import { productWithCode } from './useProductSearch.ts';

interface LooseLine {
  readonly product: Pick<Product, 'id' | 'name' | 'unit'>;
  readonly quantity: Thousandths | null;
  readonly priceSom: Som | null;
  /** Grows when a scan adds a piece, so that the field shows it. */
  readonly version: number;
}

/** Another piece of what is there already, else a new line at today's price. */
function withProduct(lines: readonly LooseLine[], product: Product): readonly LooseLine[] {
  const place = lines.findIndex((line) => line.product.id === product.id);
  const found = lines[place];
  if (found === undefined) {
    return [...lines, { product, quantity: ONE, priceSom: product.priceSom, version: 0 }];
  }
  const quantity = thousandths((found.quantity ?? 0) + ONE);
  return lines.with(place, { ...found, quantity, version: found.version + 1 });
}

const sumOfLine = ({ priceSom, quantity }: LooseLine): Som =>
  priceSom === null || quantity === null ? zeroSom : lineAmount(priceSom, quantity);

interface LooseReturnFormProps {
  readonly onBack: () => void;
  readonly onClose: () => void;
}

export function LooseReturnForm({ onBack, onClose }: LooseReturnFormProps) {
  const [done, setDone] = useState<{ number: number; netSom: Som; isCash: boolean } | null>(null);
  return done === null ? <Form onBack={onBack} onDone={setDone} /> : <Done {...done} onClose={onClose} />;
}

interface FormProps {
  readonly onBack: () => void;
  readonly onDone: (done: { number: number; netSom: Som; isCash: boolean }) => void;
}

/** Everything that is typed, and whether it is enough. */
function useLoose(onDone: FormProps['onDone']) {
  const [lines, setLines] = useState<readonly LooseLine[]>([]);
  const [reason, setReason] = useState<ReturnReason | null>(null);
  const [note, setNote] = useState('');
  const [moneyBack, setMoneyBack] = useState<'cash' | 'storeCredit'>('cash');
  const [customer, setCustomer] = useState<{ id: string; name: string } | null>(null);
  const approval = useApproval('sale.takeBackLoose');
  const { send, isSending, error } = useIntention(api.sale.takeBackLoose);
  const isWhole = lines.length > 0 && lines.every((line) => line.quantity !== null && line.priceSom !== null);
  const isNamed = moneyBack === 'cash' || customer !== null;
  const isReady = isWhole && isNamed && reason !== null && note.trim() !== '' && approval.isReady;
  const confirm = async () => {
    if (!isReady || reason === null) return;
    const answer = await send({
      lines: lines.map(({ product, quantity, priceSom }) => ({
        productId: product.id,
        quantityThousandths: quantity ?? ONE,
        priceSom: priceSom ?? zeroSom,
      })),
      customerId: customer?.id ?? null,
      reason,
      note: note.trim(),
      moneyBack,
      ...(approval.approval && { approval: approval.approval }),
    });
    if (answer.ok) onDone({ ...answer.data, isCash: moneyBack === 'cash' });
  };
  return {
    lines,
    setLines,
    add: (product: Product) => setLines((before) => withProduct(before, product)),
    reason,
    setReason,
    note,
    setNote,
    moneyBack,
    setMoneyBack,
    customer,
    setCustomer,
    approval,
    isSending,
    error,
    isReady,
    confirm,
  };
}
type LooseTools = ReturnType<typeof useLoose>;

function Form({ onBack, onDone }: FormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const tools = useLoose(onDone);
  const [isAsking, setAsking] = useState(false);
  const { lines, add, approval } = tools;
  useScanner((code) => {
    void productWithCode(code).then((product) => {
      playSound(product === null ? 'notFound' : 'scanned');
      if (product !== null) add(product);
    });
  }, !isAsking);
  return (
    <>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void tools.confirm();
        }}
      >
        <Stack gap="md">
          <Text>{t('sale.loose.hint')}</Text>
          <ProductField onProduct={add} />
          {lines.length > 0 && <LooseLines lines={lines} onLines={tools.setLines} />}
          <ReasonKeys hasKeys={false} reason={tools.reason} onReason={tools.setReason} />
          <NoteAndWay tools={tools} onAsk={() => setAsking(true)} />
          <ApprovalFields state={approval} />
          <ErrorAnswer error={tools.error} />
          <Group justify="space-between">
            <Button variant="default" onClick={onBack}>
              {t('common.back')}
            </Button>
            <Button type="submit" color="red" disabled={!tools.isReady} loading={tools.isSending}>
              {t('sale.loose.confirm', { sum: format.som(sumOf(lines, sumOfLine)) })}
            </Button>
          </Group>
        </Stack>
      </form>
      {isAsking && <WhoseAccount tools={tools} onClose={() => setAsking(false)} />}
    </>
  );
}

function NoteAndWay({ tools, onAsk }: { tools: LooseTools; onAsk: () => void }) {
  const { t } = useTranslation();
  return (
    <Group gap="sm" align="flex-end" grow>
      <TextInput
        label={t('sale.loose.note')}
        value={tools.note}
        maxLength={200}
        autoComplete="off"
        onChange={(event) => tools.setNote(event.currentTarget.value)}
      />
      <SegmentedControl
        aria-label={t('sale.return.way')}
        value={tools.moneyBack}
        onChange={(way) => tools.setMoneyBack(way as LooseTools['moneyBack'])}
        data={(['cash', 'storeCredit'] as const).map((value) => ({
          value,
          label: t(`sale.return.ways.${value}`),
        }))}
      />
      <Button variant="default" leftSection={<IconUserPlus size={20} aria-hidden="true" />} onClick={onAsk}>
        {tools.customer?.name ?? t('sale.loose.customer')}
      </Button>
    </Group>
  );
}

function WhoseAccount({ tools, onClose }: { tools: LooseTools; onClose: () => void }) {
  const { t } = useTranslation();
  const nameOf = useCustomerName();
  return (
    <AttachCustomerDialog
      title={t('sale.customer.title')}
      onClose={onClose}
      onChosen={(chosen) => {
        tools.setCustomer({ id: chosen.id, name: nameOf(chosen) });
        onClose();
      }}
    />
  );
}

interface LooseLinesProps {
  readonly lines: readonly LooseLine[];
  readonly onLines: (lines: readonly LooseLine[]) => void;
}

function LooseLines({ lines, onLines }: LooseLinesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const change = (place: number, patch: Partial<LooseLine>) => {
    const line = lines[place];
    if (line !== undefined) onLines(lines.with(place, { ...line, ...patch }));
  };
  return (
    <ul className={styles.lines} aria-label={t('sale.return.lines')}>
      {lines.map((line, place) => {
        const name = textIn(line.product.name, language);
        return (
          <li key={line.product.id} className={styles.looseLine}>
            <span className={styles.name}>{name}</span>
            <QuantityInput
              key={line.version}
              className={styles.quantity ?? ''}
              aria-label={`${t('sale.basket.quantity')}: ${name}`}
              unit={line.product.unit}
              value={line.quantity}
              onChange={(quantity) => change(place, { quantity })}
            />
            <MoneyInput
              w={160}
              aria-label={`${t('common.price')}: ${name}`}
              value={line.priceSom}
              onChange={(priceSom) => change(place, { priceSom })}
            />
            <span className={`${styles.sum} figures`}>{format.number(sumOfLine(line))}</span>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={40}
              aria-label={`${t('sale.totals.remove')}: ${name}`}
              onClick={() => onLines(lines.toSpliced(place, 1))}
            >
              <IconTrash size={20} aria-hidden="true" />
            </ActionIcon>
          </li>
        );
      })}
    </ul>
  );
}

interface DoneProps {
  readonly number: number;
  readonly netSom: Som;
  readonly isCash: boolean;
  readonly onClose: () => void;
}

function Done({ number, netSom, isCash, onClose }: DoneProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Stack gap="md">
      <Text size="lg" fw={700}>
        {t('sale.return.done', { number })}
      </Text>
      <div className={`${styles.handBack} ${styles.big}`}>
        <span>{t(isCash ? 'sale.return.handBack' : 'sale.return.to.storeCredit')}</span>
        <strong className="figures">{format.number(som(netSom))}</strong>
      </div>
      <SlipNote />
      <BackToSelling onClose={onClose} />
    </Stack>
  );
}
