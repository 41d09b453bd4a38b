/** What came of a task in one key: a button for each answer, and the number that stands for it while its row is marked. */
import { Button, Modal, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { resultsFor, type TryResult } from '../../shared/service/task.ts';
import type { Task } from '../../shared/service/taskContract.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { minuteWritten } from '../app/typedMinute.ts';
import { useIntention } from '../app/useTill.ts';
import { KeyCap } from '../ui/KeyCap.tsx';
import { SaveForm } from '../ui/SaveForm.tsx';
import styles from './wanted.module.css';

const colours: Readonly<Record<TryResult, string>> = {
  reached: 'teal',
  notReached: 'gray',
  willCome: 'teal',
  neverAgain: 'red',
  done: 'teal',
  notDone: 'gray',
};

export interface TaskResultsProps {
  readonly task: Task;
  readonly onResult: (result: TryResult) => void;
}

export function TaskResults({ task, onResult }: TaskResultsProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.results}>
      {resultsFor(task.kind).map((result, place) => (
        <Button
          key={result}
          variant="light"
          color={colours[result]}
          px={10}
          rightSection={<KeyCap binding={`Digit${place + 1}`} />}
          onClick={() => onResult(result)}
        >
          {t(`service.task.result.${result}`)}
        </Button>
      ))}
    </div>
  );
}

/** The result of the key that was pressed: 1 is the first; null for another key. */
export function resultOfKey(task: Task, { code }: Pick<KeyboardEvent, 'code'>): TryResult | null {
  const figure = /^(?:Digit|Numpad)([1-4])$/.exec(code)?.[1];
  return figure === undefined ? null : (resultsFor(task.kind)[Number(figure) - 1] ?? null);
}

export interface TaskNoteProps {
  readonly task: Task;
  readonly result: TryResult;
  readonly onClose: () => void;
}

/** Enter sends it as it is; words may be added before. */
export function TaskNote({ task, result, onClose }: TaskNoteProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [words, setWords] = useState('');
  const send = useIntention(api.service.noteTaskResult);
  const save = async () => {
    const answer = await send.send({ taskId: task.taskId, result, words: words.trim() });
    if (!answer.ok) return;
    const { nextDueOn, nextDueMinute } = answer.data;
    if (nextDueOn !== null) {
      const day = format.day(nextDueOn);
      notifications.show({
        message: t('service.task.again', { day, hour: minuteWritten(nextDueMinute ?? 0) }),
        color: 'blue',
      });
    }
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t(`service.task.result.${result}`)} size={520}>
      <SaveForm error={send.error} isSending={send.isSending} onSave={save} onCancel={onClose}>
        {result === 'neverAgain' && <Text>{t('service.task.neverHint')}</Text>}
        <TextInput
          data-autofocus
          label={t('service.task.note')}
          description={t('service.task.noteHint')}
          maxLength={400}
          autoComplete="off"
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      </SaveForm>
    </Modal>
  );
}
