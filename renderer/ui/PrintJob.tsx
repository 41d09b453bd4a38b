/** A dialog that makes a PDF of sheets: how far it is, stop, then save or open; or in words why there is none. */
import { Alert, Button, Group, Modal, Stack } from '@mantine/core';
import { IconDownload, IconExternalLink, IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PdfNews, PdfSubject } from '../../shared/receipt/pdfContract.ts';
import { printRoute } from '../../shared/receipt/printAddress.ts';
import { saveFile } from '../app/saveFile.ts';
import { useSession } from '../app/session.tsx';
import { ErrorAnswer } from './ErrorAnswer.tsx';
import { ProgressBar } from './ProgressBar.tsx';
import { type PdfJobState, usePdfJob } from './usePdfJob.ts';

interface PrintJobProps {
  readonly what: PdfSubject;
  readonly title: string;
  /** With its ending; see `pdfFileName`. */
  readonly fileName: string;
  readonly onClose: () => void;
}

/** So many sheets at once go to the browser's own print dialog, where there is no press. */
const sheetsForDialog = 100;

/** Sheets with lines to cut along: they must not be scaled while printing. */
const cutSheets: readonly PdfSubject['kind'][] = [
  'couponBatch',
  'giftCertificate',
  'labels',
  'customerCards',
];

/** Begins at once; closing it before the end stops the PDF. */
export function PrintJob({ what, title, fileName, onClose }: PrintJobProps) {
  const job = usePdfJob(what);
  const { kind } = job.state;
  const isUnderWay = kind === 'starting' || kind === 'making' || kind === 'fetching';
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={560}
      closeOnClickOutside={false}
      closeOnEscape={!isUnderWay}
      withCloseButton={false}
    >
      <Stack gap="xl">
        <Outcome state={job.state} isCut={cutSheets.includes(what.kind)} />
        <Buttons state={job.state} what={what} fileName={fileName} onCancel={job.cancel} onClose={onClose} />
      </Stack>
    </Modal>
  );
}

function Outcome({ state, isCut }: { state: PdfJobState; isCut: boolean }) {
  const { t } = useTranslation();
  switch (state.kind) {
    case 'starting':
      return <ProgressBar doneThousandths={0} label={t('receipt.pdf.starting')} />;
    case 'making':
    case 'fetching':
      return <Making news={state.news} />;
    case 'ready':
      return (
        <Stack gap="sm">
          <strong>{t('receipt.pdf.ready', { pages: state.news.pages ?? 0 })}</strong>
          {isCut && <span className="muted">{t('receipt.pdf.paperHint')}</span>}
        </Stack>
      );
    case 'refused':
      return state.error.code === 'PdfNotPossible' ? (
        <Alert color="amber">{t('receipt.pdf.notPossible')}</Alert>
      ) : (
        <ErrorAnswer error={state.error} />
      );
    case 'ended':
      return state.news.problem === null ? (
        <span>{t('receipt.pdf.cancelled')}</span>
      ) : (
        <Alert color="red" role="alert">
          {t(`receipt.pdf.problem.${state.news.problem}`)}
        </Alert>
      );
  }
}

function Making({ news }: { news: PdfNews }) {
  const { t } = useTranslation();
  const { donePages, pages } = news;
  if (news.state === 'waiting') return <ProgressBar doneThousandths={0} label={t('receipt.pdf.waiting')} />;
  if (pages === null) return <ProgressBar doneThousandths={0} label={t('receipt.pdf.starting')} />;
  return (
    <ProgressBar
      doneThousandths={Math.floor((donePages * 1000) / pages)}
      label={t('receipt.pdf.progress', { done: donePages, pages })}
    />
  );
}

interface ButtonsProps {
  readonly state: PdfJobState;
  readonly what: PdfSubject;
  readonly fileName: string;
  readonly onCancel: () => void;
  readonly onClose: () => void;
}

function Buttons({ state, what, fileName, onCancel, onClose }: ButtonsProps) {
  const { t } = useTranslation();
  if (state.kind === 'starting' || state.kind === 'making' || state.kind === 'fetching') {
    return (
      <Group justify="flex-end">
        <Button variant="default" onClick={state.kind === 'making' ? onCancel : onClose}>
          {t('common.cancel')}
        </Button>
      </Group>
    );
  }
  return (
    <Group justify="flex-end" gap="sm">
      <Button variant="default" onClick={onClose}>
        {t('common.close')}
      </Button>
      {state.kind === 'ready' && <FileButtons pdf={state.pdf} fileName={fileName} />}
      {state.kind === 'refused' && state.error.code === 'PdfNotPossible' && (
        <Button
          component="a"
          href={`#${printRoute({ ...what, from: 0, sheets: sheetsForDialog })}`}
          target="_blank"
          rel="noreferrer"
          leftSection={<IconPrinter size={20} aria-hidden="true" />}
        >
          {t('receipt.pdf.openSheets')}
        </Button>
      )}
    </Group>
  );
}

/** The desktop window opens no other windows: there the file is saved, and opened from where it lies. */
function FileButtons({ pdf, fileName }: { pdf: Blob; fileName: string }) {
  const { t } = useTranslation();
  const { shell } = useSession().shop;
  const open = () => {
    const address = URL.createObjectURL(pdf);
    window.open(address, '_blank');
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
  };
  return (
    <>
      {shell === 'browser' && (
        <Button
          variant="default"
          leftSection={<IconExternalLink size={20} aria-hidden="true" />}
          onClick={open}
        >
          {t('receipt.pdf.open')}
        </Button>
      )}
      <Button
        data-autofocus
        leftSection={<IconDownload size={20} aria-hidden="true" />}
        onClick={() => saveFile(fileName, pdf)}
      >
        {t('receipt.pdf.save')}
      </Button>
    </>
  );
}
