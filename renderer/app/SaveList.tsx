/** The button that saves a whole list as a file, however many pages it has: every row that the search finds, not only those on screen. */
import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import type { TillError, Verb } from './answer.ts';
import { useFormat, useLanguage } from './language.ts';
import { type SavedColumn, type SavedWords, savedTable } from './savedColumn.ts';
import { type ExportKind, saveTableAs, type TableFormat } from './saveTable.ts';
import { useMay, useSession } from './session.tsx';

export type { SavedColumn } from './savedColumn.ts';

export interface SaveListProps<Row> {
  readonly what: ExportKind;
  /** The name of the file, without the day and the ending. */
  readonly name: string;
  readonly columns: readonly SavedColumn<Row>[];
  /** Every row of the list, or why they could not be had. */
  readonly rows: () => Promise<readonly Row[] | TillError>;
}

interface Page {
  readonly nextCursor: string | null;
}

const rowsAPage = 200;

/** Asks a paged verb until its last page. */
export async function everyPage<
  Input extends { cursor?: string | null | undefined; limit?: number | undefined },
  P extends Page,
  Row,
>(
  verb: Verb<Input, P>,
  input: Omit<Input, 'cursor' | 'limit'>,
  rowsOf: (page: P) => readonly Row[],
): Promise<readonly Row[] | TillError> {
  const rows: Row[] = [];
  for (let cursor: string | null = null; ; ) {
    // Omit and add of the same keys: TypeScript cannot see that the whole is Input again.
    const answer = await verb({ ...input, cursor, limit: rowsAPage } as unknown as Input);
    if (!answer.ok) return answer.error;
    rows.push(...rowsOf(answer.data));
    cursor = answer.data.nextCursor;
    if (cursor === null) return rows;
  }
}

/** The words of today's language, for the columns of a file. */
export function useSavedWords(): SavedWords {
  const { t } = useTranslation();
  return { t, format: useFormat(), language: useLanguage() };
}

/** A list that is on the screen whole. */
export const allOf =
  <Row,>(rows: readonly Row[]) =>
  async (): Promise<readonly Row[]> =>
    rows;

const isError = (rows: readonly unknown[] | TillError): rows is TillError => !Array.isArray(rows);

/** Only for whoever may take lists out of the shop: they hold names, phones and sums. */
export function SaveList<Row>({ what, name, columns, rows }: SaveListProps<Row>) {
  const { t } = useTranslation();
  const { shop } = useSession();
  const mayExport = useMay('exchange.export');
  const [isSaving, setSaving] = useState(false);
  const [error, setError] = useState<TillError | null>(null);
  if (!mayExport) return null;
  const save = async (format: TableFormat) => {
    setSaving(true);
    const found = await rows();
    setError(isError(found) ? found : null);
    if (!isError(found)) {
      await saveTableAs(format, what, `${name}-${shop.businessDay}`, savedTable(columns, found));
    }
    setSaving(false);
  };
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            variant="default"
            loading={isSaving}
            leftSection={<IconDownload size={20} aria-hidden="true" />}
          >
            {t('ui.saveList')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void save('xlsx')}>Excel (xlsx)</Menu.Item>
          <Menu.Item onClick={() => void save('csv')}>CSV</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ErrorAnswer error={error} />
    </>
  );
}
