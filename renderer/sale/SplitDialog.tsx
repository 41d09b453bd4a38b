/** A part of the open basket is put aside: which lines, how much of each, and under which name it waits. */
import { Button, Checkbox, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Thousandths } from '../../shared/money.ts';
import type { Basket } from '../../shared/sale/basketContract.ts';
import { textIn } from '../../shared/text.ts';
import type { TillError } from '../app/answer.ts';
import { useFormat, useLanguage } from '../app/language.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { QuantityInput } from '../ui/QuantityInput.tsx';
import styles from './returns.module.css';
import { useSelling } from './selling.ts';

type Line = Basket['lines'][number];
type Parts = ReadonlyMap<string, Thousandths | null>;

/** What goes aside leaves something behind, and nothing is asked for that is not there. */
function isFitting(lines: readonly Line[], parts: Parts): boolean {
  const isEach = lines.every(({ lineId, quantityThousandths }) => {
    const part = parts.get(lineId);
    return part === undefined || (part !== null && part > 0 && part <= quantityThousandths);
  });
  const isLeft = lines.some(({ lineId, quantityThousandths }) => parts.get(lineId) !== quantityThousandths);
  return parts.size > 0 && isEach && isLeft;
}

export function SplitDialog() {
  const { t } = useTranslation();
  const { basket, queue, show, say } = useSelling();
  const [parts, setParts] = useState<Parts>(new Map());
  const [label, setLabel] = useState('');
  const [error, setError] = useState<TillError | null>(null);
  const lines = basket?.lines ?? [];
  const isReady = isFitting(lines, parts);
  const set = (lineId: string, part: Thousandths | null | undefined) => {
    const next = new Map(parts);
    if (part === undefined) next.delete(lineId);
    else next.set(lineId, part);
    setParts(next);
  };
  const send = async () => {
    const wanted = [...parts].flatMap(([lineId, part]) =>
      part === null ? [] : [{ lineId, quantityThousandths: part }],
    );
    const answer = await queue.split(wanted, label.trim());
    if (!answer.ok) return setError(answer.error);
    show(null);
    say({ tone: 'good', words: t('sale.split.done') });
  };
  return (
    <Modal opened onClose={() => show(null)} title={t('sale.split.title')} size={720}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) void send();
        }}
      >
        <Stack gap="md">
          <Text>{t('sale.split.hint')}</Text>
          <ul className={styles.lines} aria-label={t('sale.basket.lines')}>
            {lines.map((line, place) => (
              <PartRow
                key={line.lineId}
                line={line}
                isFirst={place === 0}
                part={parts.get(line.lineId)}
                onPart={(part) => set(line.lineId, part)}
              />
            ))}
          </ul>
          <TextInput
            label={t('sale.parked.label')}
            value={label}
            maxLength={40}
            autoComplete="off"
            onChange={(event) => setLabel(event.currentTarget.value)}
          />
          <ErrorAnswer error={error} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={() => show(null)}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" disabled={!isReady}>
              {t('sale.split.action')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

interface PartRowProps {
  readonly line: Line;
  readonly isFirst: boolean;
  /** Undefined: the line stays. Null while what is typed is no quantity. */
  readonly part: Thousandths | null | undefined;
  readonly onPart: (part: Thousandths | null | undefined) => void;
}

function PartRow({ line, isFirst, part, onPart }: PartRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const name = line.kind === 'product' ? textIn(line.name, language) : line.code;
  const unit = line.kind === 'product' ? line.unit : 'piece';
  const isIn = part !== undefined;
  return (
    <li className={styles.looseLine}>
      <Checkbox
        size="md"
        data-autofocus={isFirst || undefined}
        checked={isIn}
        aria-label={name}
        onChange={() => onPart(isIn ? undefined : line.quantityThousandths)}
      />
      <span className={styles.name}>{name}</span>
      <span className="muted">{format.quantity(line.quantityThousandths, unit)}</span>
      <QuantityInput
        key={String(isIn)}
        className={styles.quantity ?? ''}
        aria-label={`${t('sale.split.part')}: ${name}`}
        unit={unit}
        disabled={!isIn}
        value={part ?? null}
        onChange={onPart}
      />
    </li>
  );
}
