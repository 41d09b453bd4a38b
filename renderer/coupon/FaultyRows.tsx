/** The rows of a file that do not come in, each with its reason, to look at here or to send back to the partner. */
import { Button, Group, Title } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/language.ts';
import { saveTable } from '../app/saveTable.ts';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import styles from './codeList.module.css';
import type { FaultyCode } from './useCodeImport.ts';

export interface FaultyRowsProps {
  readonly faults: readonly FaultyCode[];
  readonly fileName: string;
  /** Whether the till has looked at the rows too. */
  readonly isChecked: boolean;
}

export function FaultyRows({ faults, fileName, isChecked }: FaultyRowsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (faults.length === 0) return null;
  const counted = { count: faults.length, number: format.number(faults.length) };
  const reason = ({ fault }: FaultyCode) => t(`coupon.import.fault.${fault}`);
  const columns: readonly Column<FaultyCode>[] = [
    { key: 'row', header: t('coupon.import.row'), width: 100, isFigure: true, cell: ({ row }) => row },
    { key: 'code', header: t('coupon.code'), width: 280, cell: ({ code }) => <code>{code}</code> },
    { key: 'fault', header: t('common.reason'), cell: reason },
  ];
  const save = () => {
    const heading = [t('coupon.import.row'), t('coupon.code'), t('common.reason')];
    const rows = faults.map((faulty) => [String(faulty.row), faulty.code, reason(faulty)]);
    saveTable('faultyRows', `${fileName.replace(/\.\w+$/, '')}-${faults.length}.csv`, [heading, ...rows]);
  };
  return (
    <section className={styles.faults}>
      <Group justify="space-between">
        <Title order={2}>
          {isChecked ? t('coupon.import.faults', counted) : t('coupon.import.spoilt', counted)}
        </Title>
        <Button variant="default" leftSection={<IconDownload size={20} aria-hidden="true" />} onClick={save}>
          {t('coupon.import.saveFaults')}
        </Button>
      </Group>
      <DataTable
        label={t('coupon.import.faults', counted)}
        columns={columns}
        rows={faults}
        rowKey={({ row, fault }) => `${row} ${fault}`}
        empty={null}
      />
    </section>
  );
}
