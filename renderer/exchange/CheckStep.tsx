/** The check: every row with what becomes of it and why, mended in place or saved as a file to be mended there. */
import { Badge, Button, Group, Modal, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CheckedRow } from '../../shared/exchange/contract.ts';
import { isFault, samePersonCell } from '../../shared/exchange/faults.ts';
import { fieldsOf, type ImportField, type ImportKind } from '../../shared/exchange/fields.ts';
import type { TillError } from '../app/answer.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { everyPage } from '../app/SaveList.tsx';
import { saveTableAs } from '../app/saveTable.ts';
import { usePages } from '../app/usePages.ts';
import { useTill } from '../app/useTill.ts';
import { newIntentionId } from '../app/uuid.ts';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { MoreRows } from '../ui/MoreRows.tsx';
import styles from './exchange.module.css';
import type { Import } from './useImport.ts';

const filters = ['all', 'errors', 'warnings', 'duplicates'] as const;
type Filter = (typeof filters)[number];

const colours = { add: 'green', update: 'teal', skip: 'gray', duplicate: 'gray', error: 'red' } as const;

interface CheckStepProps {
  readonly importId: string;
  readonly work: Import;
  readonly fileName: string;
}

export function CheckStep({ importId, work, fileName }: CheckStepProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const summary = useTill(api.exchange.summary, { importId });
  const counts = summary.data?.counts;
  const [only, setOnly] = useState<Filter>('all');
  const [edited, setEdited] = useState<CheckedRow | null>(null);
  // A row that was mended is asked for anew under another question.
  const [round, setRound] = useState(0);
  const comes = (counts?.add ?? 0) + (counts?.update ?? 0);
  return (
    <Stack gap="lg">
      <Group justify="space-between">
        <SegmentedControl
          value={only}
          onChange={(value) => setOnly(filters.find((each) => each === value) ?? 'all')}
          data={filters.map((value) => ({
            value,
            label: `${t(`exchange.only.${value}`)}${countOf(value, summary.data, format.number)}`,
          }))}
        />
        {(counts?.error ?? 0) > 0 && (
          <SaveErrors importId={importId} fileName={fileName} kind={summary.data?.kind} />
        )}
      </Group>
      <ErrorAnswer error={summary.error} />
      <Rows key={`${only} ${round}`} importId={importId} only={only} onEdit={setEdited} />
      <Group justify="flex-end" gap="sm">
        <Button variant="default" loading={work.isBusy} onClick={() => void work.drop()}>
          {t('exchange.backToColumns')}
        </Button>
        <Button disabled={comes === 0} onClick={() => work.go('summary')}>
          {t('common.continue')}
        </Button>
      </Group>
      {edited !== null && summary.data !== undefined && (
        <EditRow
          key={edited.row}
          importId={importId}
          kind={summary.data.kind}
          row={edited}
          onClose={() => setEdited(null)}
          onChanged={() => {
            setEdited(null);
            setRound(round + 1);
            summary.refresh();
          }}
        />
      )}
    </Stack>
  );
}

function countOf(
  filter: Filter,
  summary:
    | {
        readonly counts: { error: number; duplicate: number };
        readonly warnings: number;
        readonly rows: number;
      }
    | undefined,
  shown: (count: number) => string,
): string {
  if (summary === undefined) return '';
  const { counts, warnings, rows } = summary;
  const count = { all: rows, errors: counts.error, warnings, duplicates: counts.duplicate }[filter];
  return ` · ${shown(count)}`;
}

interface RowsProps {
  readonly importId: string;
  readonly only: Filter;
  readonly onEdit: (row: CheckedRow) => void;
}

function Rows({ importId, only, onEdit }: RowsProps) {
  const { t } = useTranslation();
  const list = usePages(api.exchange.rows, { importId, only });
  const notes = useNotes();
  const rows = list.pages.flatMap((page) => page.rows);
  const columns: readonly Column<CheckedRow>[] = [
    { key: 'row', header: t('exchange.row'), width: 80, isFigure: true, cell: ({ row }) => row },
    {
      key: 'verdict',
      header: t('exchange.verdictColumn'),
      width: 150,
      cell: ({ verdict }) => <Badge color={colours[verdict]}>{t(`exchange.verdict.${verdict}`)}</Badge>,
    },
    {
      key: 'cells',
      header: t('exchange.cells'),
      cell: ({ cells: { [samePersonCell]: _, ...cells } }) => Object.values(cells).slice(0, 5).join(' · '),
    },
    {
      key: 'notes',
      header: t('common.reason'),
      width: '38%',
      cell: (row) => (
        <div className={styles.notes}>
          {notes(row).map(({ words, isError }) => (
            <span key={words} className={isError ? styles.fault : 'muted'}>
              {words}
            </span>
          ))}
        </div>
      ),
    },
  ];
  return (
    <div className={styles.rows}>
      <ErrorAnswer error={list.error} />
      {!list.isLoading && (
        <DataTable
          label={t('exchange.step.check')}
          columns={columns}
          rows={rows}
          rowKey={({ row }) => String(row)}
          onRow={onEdit}
          footer={list.hasMore && <MoreRows isLoading={list.isLoadingMore} onMore={list.loadMore} />}
          empty={<EmptyState title={t(`exchange.none.${only}`)} />}
        />
      )}
    </div>
  );
}

