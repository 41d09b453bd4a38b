/** The questions of the day that this customer has not answered: one tap each. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PollChoice } from '../../shared/service/poll.ts';
import type { AskedPoll } from '../../shared/service/pollContract.ts';
import { textIn } from '../../shared/text.ts';
import { api } from '../app/api.ts';
import { useLanguage } from '../app/language.ts';
import { useIntention, useTill } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import styles from './service.module.css';

export interface PollAskedProps {
  readonly customerId: string | null;
  readonly saleId: string | null;
}

/** So many at once: more would keep the queue waiting, and the next one comes as soon as this is answered. */
const mostAsked = 1;

export function PollAsked({ customerId, saleId }: PollAskedProps) {
  const { data } = useTill(api.service.pollsNow, { customerId, saleId }, { forgets: true });
  // Of somebody without card and receipt the till does not know that they have answered.
  const [answered, setAnswered] = useState<readonly string[]>([]);
  const polls = (data?.polls ?? []).filter(({ pollId }) => !answered.includes(pollId));
  return polls
    .slice(0, mostAsked)
    .map((poll) => (
      <OnePoll
        key={poll.pollId}
        poll={poll}
        customerId={customerId}
        saleId={saleId}
        onAnswered={() => setAnswered((before) => [...before, poll.pollId])}
      />
    ));
}

interface OnePollProps extends PollAskedProps {
  readonly poll: AskedPoll;
  readonly onAnswered: () => void;
}

function OnePoll({ poll, customerId, saleId, onAnswered }: OnePollProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const answer = useIntention(api.service.answerPoll);
  const question = textIn(poll.question, language);
  const choose = async (choice: PollChoice) => {
    const taken = await answer.send({ pollId: poll.pollId, choice, customerId, saleId });
    if (taken.ok) onAnswered();
  };
  return (
    <section className={styles.pollAsked} aria-label={question}>
      <span>
        <span className="muted">{t('service.poll.alsoAsk')}</span> <strong>{question}</strong>
      </span>
      <div className={styles.two}>
        <button type="button" className={styles.key} onClick={() => void choose('a')}>
          {textIn(poll.answerA, language)}
        </button>
        <button type="button" className={styles.key} onClick={() => void choose('b')}>
          {textIn(poll.answerB, language)}
        </button>
      </div>
      <ErrorAnswer error={answer.error} />
    </section>
  );
}
