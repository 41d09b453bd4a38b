/** A partner's list of codes comes in: the file, the column with the codes, the check row by row, and only then it counts. */
import { Alert, Button, Group, Paper, Stack } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CouponSeriesRow } from '../../shared/coupon/contract.ts';
import { textIn } from '../../shared/text.ts';
import { api } from '../app/api.ts';
import { useFormat, useLanguage } from '../app/language.ts';
import { useTill } from '../app/useTill.ts';
import { BackHeader } from '../ui/BackHeader.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { CodeColumn } from './CodeColumn.tsx';
import { CodeFilePicker } from './CodeFilePicker.tsx';
import { FaultyRows } from './FaultyRows.tsx';
import { type CodeFile, useCodeFile } from './useCodeFile.ts';
import { type CodeImport, useCodeImport } from './useCodeImport.ts';

export function CodeListPage({ seriesId }: { seriesId: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data, error } = useTill(api.coupon.series, {});
  const series = data?.series.find(({ id }) => id === seriesId);
  const name = series === undefined ? '' : textIn(series.name, language);
  return (
    <>
      <BackHeader title={t('coupon.import.title', { name })} back={`/coupons/series/${seriesId}`} />
      <ErrorAnswer error={error} />
      {series !== undefined && <Wizard series={series} />}
    </>
  );
}

function Wizard({ series }: { series: CouponSeriesRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const file = useCodeFile();
  const work = useCodeImport(series.id, file);
  const [uses, setUses] = useState<number | null>(1);
  const { looked } = file;
  if (work.step === 'done') return <Done work={work} seriesId={series.id} />;
  return (
    <Stack gap="lg">
      {work.step === 'look' && <CodeFilePicker file={file} />}
      {file.isUnreadable && (
        <Alert color="red" role="alert">
          {t('coupon.import.unreadable')}
        </Alert>
      )}
      {work.step === 'look' && looked !== null && (
        <CodeColumn file={file} looked={looked} uses={uses} onUses={setUses} />
      )}
      <ErrorAnswer error={work.error} />
      {looked !== null && work.step === 'look' && (
        <Group justify="flex-end">
          <Button
            disabled={looked.codes.count === 0 || file.isReading}
            loading={work.isBusy}
            onClick={() => void work.send(uses)}
          >
            {t('coupon.import.check', {
              count: looked.codes.count,
              number: format.number(looked.codes.count),
            })}
          </Button>
        </Group>
      )}
      {work.step !== 'look' && <Sending file={file} work={work} uses={uses} />}
      {looked !== null && (
        <FaultyRows
          faults={[...looked.codes.spoilt, ...work.faults].sort((one, other) => one.row - other.row)}
          fileName={looked.name}
          isChecked={work.step !== 'look'}
        />
      )}
    </Stack>
  );
}

interface SendingProps {
  readonly file: CodeFile;
  readonly work: CodeImport;
  readonly uses: number | null;
}

function Sending({ file, work, uses }: SendingProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const all = file.looked?.codes.count ?? 0;
  const bad = work.faults.length + (file.looked?.codes.spoilt.length ?? 0);
  const isSent = work.step === 'sent';
  return (
    <Paper>
      <Stack gap="lg">
        <ProgressBar
          label={t('coupon.import.progress', { sent: format.number(work.sent), all: format.number(all) })}
          doneThousandths={all === 0 ? 0 : Math.floor((work.sent * 1000) / all)}
        />
        {isSent && (
          <Alert color={bad === 0 ? 'green' : 'amber'}>
            {t('coupon.import.checked', {
              good: format.number(work.accepted),
              bad: format.number(bad),
            })}
          </Alert>
        )}
        <Group justify="flex-end" gap="sm">
          {work.step === 'sending' ? (
            <Button color="red" onClick={work.stop}>
              {t('coupon.strip.stop')}
            </Button>
          ) : (
            <>
              <Button variant="default" loading={work.isBusy} onClick={() => void work.drop()}>
                {t('coupon.import.drop')}
              </Button>
              {!isSent && <Button onClick={() => void work.send(uses)}>{t('common.continue')}</Button>}
              {isSent && (
                <Button
                  disabled={work.accepted === 0}
                  loading={work.isBusy}
                  onClick={() => void work.finish()}
                >
                  {t('coupon.import.finish', { count: work.accepted, number: format.number(work.accepted) })}
                </Button>
              )}
            </>
          )}
        </Group>
      </Stack>
    </Paper>
  );
}

function Done({ work, seriesId }: { work: CodeImport; seriesId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  return (
    <Paper>
      <Stack gap="lg" align="center" p="xl">
        <IconCheck size={48} color="var(--pay)" aria-hidden="true" />
        <strong>
          {t('coupon.import.done', { count: work.accepted, number: format.number(work.accepted) })}
        </strong>
        <Button onClick={() => void navigate({ to: `/coupons/series/${seriesId}` })}>
          {t('common.done')}
        </Button>
      </Stack>
    </Paper>
  );
}
