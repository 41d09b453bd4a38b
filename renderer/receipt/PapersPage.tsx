/** Every paper that was printed, newest first, and a copy of any of them. */
import { Button, Group, Select } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDeviceMobile, IconPrinter, IconReceipt } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Instant } from '../../shared/time.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { usePages } from '../app/usePages.ts';
import { useIntention, useTill } from '../app/useTill.ts';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { MoreRows } from '../ui/MoreRows.tsx';
import { ReceiptPreview } from '../ui/ReceiptPreview.tsx';
import { CopyAnswer } from './CopyAnswer.tsx';
import { DocumentOnScreen } from './PaperOnScreen.tsx';
import styles from './PapersPage.module.css';
import { PapersTabs } from './PapersTabs.tsx';
import { useKindWords } from './paperWords.ts';

interface PaperRow {
  readonly documentKind: string;
  readonly documentId: string;
  readonly printedAt: Instant;
  readonly copies: number;
}

const keyOf = ({ documentKind, documentId }: Pick<PaperRow, 'documentKind' | 'documentId'>) =>
  `${documentKind} ${documentId}`;

export function PapersPage() {
  const { t } = useTranslation();
  const wordsOf = useKindWords();
  const [documentKind, setKind] = useState<string | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const columns = useColumns(wordsOf);
  const list = usePages(api.receipt.papers, { documentKind });
  const papers = list.pages.flatMap((page) => page.papers);
  const kinds = list.pages[0]?.kinds ?? [];
  const shown = papers.find((paper) => keyOf(paper) === chosen) ?? papers[0];
  return (
    <>
      <PapersTabs open="papers">
        <Select
          aria-label={t('receipt.papers.kind')}
          placeholder={t('receipt.papers.allKinds')}
          clearable
          data={kinds.map((kind) => ({ value: kind, label: wordsOf(kind) }))}
          value={documentKind}
          onChange={setKind}
        />
      </PapersTabs>
      <ErrorAnswer error={list.error} />
      {!list.isLoading && papers.length === 0 ? (
        <EmptyState icon={<IconReceipt size={48} />} title={t('receipt.papers.none')} />
      ) : (
        <div className={styles.columns}>
          <DataTable
            label={t('receipt.papers.title')}
            columns={columns}
            rows={papers}
            rowKey={keyOf}
            onRow={(paper) => setChosen(keyOf(paper))}
            isSelected={(paper) => shown !== undefined && keyOf(paper) === keyOf(shown)}
            footer={list.hasMore && <MoreRows isLoading={list.isLoadingMore} onMore={list.loadMore} />}
            empty={null}
          />
          {shown !== undefined && <OnePaper key={keyOf(shown)} paper={shown} />}
        </div>
      )}
    </>
  );
}

function useColumns(wordsOf: (kind: string) => string): readonly Column<PaperRow>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      key: 'at',
      header: t('common.date'),
      width: 170,
      cell: (paper) => <span className="figures">{format.moment(paper.printedAt)}</span>,
    },
    { key: 'kind', header: t('receipt.papers.kind'), cell: (paper) => wordsOf(paper.documentKind) },
    {
      key: 'copies',
      header: t('receipt.papers.copies'),
      width: 110,
      isFigure: true,
      cell: (paper) => (paper.copies === 0 ? '–' : format.number(paper.copies)),
    },
  ];
}

function OnePaper({ paper: { documentKind, documentId } }: { paper: PaperRow }) {
  const { t } = useTranslation();
  const { data, error } = useTill(api.receipt.paper, { documentKind, documentId });
  const again = useIntention(api.receipt.printAgain);
  const [isShown, setShown] = useState(false);
  async function print() {
    const answer = await again.send({ documentKind, documentId });
    if (!answer.ok) return;
    notifications.show({
      message: t('sale.receipts.copyPrinting', { number: answer.data.copyNumber }),
      color: 'green',
    });
  }
  return (
    <section className={styles.paper} aria-label={t('receipt.papers.one')}>
      <Group gap="sm">
        <Button
          flex="1 1 auto"
          variant="default"
          leftSection={<IconDeviceMobile size={20} aria-hidden="true" />}
          disabled={data === undefined}
          onClick={() => setShown(true)}
        >
          {t('receipt.act.onScreen')}
        </Button>
        <Button
          flex="1 1 auto"
          leftSection={<IconPrinter size={20} aria-hidden="true" />}
          loading={again.isSending}
          disabled={data === undefined}
          onClick={() => void print()}
        >
          {t('sale.receipts.printCopy')}
        </Button>
      </Group>
      <CopyAnswer error={again.error} onTried={again.forget} />
      <ErrorAnswer error={error} />
      {data !== undefined && <ReceiptPreview preview={data.preview} />}
      {isShown && (
        <DocumentOnScreen document={{ documentKind, documentId }} onClose={() => setShown(false)} />
      )}
    </section>
  );
}
