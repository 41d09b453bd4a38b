/** Categories and brands: how many goods stand in each, and their names to be changed. */
import { Button, SimpleGrid } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type LocalText, textIn } from '../../shared/text.ts';
import { api } from '../app/api.ts';
import { GoodsTabs } from '../app/GoodsTabs.tsx';
import { useFormat, useLanguage } from '../app/language.ts';
import { useMay } from '../app/session.tsx';
import { useTill } from '../app/useTill.ts';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { GroupDrawer, type GroupEdited } from './GroupDrawer.tsx';

interface Row {
  readonly id: string;
  readonly name: LocalText;
  readonly products: number;
}

export function GroupsPage() {
  const { data, error } = useTill(api.catalogue.groups, {});
  const [edited, setEdited] = useState<GroupEdited | null>(null);
  const brands = data?.brands.map((brand) => ({ ...brand, name: { uz: brand.name } }));
  return (
    <>
      <GoodsTabs open="groups" />
      <ErrorAnswer error={error} />
      {data !== undefined && (
        <SimpleGrid cols={2} spacing="lg" style={{ alignItems: 'start', minHeight: 0 }}>
          <GroupTable kind="category" rows={data.categories} onEdit={setEdited} />
          <GroupTable kind="brand" rows={brands ?? []} onEdit={setEdited} />
        </SimpleGrid>
      )}
      <GroupDrawer edited={edited} onClose={() => setEdited(null)} />
    </>
  );
}

interface GroupTableProps {
  kind: GroupEdited['kind'];
  rows: readonly Row[];
  onEdit: (edited: GroupEdited) => void;
}

function GroupTable({ kind, rows, onEdit }: GroupTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const mayChange = useMay('catalogue.change');
  const columns: readonly Column<Row>[] = [
    { key: 'name', header: t(`catalogue.${kind}`), cell: (row) => textIn(row.name, language) },
    {
      key: 'products',
      header: t('catalogue.goodsColumn'),
      width: 120,
      isFigure: true,
      cell: (row) => format.number(row.products),
    },
  ];
  const add = mayChange && (
    <Button
      variant="light"
      leftSection={<IconPlus size={20} aria-hidden="true" />}
      onClick={() => onEdit({ kind, id: null, name: {} })}
    >
      {t(`catalogue.add_${kind}`)}
    </Button>
  );
  return (
    <section style={{ display: 'grid', gap: 12, minHeight: 0 }}>
      {rows.length > 0 && <div>{add}</div>}
      <DataTable
        label={t(`catalogue.${kind}`)}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        {...(mayChange ? { onRow: ({ id, name }: Row) => onEdit({ kind, id, name }) } : {})}
        empty={
          <EmptyState
            title={t(`catalogue.empty_${kind}`)}
            hint={t(`catalogue.emptyHint_${kind}`)}
            action={add}
          />
        }
      />
    </section>
  );
}
