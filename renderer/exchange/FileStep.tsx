/** Where the list comes from: a file dropped or picked, rows pasted from a spreadsheet; and templates to fill in. */
import { Button, FileButton, Group, Loader, Paper, Stack, Title } from '@mantine/core';
import { IconClipboard, IconDownload, IconFileSpreadsheet } from '@tabler/icons-react';
import { type DragEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { importKinds } from '../../shared/exchange/fields.ts';
import { useLanguage } from '../app/language.ts';
import { saveFile } from '../app/saveFile.ts';
import styles from './exchange.module.css';
import { templateRows } from './templates.ts';
import type { ImportFile } from './useImportFile.ts';

const accepted = '.csv,.txt,.tsv,.xlsx,.xls,.xml';

/** Rows copied in a spreadsheet come as text with tabs; a field that is typed into keeps its own paste. */
function usePasted(onText: (text: string) => void): void {
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const isField = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (!isField && text.trim() !== '') onText(text);
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, [onText]);
}

export function FileStep({ file, onOpened }: { file: ImportFile; onOpened: () => void }) {
  const { t } = useTranslation();
  const [isOver, setOver] = useState(false);
  const [wasTaken, setTaken] = useState(false);
  const { picked, isReading, isUnreadable } = file;
  useEffect(() => {
    if (wasTaken && !isReading && !isUnreadable && picked !== null) onOpened();
  }, [wasTaken, isReading, isUnreadable, picked, onOpened]);
  const take = (files: readonly File[]) => {
    if (files.length > 0) void file.open(files).then(() => setTaken(true));
  };
  const takeText = (text: string) =>
    void file.openText(text, t('exchange.pastedName')).then(() => setTaken(true));
  usePasted(takeText);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take([...event.dataTransfer.files]);
  };
  return (
    <Stack gap="lg">
      <section
        className={styles.drop}
        aria-label={t('exchange.pick')}
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <IconFileSpreadsheet size={40} aria-hidden="true" />
        <div className={styles.dropWords}>
          <strong>{t('exchange.dropHere')}</strong>
          <span className="muted">{t('exchange.formats')}</span>
        </div>
        <Group gap="sm">
          {isReading && <Loader size={24} aria-label={t('exchange.reading')} />}
          <Button
            variant="default"
            leftSection={<IconClipboard size={20} aria-hidden="true" />}
            onClick={() => void navigator.clipboard.readText().then(takeText, () => {})}
          >
            {t('exchange.paste')}
          </Button>
          <FileButton multiple accept={accepted} onChange={take}>
            {(props) => <Button {...props}>{t('exchange.pick')}</Button>}
          </FileButton>
        </Group>
      </section>
      <Templates />
    </Stack>
  );
}

/** A workbook with the headings that the till knows at once, and a row to show how it is meant. */
function Templates() {
  const { t } = useTranslation();
  const language = useLanguage();
  const save = async (kind: (typeof importKinds)[number]) => {
    const { xlsxFile } = await import('../app/xlsxFile.ts');
    saveFile(
      `daftar-${kind}-${language}.xlsx`,
      xlsxFile([{ name: kind, rows: templateRows(kind, language) }]),
    );
  };
  return (
    <Paper>
      <Group justify="space-between">
        <Title order={2}>{t('exchange.templates')}</Title>
        <Group gap="sm">
          {importKinds.map((kind) => (
            <Button
              key={kind}
              variant="default"
              leftSection={<IconDownload size={20} aria-hidden="true" />}
              onClick={() => void save(kind)}
            >
              {t(`exchange.kind.${kind}`)}
            </Button>
          ))}
        </Group>
      </Group>
    </Paper>
  );
}
