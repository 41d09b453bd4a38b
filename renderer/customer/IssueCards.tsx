/** A batch of instant cards: how many, then sheets of ten to be printed and cut out; earlier batches are printed again. */
import { Button, Group, Modal, Stack, Table } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { customerContract } from '../../shared/customer/contract.ts';
import { api } from '../app/api.ts';
import { schemaOf, useForm } from '../app/form.ts';
import { useFormat } from '../app/language.ts';
import { useSession } from '../app/session.tsx';
import { usePages } from '../app/usePages.ts';
import { useIntention } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { MoreRows } from '../ui/MoreRows.tsx';
import { PrintJob } from '../ui/PrintJob.tsx';
import { pdfFileName } from '../ui/pdfFileName.ts';
import { WholeInput } from '../ui/WholeInput.tsx';
import styles from './IssueCards.module.css';
import { CustomerCard } from './print/CardSheet.tsx';

const schema = schemaOf(customerContract.issueCards).pick({ count: true });

interface Issued {
  readonly batchId: string;
  readonly cardNumbers: readonly string[];
}

export function IssueCards({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const [issued, setIssued] = useState<Issued | null>(null);
  const [printed, setPrinted] = useState<string | null>(null);
  const close = () => {
    setIssued(null);
    onClose();
  };
  return (
    <>
      <Modal opened={isOpen && printed === null} onClose={close} size="lg" title={t('customer.issueCards')}>
        {issued === null ? (
          <Stack gap="xl">
            <CountForm onIssued={setIssued} />
            <EarlierBatches onPrint={setPrinted} />
          </Stack>
        ) : (
          <IssuedCards issued={issued} onPrint={() => setPrinted(issued.batchId)} onClose={close} />
        )}
      </Modal>
      {printed !== null && <CardsPdf batchId={printed} onClose={() => setPrinted(null)} />}
    </>
  );
}

function CardsPdf({ batchId, onClose }: { batchId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { shop } = useSession();
  return (
    <PrintJob
      what={{ kind: 'customerCards', id: batchId }}
      title={t('customer.cardsPdf')}
      fileName={pdfFileName('karta', '', shop.businessDay)}
      onClose={onClose}
    />
  );
}

function CountForm({ onIssued }: { onIssued: (issued: Issued) => void }) {
  const { t } = useTranslation();
  const form = useForm<{ count: number | null }, { count: number }>(schema, { count: 30 });
  const issue = useIntention(api.customer.issueCards);
  async function send(event: FormEvent) {
    event.preventDefault();
    const checked = form.check();
    if (checked === null) return;
    const answer = await issue.send(checked);
    if (answer.ok) onIssued(answer.data);
  }
  return (
    <form onSubmit={(event) => void send(event)} noValidate>
      <Stack gap="lg">
        <div>{t('customer.issueCardsHint')}</div>
        <WholeInput
          label={t('customer.issueCount')}
          data-autofocus
          value={form.values.count}
          error={form.errorOf('count')}
          onChange={(count) => form.set({ count })}
        />
        <ErrorAnswer error={issue.error} />
        <Group justify="flex-end">
          <Button type="submit" loading={issue.isSending}>
            {t('customer.issue')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

const batchesShown = 5;

/** Sheets that were never printed, or are needed once more. */
function EarlierBatches({ onPrint }: { onPrint: (batchId: string) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const list = usePages(api.customer.cardBatches, {}, batchesShown);
  const batches = list.pages.flatMap((page) => page.batches);
  if (batches.length === 0) return <ErrorAnswer error={list.error} />;
  return (
    <section aria-label={t('customer.earlierBatches')}>
      <strong>{t('customer.earlierBatches')}</strong>
      <Table>
        <Table.Tbody>
          {batches.map(({ batchId, count, issuedAt }) => (
            <Table.Tr key={batchId}>
              <Table.Td className="figures">{format.moment(issuedAt)}</Table.Td>
              <Table.Td>{t('customer.issued', { count })}</Table.Td>
              <Table.Td align="right">
                <Button
                  size="compact-md"
                  mih={36}
                  variant="default"
                  leftSection={<IconPrinter size={18} aria-hidden="true" />}
                  onClick={() => onPrint(batchId)}
                >
                  {t('common.print')}
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {list.hasMore && <MoreRows isLoading={list.isLoadingMore} onMore={list.loadMore} />}
    </section>
  );
}

interface IssuedCardsProps {
  issued: Issued;
  onPrint: () => void;
  onClose: () => void;
}

/** The first card as it will be cut out. */
function IssuedCards({ issued: { cardNumbers }, onPrint, onClose }: IssuedCardsProps) {
  const { t } = useTranslation();
  const { shop } = useSession();
  const [first = ''] = cardNumbers;
  return (
    <Stack gap="lg">
      <span>{t('customer.issued', { count: cardNumbers.length })}</span>
      <div className={styles.card}>
        <CustomerCard shop={{ name: shop.name, logo: null }} language={shop.language} number={first} />
      </div>
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onClose}>
          {t('common.close')}
        </Button>
        <Button leftSection={<IconPrinter size={20} aria-hidden="true" />} onClick={onPrint}>
          {t('common.print')}
        </Button>
      </Group>
    </Stack>
  );
}
