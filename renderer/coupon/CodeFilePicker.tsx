/** Where the file of codes comes from: dropped onto the page or picked from a folder. */
import { Button, FileButton, Group, Loader } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './codeList.module.css';
import type { CodeFile } from './useCodeFile.ts';

const accepted = '.csv,.txt,.tsv,.xlsx,.xls';

export function CodeFilePicker({ file }: { file: CodeFile }) {
  const { t } = useTranslation();
  const [isOver, setOver] = useState(false);
  const { looked } = file;
  const take = (picked: File | null | undefined) => {
    if (picked !== null && picked !== undefined) void file.open(picked);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  return (
    <section
      className={styles.drop}
      aria-label={t('coupon.import.pick')}
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
        <strong>{looked === null ? t('coupon.import.dropHere') : looked.name}</strong>
        <span className="muted">{t('coupon.import.formats')}</span>
      </div>
      <Group gap="sm">
        {file.isReading && <Loader size={24} aria-label={t('coupon.import.reading')} />}
        <FileButton accept={accepted} onChange={take}>
          {(props) => (
            <Button {...props} variant={looked === null ? 'filled' : 'default'}>
              {looked === null ? t('coupon.import.pick') : t('coupon.import.pickOther')}
            </Button>
          )}
        </FileButton>
      </Group>
    </section>
  );
}
