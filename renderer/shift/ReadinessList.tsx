/** Whether anything would stop or lose a sale today: each trouble with its advice, and in one line what is in order. */
import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { readinessSchema } from '../../shared/shop/contract.ts';
import type { Instant } from '../../shared/time.ts';
import { useFormat } from '../app/language.ts';
import styles from './ReadinessList.module.css';

type Check = z.output<typeof readinessSchema>['checks'][number];

const pictures = { good: IconCircleCheck, warning: IconAlertTriangle, bad: IconCircleX } as const;

/** The worst first: a glance must not have to search. */
const order = ['bad', 'warning'] as const;

export function ReadinessList({ checks }: { checks: readonly Check[] }) {
  const { t } = useTranslation();
  const wordsOf = useCheckWords();
  const troubles = order.flatMap((state) => checks.filter((check) => check.state === state));
  const good = checks
    .filter(({ state }) => state === 'good')
    .map((check) => `${t(`shift.check.${check.what}`)}: ${wordsOf(check)}`);
  return (
    <ul className={styles.list} aria-label={t('shift.readiness')}>
      {troubles.map((check) => {
        const Picture = pictures[check.state];
        return (
          <li key={check.what} className={styles[check.state]}>
            <Picture size={24} aria-hidden="true" />
            <span>
              <span className={styles.what}>
                {t(`shift.check.${check.what}`)}
                <span className="visuallyHidden"> {t(`shift.checkState.${check.state}`)}</span>
              </span>
              <span className={styles.words}>{wordsOf(check)}</span>
            </span>
          </li>
        );
      })}
      {good.length > 0 && (
        <li className={styles.good}>
          <IconCircleCheck size={24} aria-hidden="true" />
          <span>
            <span className={styles.what}>{t('shift.inOrder')}</span>
            <span className={styles.words}>{good.join(' · ')}</span>
          </span>
        </li>
      )}
    </ul>
  );
}

function useCheckWords(): (check: Check) => string {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  return ({ what, state, detail }) => {
    switch (what) {
      case 'database':
        return state === 'good' ? t('shift.checkDatabase.good') : t('shift.checkDatabase.bad');
      case 'backup': {
        if (detail === '') return t('shift.checkBackup.never');
        const count = Number(detail);
        return count === 0 ? t('shift.checkBackup.today') : t('shift.checkBackup.days', { count });
      }
      case 'printer': {
        if (state === 'good') return t('shift.checkPrinter.good');
        if (detail.toLowerCase() === 'noprinter') return t('shift.checkPrinter.none');
        const key = `receipt.trouble.${detail}`;
        return i18n.exists(key) ? t(key) : t('shift.checkPrinter.bad');
      }
      case 'disk':
        return t(state === 'good' ? 'shift.checkDisk.good' : 'shift.checkDisk.bad', {
          free: format.number(Number(detail)),
        });
      case 'journal':
        return t(state === 'good' ? 'shift.checkJournal.good' : 'shift.checkJournal.bad');
      default:
        return state === 'good'
          ? t('shift.checkClock.good')
          : t('shift.checkClock.bad', { last: detail === '' ? '' : format.moment(detail as Instant) });
    }
  };
}
