/** One job of the queue: what a person can do about it, how it went, and the paper itself. */
import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrintJob } from '../../shared/receipt/spoolContract.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { useTill } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { ReceiptPreview } from '../ui/ReceiptPreview.tsx';
import { DocumentOnScreen } from './PaperOnScreen.tsx';
import { PaperTrouble } from './PaperTrouble.tsx';
import { actsOf, paperOfJob } from './paperActs.ts';
import { useJobWords, useTroubleWords } from './paperWords.ts';
import styles from './QueuePage.module.css';

export function OneJob({ job }: { job: PrintJob }) {
  const { t } = useTranslation();
  const [isShown, setShown] = useState(false);
  const wordsOf = useJobWords();
  const paper = paperOfJob(job);
  const isOpen = actsOf(paper, true).length > 0;
  return (
    <section className={styles.one} aria-label={t('receipt.queue.one')}>
      {isOpen && (
        <div className={styles.matter}>
          <PaperTrouble paper={paper} name={wordsOf(job)} onShow={() => setShown(true)} />
        </div>
      )}
      <Steps job={job} />
      {job.kind === 'paper' && <Paper job={job} />}
      {isShown && <DocumentOnScreen document={job} onClose={() => setShown(false)} />}
    </section>
  );
}

/** A printer that is off for a night is tried some thousand times. */
const shownFirst = 8;

/** How the job came to where it is, the last step on top. */
function Steps({ job }: { job: PrintJob }) {
  const { t } = useTranslation();
  const format = useFormat();
  const troubleWords = useTroubleWords();
  const [isWhole, setWhole] = useState(false);
  const { data, error } = useTill(api.receipt.jobSteps, { jobId: job.id });
  const newest = [...(data?.steps ?? [])].reverse();
  return (
    <div className={styles.steps}>
      <Text fw={600}>{t('receipt.queue.steps')}</Text>
      <ErrorAnswer error={error} />
      <ol>
        {(isWhole ? newest : newest.slice(0, shownFirst)).map((step, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps are only added, and have no name of their own
          <li key={place}>
            <span className="figures">{format.time(step.at)}</span>
            <span>
              {t(`receipt.state.${step.to}`)}
              {step.detail !== null && <Text c="dimmed"> {troubleWords(step.detail) ?? ''}</Text>}
            </span>
          </li>
        ))}
        {(isWhole || newest.length <= shownFirst) && (
          <li>
            <span className="figures">{format.time(job.createdAt)}</span>
            <span>{t('receipt.state.queued')}</span>
          </li>
        )}
      </ol>
      {!isWhole && newest.length > shownFirst && (
        <Button variant="subtle" onClick={() => setWhole(true)}>
          {t('common.showMore')}
        </Button>
      )}
    </div>
  );
}

/** Nothing for papers that nobody may see again. */
function Paper({ job: { documentKind, documentId } }: { job: PrintJob }) {
  const { data } = useTill(api.receipt.onScreen, { documentKind, documentId });
  return data === undefined ? null : <ReceiptPreview preview={data.preview} />;
}
