/** A list from another program comes in: the file, its columns, the check row by row, the totals, and only then it counts. */
import { Alert, Button, Group, Paper, Stack, Stepper } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/language.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { CheckStep } from './CheckStep.tsx';
import { ColumnsStep } from './ColumnsStep.tsx';
import { FileStep } from './FileStep.tsx';
import { ImportsList } from './ImportsList.tsx';
import { DoneStep, SummaryStep } from './SummaryStep.tsx';
import { type Import, useImport } from './useImport.ts';
import { useImportFile } from './useImportFile.ts';

const shownSteps = ['file', 'columns', 'check', 'summary', 'done'] as const;

export function ImportPage() {
  const { t } = useTranslation();
  const file = useImportFile();
  const work = useImport(file);
  const { step } = work;
  const at = shownSteps.indexOf(step === 'sending' ? 'check' : step);
  return (
    <>
      <PageHeader title={t('exchange.title')} note={t('exchange.note')} />
      <Stepper active={step === 'done' ? shownSteps.length : at} size="sm" iconSize={32}>
        {shownSteps.map((each) => (
          <Stepper.Step key={each} label={t(`exchange.step.${each}`)} />
        ))}
      </Stepper>
      <ErrorAnswer error={work.error} />
      {file.isUnreadable && (
        <Alert color="red" role="alert">
          {t('exchange.unreadable')}
        </Alert>
      )}
      {step === 'file' && (
        <>
          <FileStep file={file} onOpened={() => work.go('columns')} />
          <ImportsList />
        </>
      )}
      {step === 'columns' && file.picked !== null && (
        <ColumnsStep file={file} picked={file.picked} work={work} onBack={() => work.go('file')} />
      )}
      {step === 'sending' && <Sending work={work} />}
      {step === 'check' && work.importId !== null && (
        <CheckStep importId={work.importId} work={work} fileName={file.picked?.name ?? ''} />
      )}
      {step === 'summary' && work.importId !== null && <SummaryStep importId={work.importId} work={work} />}
      {step === 'done' && work.done !== null && <DoneStep summary={work.done} />}
    </>
  );
}

function Sending({ work }: { work: Import }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { sent, all } = work;
  return (
    <Paper>
      <Stack gap="lg">
        <ProgressBar
          label={t('exchange.progress', { sent: format.number(sent), all: format.number(all) })}
          doneThousandths={all === 0 ? 0 : Math.floor((sent * 1000) / all)}
        />
        <Group justify="flex-end">
          <Button color="red" onClick={work.stop}>
            {t('exchange.stop')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
