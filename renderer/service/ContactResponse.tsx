/** How fast complaints and questions were answered: the share within a day, and what a customer waits. */
import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { shareOf } from '../../shared/service/opinion.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { useTill } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { Kpi } from '../ui/Kpi.tsx';
import { useMinutesInWords } from './ClockBadge.tsx';
import { PeriodSelect, usePeriod } from './PeriodSelect.tsx';
import styles from './service.module.css';

export function ResponseFigures() {
  const { t } = useTranslation();
  const format = useFormat();
  const inWords = useMinutesInWords();
  const period = usePeriod();
  const { from, to } = period;
  const { data, error } = useTill(api.service.response, { from, to }, { keepsLast: true });
  const share = data === undefined ? null : shareOf(data.inTime, data.counted);
  const asPercent = (part: number) => format.percent(Math.round(part * 100) * 100);
  const minutes = (value: number | null) => (value === null ? '–' : inWords(value));
  return (
    <>
      <Group>
        <PeriodSelect period={period} />
      </Group>
      <ErrorAnswer error={error} />
      {data !== undefined && (
        <div className={styles.figures}>
          <Kpi
            title={t('service.response.inTime')}
            value={share === null ? '–' : asPercent(share.share)}
            formula={t('service.response.formula')}
            note={
              share === null
                ? t('service.response.none')
                : t('service.response.ofAll', {
                    inTime: data.inTime,
                    count: data.counted,
                    low: asPercent(share.low),
                    high: asPercent(share.high),
                  })
            }
          />
          <Kpi
            title={t('service.response.median')}
            value={minutes(data.medianMinutes)}
            note={t('service.response.medianNote')}
          />
          <Kpi
            title={t('service.response.ninetieth')}
            value={minutes(data.ninetiethMinutes)}
            note={t('service.response.ninetiethNote')}
          />
        </div>
      )}
    </>
  );
}
