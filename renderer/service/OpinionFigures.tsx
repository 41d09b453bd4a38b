/** What the answers of some days say together: would they recommend us, are they satisfied, and what is wrong. */
import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { fewestForScore } from '../../shared/service/opinion.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { useTill } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { Kpi } from '../ui/Kpi.tsx';
import { PeriodSelect, usePeriod } from './PeriodSelect.tsx';
import styles from './service.module.css';

type Answer = Awaited<ReturnType<typeof api.service.opinion>>;
type Opinion = Extract<Answer, { ok: true }>['data'];

export function OpinionFigures() {
  const period = usePeriod();
  const { from, to } = period;
  const { data, error } = useTill(api.service.opinion, { from, to }, { keepsLast: true });
  return (
    <>
      <Group>
        <PeriodSelect period={period} />
      </Group>
      <ErrorAnswer error={error} />
      {data !== undefined && <Figures opinion={data} />}
    </>
  );
}

function Figures({ opinion }: { opinion: Opinion }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { nps, satisfied, satisfactionAnswers, complaintsAbout } = opinion;
  const asPercent = (share: number) => format.percent(Math.round(share * 100) * 100);
  return (
    <div className={styles.figures}>
      <NpsKpi nps={nps} />
      <Kpi
        title={t('service.opinion.satisfied')}
        value={satisfied === null ? '–' : asPercent(satisfied.share)}
        formula={t('service.opinion.satisfiedFormula')}
        note={
          satisfied === null
            ? t('service.opinion.noAnswers')
            : t('service.opinion.satisfiedNote', {
                low: asPercent(satisfied.low),
                high: asPercent(satisfied.high),
                count: satisfactionAnswers,
              })
        }
      />
      <Kpi
        title={t('service.opinion.wrong')}
        value={complaintsAbout[0] === undefined ? '–' : t(`service.reason.${complaintsAbout[0].reason}`)}
        note={
          complaintsAbout.length === 0
            ? t('service.opinion.nothingWrong')
            : complaintsAbout
                .map(({ reason, count }) => `${t(`service.reason.${reason}`)} ${format.number(count)}`)
                .join(' · ')
        }
        formula={t('service.opinion.wrongFormula')}
      />
    </div>
  );
}

/** Few answers give no score but their counts: a score of ten answers may be anything. */
function NpsKpi({ nps }: Pick<Opinion, 'nps'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const { promoters, passives, detractors, score, low, high } = nps;
  const answers = promoters + passives + detractors;
  const counts = t('service.opinion.counts', { promoters, passives, detractors });
  const title = t('service.opinion.nps');
  const formula = t('service.opinion.npsFormula');
  if (score === null || low === null || high === null) {
    return <Kpi title={title} value="–" formula={formula} note={t('service.opinion.noAnswers')} />;
  }
  if (answers < fewestForScore) {
    const missing = t('service.opinion.fewAnswers', { count: fewestForScore - answers });
    return (
      <Kpi
        title={title}
        value={`${promoters} / ${passives} / ${detractors}`}
        formula={formula}
        note={`${counts}. ${missing}`}
      />
    );
  }
  const rounded = (value: number) => format.signedNumber(Math.round(value));
  const margin = t('service.opinion.between', { low: rounded(low), high: rounded(high) });
  return <Kpi title={title} value={rounded(score)} formula={formula} note={`${margin} · ${counts}`} />;
}
