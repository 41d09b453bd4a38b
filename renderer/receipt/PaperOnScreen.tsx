/** A paper that no printer prints, on the whole screen: its codes large enough for the customer's telephone. */
import { Modal, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Preview } from '../../shared/receipt/preview.ts';
import type { TillError } from '../app/answer.ts';
import { api } from '../app/api.ts';
import { useTill } from '../app/useTill.ts';
import { CodeImage } from '../ui/CodeImage.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { ReceiptPreview } from '../ui/ReceiptPreview.tsx';
import { type CodeOnPaper, codesToShow } from './codesToShow.ts';
import styles from './PaperOnScreen.module.css';

export interface ShownPaper {
  readonly preview: Preview;
  readonly codes: readonly CodeOnPaper[];
}

interface PaperOnScreenProps {
  /** Undefined while the till is asked. */
  paper: ShownPaper | undefined;
  error: TillError | null;
  onClose: () => void;
}

/** White in the dark scheme too: a code is black on white. */
export function PaperOnScreen({ paper, error, onClose }: PaperOnScreenProps) {
  const { t } = useTranslation();
  const codes = codesToShow(paper?.codes ?? []);
  return (
    <Modal opened onClose={onClose} fullScreen title={t('receipt.onScreen.title')} classNames={styles}>
      <ErrorAnswer error={error} />
      {paper !== undefined && (
        <div className={styles.columns}>
          <div className={styles.paper}>
            <ReceiptPreview preview={paper.preview} />
          </div>
          <section className={styles.codes} aria-label={t('receipt.onScreen.title')}>
            {codes.map(({ data, caption }) => (
              <div key={data} className={styles.code}>
                <CodeImage kind="qr" data={data} caption={caption} />
              </div>
            ))}
            <Text className={styles.hint}>
              {t(codes.length === 0 ? 'receipt.onScreen.noCodes' : 'receipt.onScreen.hint')}
            </Text>
          </section>
        </div>
      )}
    </Modal>
  );
}

/** The same for any document that has a job at a printer. */
export function DocumentOnScreen({
  document: { documentKind, documentId },
  onClose,
}: {
  document: { readonly documentKind: string; readonly documentId: string };
  onClose: () => void;
}) {
  const { data, error } = useTill(api.receipt.onScreen, { documentKind, documentId });
  return <PaperOnScreen paper={data} error={error} onClose={onClose} />;
}
