/** The quiet badge of the sell screen: papers that wait, and the one that needs somebody. */
import { Anchor, Popover, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconPrinter, IconPrinterOff } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { useTill } from '../app/useTill.ts';
import { PaperTrouble } from './PaperTrouble.tsx';
import styles from './PrinterBadge.module.css';
import { type PaperAtPrinter, paperOfProblem } from './paperActs.ts';
import { useKindWords, useTroubleWords } from './paperWords.ts';
import { useFocusKept } from './useFocusKept.ts';

export interface PrinterBadgeProps {
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
  /** The number of the receipt that needs somebody; null for another paper, or while it is looked up. */
  number: number | null;
  onShow: (paper: PaperAtPrinter) => void;
}

/** Nothing is shown while everything prints, and nothing here ever takes the focus by itself. */
export function PrinterBadge({ isOpen, onOpen, number, onShow }: PrinterBadgeProps) {
  const { t } = useTranslation();
  const state = useTill(api.receipt.state, {}).data;
  const paper = state === undefined || state.problem === null ? null : paperOfProblem(state.problem);
  const waiting = state?.waiting ?? 0;
  const isQuiet = waiting === 0 && paper === null;
  if (isQuiet && !isOpen) return null;
  return (
    <Popover
      width={380}
      position="bottom-end"
      shadow="md"
      withArrow
      trapFocus
      returnFocus
      opened={isOpen}
      onChange={onOpen}
    >
      <Popover.Target>
        <UnstyledButton
          className={`${styles.badge} ${paper === null ? '' : styles.problem}`}
          tabIndex={-1}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onOpen(!isOpen)}
        >
          <Face paper={paper} waiting={waiting} number={number} />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <Opened onClose={() => onOpen(false)}>
          {paper !== null ? (
            <PaperTrouble
              key={paper.jobId}
              paper={paper}
              name={number === null ? null : t('sale.finished.receipt', { number })}
              onShow={() => onShow(paper)}
              takesFocus
            />
          ) : (
            <Text>{isQuiet ? t('receipt.badge.allPrinted') : t('receipt.badge.waiting', { waiting })}</Text>
          )}
          <Anchor href="#/papers/queue">{t('receipt.queue.title')}</Anchor>
        </Opened>
      </Popover.Dropdown>
    </Popover>
  );
}

/** Esc closes it wherever the focus is: a paper that comes out meanwhile takes the button away that had it. */
function Opened({ onClose, children }: { onClose: () => void; children: ReactNode }) {
  const root = useRef<HTMLDivElement>(null);
  const latest = useRef(onClose);
  useFocusKept(root, true);
  useEffect(() => {
    latest.current = onClose;
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.code === 'Escape') latest.current();
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, []);
  return (
    <Stack gap="sm" ref={root} tabIndex={-1} className={styles.opened}>
      {children}
    </Stack>
  );
}

/** A printer in words when it needs somebody, else only the figure of what waits. */
function Face({
  paper,
  waiting,
  number,
}: {
  paper: PaperAtPrinter | null;
  waiting: number;
  number: number | null;
}) {
  const { t } = useTranslation();
  const troubleWords = useTroubleWords();
  const kindWords = useKindWords();
  if (paper === null) {
    return (
      <>
        <IconPrinter size={20} aria-hidden="true" />
        {waiting > 0 && <span className="figures">{waiting}</span>}
        <span className="visuallyHidden">{t('receipt.badge.waiting', { waiting })}</span>
      </>
    );
  }
  const { state, reason, documentKind } = paper;
  const words =
    state === 'unknown' && number !== null
      ? t('receipt.badge.unknownNumber', { number })
      : ((state === 'blocked' ? troubleWords(reason) : null) ?? t(`receipt.badge.${state}`));
  return (
    <>
      <IconPrinterOff size={20} aria-hidden="true" />
      <span className={styles.words} title={`${kindWords(documentKind)}: ${words}`}>
        {words}
      </span>
      {waiting > 1 && <span className={`${styles.count} figures`}>{waiting}</span>}
    </>
  );
}
