/** One paper that needs a person: what is the matter, what to do, and the acts that help. */
import { Button, Group, Stack, Text } from '@mantine/core';
import {
  IconCheck,
  IconCopy,
  IconDeviceMobile,
  IconPrinter,
  IconRefresh,
  IconTrash,
  IconX,
} from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { useTill } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { actsOf, type PaperAct, type PaperAtPrinter, remedyOf } from './paperActs.ts';
import { useTroubleWords } from './paperWords.ts';
import { useFocusKept } from './useFocusKept.ts';
import { type PaperActs, usePaperActs } from './usePaperActs.ts';

export interface PaperTroubleProps {
  paper: PaperAtPrinter;
  /** What the paper is, where that does not stand beside it: "Receipt No. 12". */
  name?: string | null;
  onShow: () => void;
  /** True where a person has opened it to act: then the keys stay here, whatever is taken away. */
  takesFocus?: boolean;
}

const icons: Readonly<Record<PaperAct, typeof IconCheck>> = {
  whole: IconCheck,
  copyHere: IconCopy,
  copyElsewhere: IconCopy,
  skip: IconX,
  tryNow: IconRefresh,
  move: IconPrinter,
  onScreen: IconDeviceMobile,
  giveUp: IconTrash,
};

/** Give-up is asked again, and the other printer is chosen where there are several. */
type Step = 'acts' | 'giveUp' | 'move' | 'copyElsewhere';

export function PaperTrouble({ paper, name = null, onShow, takesFocus = false }: PaperTroubleProps) {
  const [step, setStep] = useState<Step>('acts');
  const acts = usePaperActs(paper);
  const root = useRef<HTMLDivElement>(null);
  useFocusKept(root, takesFocus);
  const printers = useTill(api.receipt.printers, {}).data?.printers ?? [];
  const others = printers.filter(
    ({ id, connection }) => id !== paper.printerId && connection.kind !== 'none',
  );
  const send: PaperActs['send'] = async (act, otherPrinterId) => {
    const isDone = await acts.send(act, otherPrinterId);
    setStep('acts');
    return isDone;
  };
  const choose = (act: PaperAct) => {
    if (act === 'onScreen') onShow();
    else if (act === 'giveUp') setStep('giveUp');
    else if (act !== 'move' && act !== 'copyElsewhere') void send(act);
    else if (others.length === 1) void send(act, others[0]?.id);
    else setStep(act);
  };
  return (
    // A question is answered on purpose, not by an Enter that was meant for something else.
    <Stack gap="sm" ref={root} tabIndex={-1} data-autofocus={paper.state === 'unknown' ? true : undefined}>
      <Matter paper={paper} name={name} />
      {step === 'acts' && (
        <Acts
          acts={actsOf(paper, others.length > 0)}
          onAct={choose}
          isSending={acts.isSending}
          isQuestion={paper.state === 'unknown'}
        />
      )}
      {step === 'giveUp' && <GiveUp onSure={() => void send('giveUp')} onBack={() => setStep('acts')} />}
      {(step === 'move' || step === 'copyElsewhere') && (
        <WhichPrinter
          printers={others}
          onChoose={(printerId) => void send(step, printerId)}
          onBack={() => setStep('acts')}
        />
      )}
      <ErrorAnswer error={acts.error} />
    </Stack>
  );
}

/** What is said first; of a printer that has stopped its own reason is. */
const titles: Readonly<Partial<Record<PaperAtPrinter['state'], string>>> = {
  unknown: 'receipt.ask.unknown',
  failed: 'receipt.ask.failed',
  retry_wait: 'receipt.badge.retry_wait',
};

/** The question or the reason, and under it what to do. */
function Matter({ paper, name }: { paper: PaperAtPrinter; name: string | null }) {
  const { t } = useTranslation();
  const why = useTroubleWords()(paper.reason);
  const { state } = paper;
  const remedy = remedyOf(paper);
  const title = titles[state] ?? null;
  const isSaid = title === null || why === null;
  return (
    <div>
      <Text fw={700} size="lg">
        {title === null ? (why ?? t(`receipt.state.${state}`)) : t(title)}
      </Text>
      <Text c="dimmed">{[name, isSaid ? null : why, paper.printerName].filter(Boolean).join(' · ')}</Text>
      {state === 'unknown' && <Text mt={4}>{t('receipt.ask.look')}</Text>}
      {remedy !== null && <Text mt={4}>{t(`receipt.remedy.${remedy}`)}</Text>}
    </div>
  );
}

interface ActsProps {
  acts: readonly PaperAct[];
  onAct: (act: PaperAct) => void;
  isSending: boolean;
  /** No answer to a question is the likelier one. */
  isQuestion: boolean;
}

function Acts({ acts, onAct, isSending, isQuestion }: ActsProps) {
  const { t } = useTranslation();
  return (
    <Stack gap={8}>
      {acts.map((act, place) => {
        const Icon = icons[act];
        const isFirst = place === 0 && !isQuestion;
        return (
          <Button
            key={act}
            data-autofocus={isFirst ? true : undefined}
            size="md"
            h="var(--key)"
            variant={isFirst ? 'light' : 'default'}
            justify="flex-start"
            leftSection={<Icon size={20} aria-hidden="true" />}
            disabled={isSending}
            onClick={() => onAct(act)}
          >
            {t(`receipt.act.${act}`)}
          </Button>
        );
      })}
    </Stack>
  );
}

function GiveUp({ onSure, onBack }: { onSure: () => void; onBack: () => void }) {
  const { t } = useTranslation();
  return (
    <>
      <Text>{t('receipt.ask.giveUp')}</Text>
      <Group grow>
        <Button variant="default" autoFocus onClick={onBack}>
          {t('common.back')}
        </Button>
        <Button color="red" onClick={onSure}>
          {t('receipt.act.giveUp')}
        </Button>
      </Group>
    </>
  );
}

interface WhichPrinterProps {
  printers: readonly { readonly id: string; readonly name: string }[];
  onChoose: (printerId: string) => void;
  onBack: () => void;
}

function WhichPrinter({ printers, onChoose, onBack }: WhichPrinterProps) {
  const { t } = useTranslation();
  return (
    <Stack gap={8}>
      <Text>{t('receipt.ask.which')}</Text>
      {printers.map(({ id, name }, place) => (
        <Button
          key={id}
          autoFocus={place === 0}
          variant="default"
          justify="flex-start"
          leftSection={<IconPrinter size={20} aria-hidden="true" />}
          onClick={() => onChoose(id)}
        >
          {name}
        </Button>
      ))}
      <Button variant="subtle" onClick={onBack}>
        {t('common.back')}
      </Button>
    </Stack>
  );
}
