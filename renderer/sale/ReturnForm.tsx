/** Goods of one receipt come back: everything chosen beforehand, one figure says why, Enter does it. */
import { Badge, Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MoneyBackWay, ReturnReason } from '../../shared/sale/returnContract.ts';
import type { Approval } from '../../shared/verb.ts';
import type { TillError } from '../app/answer.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { playSound } from '../app/sounds.ts';
import { useScanner } from '../app/useScanner.ts';
import { useTill } from '../app/useTill.ts';
import { focusFirst } from '../credit/focusFirst.ts';
import { ApprovalFields } from '../staff/ApprovalFields.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { KeyCap } from '../ui/KeyCap.tsx';
import { ReasonKeys, reasonOfKey } from './ReasonKeys.tsx';
import { HandBack, ReturnConsequences } from './ReturnConsequences.tsx';
import { ReturnLines } from './ReturnLines.tsx';
import { type Choice, isWhole, onlyLine, type SoldLine, scannedBack, stepped, toggled } from './returning.ts';
import styles from './returns.module.css';
import { type HearKey, useDialogKeys } from './useDialogKeys.ts';
import { productWithCode } from './useProductSearch.ts';
import { type Returnable, type ReturnTools, type TakenBack, useReturn, waysFor } from './useReturn.ts';

/** The goods that come back with a new sale. */
export interface WantedExchange {
  readonly saleId: string;
  readonly lines: ReturnTools['lines'];
  readonly reason: ReturnReason;
}

export interface ReturnFormProps {
  readonly saleId: string;
  readonly onDone: (done: TakenBack) => void;
  /** Puts the goods onto the open basket; answers why not. */
  readonly onExchange: (wanted: WantedExchange, approval?: Approval) => Promise<TillError | null>;
  readonly onClose: () => void;
}

export function ReturnForm(props: ReturnFormProps) {
  const { data, error } = useTill(api.sale.returnable, { saleId: props.saleId }, { forgets: true });
  if (data === undefined) return <ErrorAnswer error={error} />;
  return <Form {...props} sold={data} />;
}

/** What is chosen, with the marked line; the fields are drawn anew after every change that was not typed. */
function useChosenLines(tools: ReturnTools, lines: readonly SoldLine[]) {
  const [marked, setMarked] = useState(0);
  const [version, setVersion] = useState(0);
  const choose = (choice: Choice, isTyped = false) => {
    tools.setChoice(choice);
    if (!isTyped) setVersion((before) => before + 1);
  };
  const hear: HearKey = (event, isTyping) => {
    const line = lines[marked];
    const figure = /^Digit([1-9])$/.exec(event.code)?.[1];
    if (event.altKey && figure !== undefined) {
      const place = Number(figure) - 1;
      const only = lines[place];
      if (only === undefined) return true;
      setMarked(place);
      choose(onlyLine(tools.choice, only));
      return true;
    }
    if (isTyping || line === undefined) return false;
    if (event.key === 'ArrowDown') setMarked(Math.min(lines.length - 1, marked + 1));
    else if (event.key === 'ArrowUp') setMarked(Math.max(0, marked - 1));
    else if (event.key === ' ') choose(toggled(tools.choice, line));
    else if (event.key === '+' || event.key === '-') {
      choose(stepped(tools.choice, line, event.key === '+' ? 1 : -1));
    } else return false;
    return true;
  };
  const scan = async (code: string) => {
    const product = await productWithCode(code);
    const next = product === null ? null : scannedBack(tools.choice, lines, product.id);
    playSound(next === null ? 'notFound' : 'scanned');
    if (next === null || product === null) return;
    setMarked(lines.findIndex(({ productId }) => productId === product.id));
    choose(next);
  };
  return { marked, setMarked, version, choose, hear, scan };
}

