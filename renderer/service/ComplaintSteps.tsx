/** Everything that was done about a complaint, in its order: when, by whom, what was said. */
import { useTranslation } from 'react-i18next';
import type { Complaint } from '../../shared/service/complaintContract.ts';
import { useFormat } from '../app/language.ts';
import styles from './service.module.css';

type Step = Complaint['steps'][number];

function useStepWords(): (step: Step) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ kind, owner, promisedOn, outcome, channel }) => {
    switch (kind) {
      case 'assigned':
        return owner === null
          ? t('service.step.unassigned')
          : t('service.step.assigned', { name: owner.name });
      case 'escalated':
        return owner === null
          ? t('service.step.escalated')
          : t('service.step.escalatedTo', { name: owner.name });
      case 'promised':
        return t('service.step.promised', { day: promisedOn === null ? '' : format.day(promisedOn) });
      case 'closed':
        return t('service.step.closed', { outcome: outcome === null ? '' : t(`service.outcome.${outcome}`) });
      case 'answered':
      case 'opened':
        return t(`service.step.${kind}`, {
          channel: channel === null ? '' : t(`service.channel.${channel}`),
        });
      default:
        return t(`service.step.${kind}`);
    }
  };
}

export function ComplaintSteps({ complaint }: { complaint: Complaint }) {
  const { t } = useTranslation();
  const format = useFormat();
  const wordsOf = useStepWords();
  return (
    <ol className={styles.steps} aria-label={t('service.complaint.history')}>
      {complaint.steps.map((step) => (
        <li key={step.stepNumber} className={styles.step}>
          <span className="figures muted">{format.moment(step.at)}</span>
          <div>
            <strong>{wordsOf(step)}</strong>{' '}
            <span className="muted">{step.person?.name ?? t('service.step.till')}</span>
            {step.words !== '' && <p className={styles.stepWords}>{step.words}</p>}
          </div>
        </li>
      ))}
    </ol>
  );
}