/** Every note of a row as a sentence, with its column. */
function useNotes(): (row: CheckedRow) => readonly { readonly words: string; readonly isError: boolean }[] {
  const { t } = useTranslation();
  return ({ notes, otherRow, verdict }) => [
    ...(verdict === 'duplicate' && otherRow !== null
      ? [{ words: t('exchange.sameAs', { row: otherRow }), isError: false }]
      : []),
    ...notes.map(({ code, hint }) => ({
      words: t(`exchange.note_.${code}`, { hint, row: otherRow ?? '' }),
      isError: isFault(code),
    })),
  ];
}

interface SaveErrorsProps {
  readonly importId: string;
  readonly fileName: string;
  readonly kind: ImportKind | undefined;
}

/** The rows that do not come in, as a workbook with the reason at the end: mended there, it can come in again. */
function SaveErrors({ importId, fileName, kind = 'products' }: SaveErrorsProps) {
  const { t } = useTranslation();
  const notes = useNotes();
  const [error, setError] = useState<TillError | null>(null);
  const save = async () => {
    const rows = await everyPage(
      api.exchange.rows,
      { importId, only: 'errors' as const },
      (page) => page.rows,
    );
    if ('code' in rows) return setError(rows);
    const fields = fieldsOf[kind].filter((field) => rows.some(({ cells }) => cells[field] !== undefined));
    const heading = [...fields.map((field) => t(`exchange.field.${field}`)), t('common.reason')];
    const table = rows.map((row) => [
      ...fields.map((field) => row.cells[field] ?? ''),
      notes(row)
        .map(({ words }) => words)
        .join('; '),
    ]);
    await saveTableAs('xlsx', 'faultyRows', `${fileName.replace(/\.\w+$/, '')}-${rows.length}`, [
      heading,
      ...table,
    ]);
  };
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconDownload size={20} aria-hidden="true" />}
        onClick={() => void save()}
      >
        {t('exchange.saveErrors')}
      </Button>
      <ErrorAnswer error={error} />
    </>
  );
}

interface EditRowProps {
  readonly importId: string;
  readonly kind: ImportKind;
  readonly row: CheckedRow;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

function EditRow({ importId, kind, row, onClose, onChanged }: EditRowProps) {
  const { t } = useTranslation();
  const notes = useNotes();
  const [cells, setCells] = useState(row.cells);
  const [error, setError] = useState<TillError | null>(null);
  const told = new Set(row.notes.map(({ field }) => field));
  const fields: readonly ImportField[] = fieldsOf[kind].filter(
    (field) => row.cells[field] !== undefined || told.has(field),
  );
  const isAnotherName = row.notes.some(({ code }) => code === 'nameOfAnother');
  const save = async (isSamePerson: boolean) => {
    const { [samePersonCell]: _, ...told } = cells;
    const answer = await api.exchange.changeRow({
      importId,
      row: row.row,
      cells: isSamePerson ? { ...told, [samePersonCell]: 'yes' } : told,
      intentionId: newIntentionId(),
    });
    if (answer.ok) onChanged();
    else setError(answer.error);
  };
  return (
    <Modal opened onClose={onClose} title={t('exchange.editRow', { row: row.row })} size="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save(false);
        }}
      >
        <Stack gap="sm">
          {notes(row).map(({ words, isError }) => (
            <span key={words} className={isError ? styles.fault : 'muted'}>
              {words}
            </span>
          ))}
          {fields.map((field) => (
            <TextInput
              key={field}
              label={t(`exchange.field.${field}`)}
              value={cells[field] ?? ''}
              error={row.notes.some((note) => note.field === field && isFault(note.code))}
              onChange={({ currentTarget: { value } }) =>
                setCells((before) => ({ ...before, [field]: value }))
              }
            />
          ))}
          <ErrorAnswer error={error} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            {isAnotherName && (
              <Button variant="default" onClick={() => void save(true)}>
                {t('exchange.samePerson')}
              </Button>
            )}
            <Button type="submit">{t('exchange.checkAgain')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