/** Enter while what follows is still being asked waits for it, so that three quick keys are enough. */
function useConfirm(tools: ReturnTools, onDone: ReturnFormProps['onDone']) {
  const [isAwaited, setAwaited] = useState(false);
  const send = async () => {
    const done = await tools.send();
    if (done !== null) onDone(done);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: sent once, when it has become ready
  useEffect(() => {
    if (!isAwaited || !tools.isReady) return;
    setAwaited(false);
    void send();
  }, [isAwaited, tools.isReady]);
  return () => (tools.isReady ? void send() : setAwaited(tools.isChosen));
}

function Form({ saleId, sold, onDone, onExchange, onClose }: ReturnFormProps & { sold: Returnable }) {
  const tools = useReturn(saleId, sold);
  const chosen = useChosenLines(tools, sold.lines);
  const confirm = useConfirm(tools, onDone);
  const [problem, setProblem] = useState<TillError | null>(null);
  const { reason, consequences, approval } = tools;
  const exchange = async () => {
    if (reason === null || !tools.isChosen) return;
    setProblem(await onExchange({ saleId, lines: tools.lines, reason }, approval.approval));
  };
  useScanner((code) => void chosen.scan(code));
  useDialogKeys((event, isTyping) => {
    if (event.key === 'Enter') {
      if (event.target instanceof HTMLButtonElement) return false;
      confirm();
      return true;
    }
    if (event.code === 'F9') {
      void exchange();
      return true;
    }
    const heard = isTyping ? null : reasonOfKey(event);
    if (heard !== null) tools.setReason(heard);
    return heard !== null || chosen.hear(event, isTyping);
  });
  const isNothingLeft = sold.lines.every(({ leftThousandths }) => leftThousandths === 0);
  return (
    <Stack gap="md">
      <SoldHead sold={sold} />
      <div className={styles.columns}>
        <ReturnLines
          lines={sold.lines}
          choice={tools.choice}
          marked={chosen.marked}
          version={chosen.version}
          onMark={chosen.setMarked}
          onChoice={chosen.choose}
        />
        <aside className={styles.side}>
          <WayBack sold={sold} tools={tools} />
          {consequences !== null && <HandBack what={consequences} isDone={false} />}
          {consequences !== null && <ReturnConsequences what={consequences} />}
        </aside>
      </div>
      <ReasonKeys reason={reason} onReason={tools.setReason} />
      {!isNothingLeft && <ApprovalFields state={approval} takesFocus={reason !== null} />}
      <ErrorAnswer error={tools.error ?? problem ?? tools.previewError} />
      <Foot
        tools={tools}
        isCancel={sold.isToday && isWhole(tools.choice, sold.lines)}
        onExchange={() => void exchange()}
        onConfirm={confirm}
        onClose={onClose}
      />
    </Stack>
  );
}

interface FootProps {
  readonly tools: ReturnTools;
  /** Everything of a sale of today. */
  readonly isCancel: boolean;
  readonly onExchange: () => void;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

function Foot({ tools, isCancel, onExchange, onConfirm, onClose }: FootProps) {
  const { t } = useTranslation();
  return (
    <Group justify="space-between">
      <Button
        variant="default"
        leftSection={<IconArrowsExchange size={20} aria-hidden="true" />}
        disabled={!tools.isChosen}
        onClick={onExchange}
      >
        {t('sale.return.exchange')}&ensp;
        <KeyCap binding="F9" />
      </Button>
      <Group gap="sm">
        <Button variant="default" onClick={onClose}>
          {t('common.close')}
        </Button>
        <Button color="red" disabled={!tools.isReady} loading={tools.isSending} onClick={onConfirm}>
          {isCancel ? t('sale.return.cancelSale') : t('sale.return.confirm')}&ensp;
          <KeyCap binding="Enter" isOnColour />
        </Button>
      </Group>
    </Group>
  );
}

/** Which receipt this is, and what makes it a special case. It holds the focus, so that Enter means the return. */
function SoldHead({ sold }: { sold: Returnable }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { sale } = sold;
  return (
    <Group ref={focusFirst} gap="sm" data-autofocus tabIndex={-1} className={styles.head ?? ''}>
      <Text fw={700} size="lg">
        {t('sale.finished.receipt', { number: sale.number })} · {format.som(sale.netSom)}
      </Text>
      <Text className="figures">{format.moment(sale.soldAt)}</Text>
      <Text c="var(--muted)">
        {sale.personName}
        {sale.customerName !== null && ` · ${format.phone(sale.customerName)}`}
      </Text>
      {sold.isToday && <Badge color="teal">{t('sale.return.today')}</Badge>}
      {sold.isLate && <Badge color="red">{t('sale.return.late', { day: format.day(sold.lastOn) })}</Badge>}
      {sold.returns.map(({ returnId, number, netSom }) => (
        <Badge key={returnId} color="gray">
          {t('sale.return.before', { number, sum: format.number(netSom) })}
        </Badge>
      ))}
    </Group>
  );
}

function WayBack({ sold, tools }: { sold: Returnable; tools: ReturnTools }) {
  const { t } = useTranslation();
  const ways = waysFor(sold);
  if (ways.length < 2) return null;
  return (
    <SegmentedControl
      fullWidth
      size="sm"
      aria-label={t('sale.return.way')}
      value={tools.moneyBack}
      onChange={(way) => tools.setMoneyBack(way as MoneyBackWay)}
      data={ways.map((value) => ({ value, label: t(`sale.return.ways.${value}`) }))}
    />
  );
}
