/** The violet bar over every page of the shop to learn in: that this is practice, the next step of the tour, the way out. */
import { Button, List, Modal, ThemeIcon } from '@mantine/core';
import { IconCheck, IconSchool } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type TourStep, tourSteps } from '../../shared/staff/peopleContract.ts';
import { api, onAnswered } from '../app/api.ts';
import { useTill } from '../app/useTill.ts';
import { newIntentionId } from '../app/uuid.ts';
import styles from './TrainingBar.module.css';
import { onTourDid, tourStepsOf } from './tourSteps.ts';
import { leaveTraining } from './training.ts';

/** The page under the bar. */
export function InTraining({ children }: { children: ReactNode }) {
  return (
    <div className={styles.training}>
      <TrainingBar />
      <div className={styles.page}>{children}</div>
    </div>
  );
}

/** The steps that this person has done, ticked as they are done; a tick that the till refuses is tried with the next one. */
function useTour(): ReadonlySet<TourStep> {
  const known = useTill(api.staff.tour, {}).data?.steps ?? [];
  const [fresh, setFresh] = useState<readonly TourStep[]>([]);
  const done = new Set([...known.map(({ step }) => step), ...fresh]);
  const latest = useRef(done);
  useEffect(() => {
    latest.current = done;
  });
  useEffect(() => {
    const tick = (step: TourStep) => {
      if (latest.current.has(step)) return;
      setFresh((before) => [...before, step]);
      void api.staff.tickTour({ intentionId: newIntentionId(), step });
    };
    const stops = [
      onTourDid(tick),
      onAnswered((call) => {
        for (const step of tourStepsOf(call)) tick(step);
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  return done;
}

function TrainingBar() {
  const { t } = useTranslation();
  const done = useTour();
  const [isListOpen, setListOpen] = useState(false);
  const next = tourSteps.find((step) => !done.has(step));
  return (
    <header className={styles.bar}>
      <IconSchool size={20} aria-hidden="true" />
      <strong className={styles.title}>{t('staff.training.title')}</strong>
      <span className={styles.step} role="status">
        {next === undefined
          ? t('staff.training.allDone')
          : `${t('staff.training.step', { number: tourSteps.indexOf(next) + 1, all: tourSteps.length })} ${t(`staff.tour.${next}`)}`}
      </span>
      <button type="button" className={styles.button} tabIndex={-1} onClick={() => setListOpen(true)}>
        {t('staff.training.steps')}
      </button>
      <button type="button" className={styles.button} tabIndex={-1} onClick={() => void leaveTraining()}>
        {t('staff.training.leave')}
      </button>
      {isListOpen && <TourList done={done} onClose={() => setListOpen(false)} />}
    </header>
  );
}

function TourList({ done, onClose }: { done: ReadonlySet<TourStep>; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal opened onClose={onClose} title={t('staff.training.tour')} size={640}>
      <List type="ordered" spacing="sm">
        {tourSteps.map((step) => (
          <List.Item
            key={step}
            icon={
              <ThemeIcon variant={done.has(step) ? 'filled' : 'light'} color="violet" radius="xl" size={28}>
                {done.has(step) ? <IconCheck size={18} aria-hidden="true" /> : tourSteps.indexOf(step) + 1}
              </ThemeIcon>
            }
          >
            <span className="visuallyHidden">{done.has(step) ? t('staff.training.done') : ''}</span>
            {t(`staff.tour.${step}`)}
          </List.Item>
        ))}
      </List>
      <Button mt="lg" fullWidth onClick={onClose}>
        {t('common.done')}
      </Button>
    </Modal>
  );
}
