/** The figures of an answer as large keys: 0 to 10 whether they would recommend the shop, or 1 to 5 how satisfied they are. */
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { FeedbackKind } from '../../shared/service/feedback.ts';
import styles from './service.module.css';

const scores: Readonly<Record<FeedbackKind, readonly number[]>> = {
  nps: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  satisfaction: [1, 2, 3, 4, 5],
};

/** The figure keys are the scores; ten is the key with the plus. Null for a key that is no score. */
export function scoreOfKey(kind: FeedbackKind, { code }: Pick<KeyboardEvent, 'code'>): number | null {
  if (kind === 'nps' && (code === 'NumpadAdd' || code === 'Equal')) return 10;
  const figure = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
  const score = figure === undefined ? null : Number(figure);
  return score !== null && scores[kind].includes(score) ? score : null;
}

export interface FeedbackScoresProps {
  readonly kind: FeedbackKind;
  readonly score: number | null;
  readonly onScore: (score: number) => void;
}

export function FeedbackScores({ kind, score, onScore }: FeedbackScoresProps) {
  const { t } = useTranslation();
  const all = scores[kind];
  const [least = 0] = all;
  const most = all.at(-1) ?? least;
  return (
    <fieldset className={styles.asked}>
      <legend>{t(`service.feedback.question.${kind}`)}</legend>
      <div className={styles.scores} style={{ '--scores': all.length } as CSSProperties}>
        {all.map((each, place) => (
          <button
            key={each}
            type="button"
            className={styles.score}
            // The keys of the dialog are heard from here on, with nothing to type into.
            data-autofocus={place === 0 || undefined}
            aria-pressed={each === score}
            onClick={() => onScore(each)}
          >
            {each}
          </button>
        ))}
      </div>
      <div className={styles.ends}>
        <span>{t(`service.feedback.least.${kind}`, { score: least })}</span>
        <span>{t(`service.feedback.most.${kind}`, { score: most })}</span>
      </div>
    </fieldset>
  );
}
