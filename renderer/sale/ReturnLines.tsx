/** The lines of a receipt that comes back: which of them, and how much of each. */
import { ActionIcon, Checkbox } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { fractionalUnits } from '../../shared/basket.ts';
import { textIn } from '../../shared/text.ts';
import { useFormat, useLanguage } from '../app/language.ts';
import { KeyCap } from '../ui/KeyCap.tsx';
import { QuantityInput } from '../ui/QuantityInput.tsx';
import { type Choice, stepped, toggled, withQuantity } from './returning.ts';
import styles from './returns.module.css';
import type { ReturnableLine } from './useReturn.ts';

interface ReturnLinesProps {
  readonly lines: readonly ReturnableLine[];
  readonly choice: Choice;
  readonly marked: number;
  /** Grows with every change that was not typed, so that the fields show it. */
  readonly version: number;
  readonly onMark: (place: number) => void;
  readonly onChoice: (choice: Choice, isTyped: boolean) => void;
}

/** Alt with a figure chooses one of the first nine alone. */
const mostFigures = 9;

export function ReturnLines(props: ReturnLinesProps) {
  const { t } = useTranslation();
  const { lines, marked } = props;
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.children[marked]?.scrollIntoView({ block: 'nearest' });
  }, [marked]);
  return (
    <ul ref={list} className={styles.lines} aria-label={t('sale.return.lines')}>
      {lines.map((line, place) => (
        <Row key={line.lineNumber} {...props} line={line} place={place} />
      ))}
    </ul>
  );
}

function Row(props: ReturnLinesProps & { line: ReturnableLine; place: number }) {
  const { line, place, choice, marked, version, onMark, onChoice } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const name = textIn(line.name, useLanguage());
  const quantity = choice.quantities.get(line.lineNumber) ?? null;
  const isGone = line.leftThousandths === 0;
  const sold = t('sale.return.sold', { quantity: format.quantity(line.quantityThousandths, line.unit) });
  const left = isGone
    ? t('sale.return.allBack')
    : line.leftThousandths < line.quantityThousandths
      ? t('sale.return.left', { quantity: format.quantity(line.leftThousandths, line.unit) })
      : null;
  return (
    <li
      className={place === marked ? `${styles.line} ${styles.marked}` : styles.line}
      data-gone={isGone || undefined}
      onPointerDown={() => onMark(place)}
    >
      <Checkbox
        size="md"
        tabIndex={-1}
        disabled={isGone}
        checked={quantity !== null}
        aria-label={name}
        onChange={() => onChoice(toggled(choice, line), false)}
      />
      <span className={styles.cap}>
        {place < mostFigures && !isGone && <KeyCap binding={`Alt+Digit${place + 1}`} />}
      </span>
      <span className={styles.goods}>
        <span className={styles.name}>{name}</span>
        <span className={styles.about}>{left === null ? sold : `${sold} · ${left}`}</span>
      </span>
      <span className={styles.howMany}>
        {!fractionalUnits.includes(line.unit) && (
          <Step
            words={t('sale.return.less')}
            isOff={quantity === null}
            onStep={() => onChoice(stepped(choice, line, -1), false)}
          >
            <IconMinus size={18} aria-hidden="true" />
          </Step>
        )}
        <QuantityInput
          key={version}
          className={styles.quantity ?? ''}
          aria-label={`${t('sale.basket.quantity')}: ${name}`}
          unit={line.unit}
          disabled={isGone}
          value={quantity}
          onChange={(typed) => onChoice(withQuantity(choice, line, typed), true)}
        />
        {!fractionalUnits.includes(line.unit) && (
          <Step
            words={t('sale.return.more')}
            isOff={(quantity ?? 0) >= line.leftThousandths}
            onStep={() => onChoice(stepped(choice, line, 1), false)}
          >
            <IconPlus size={18} aria-hidden="true" />
          </Step>
        )}
      </span>
      <span className={`${styles.sum} figures`}>{format.number(line.leftSom)}</span>
    </li>
  );
}

interface StepProps {
  readonly words: string;
  readonly isOff: boolean;
  readonly onStep: () => void;
  readonly children: ReactNode;
}

function Step({ words, isOff, onStep, children }: StepProps) {
  return (
    <ActionIcon
      variant="default"
      size={40}
      tabIndex={-1}
      disabled={isOff}
      aria-label={words}
      onClick={onStep}
    >
      {children}
    </ActionIcon>
  );
}
