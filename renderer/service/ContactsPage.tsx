/** Who said what by which way, the questions that wait for an answer, and how fast the shop answers. */
import { Button, Group, SegmentedControl } from '@mantine/core';
import { IconMessages, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { everyPage } from '../app/SaveList.tsx';
import { useMay } from '../app/session.tsx';
import { usePages } from '../app/usePages.ts';
import { DataTable } from '../ui/DataTable.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { MoreRows } from '../ui/MoreRows.tsx';
import { ContactAnswer } from './ContactAnswer.tsx';
import { ContactDialog } from './ContactDialog.tsx';
import { ResponseFigures } from './ContactResponse.tsx';
import { SaveContacts } from './ContactsFile.tsx';
import { type ContactRow, useContactColumns } from './contactColumns.tsx';
import { ServiceTabs } from './ServiceTabs.tsx';

const lists = ['all', 'waiting'] as const;
type List = (typeof lists)[number];

export function ContactsPage() {
  const { t } = useTranslation();
  const mayFigures = useMay('service.figures');
  const mayNote = useMay('service.contact');
  const [list, setList] = useState<List>('all');
  const [isNew, setNew] = useState(false);
  const [answering, setAnswering] = useState<ContactRow | null>(null);
  const wanted = { customerId: null, isWaiting: list === 'waiting' };
  const found = usePages(api.service.contacts, wanted);
  const columns = useContactColumns(mayNote ? setAnswering : null);
  const write = mayNote && (
    <Button leftSection={<IconPlus size={20} aria-hidden="true" />} onClick={() => setNew(true)}>
      {t('service.contact.new')}
    </Button>
  );
  return (
    <>
      <ServiceTabs open="contacts">
        <SaveContacts rows={() => everyPage(api.service.contacts, wanted, (page) => page.contacts)} />
        {write}
      </ServiceTabs>
      {mayFigures && <ResponseFigures />}
      <Group>
        <SegmentedControl
          aria-label={t('service.list.label')}
          data={lists.map((value) => ({ value, label: t(`service.contact.list.${value}`) }))}
          value={list}
          onChange={setList}
        />
      </Group>
      <ErrorAnswer error={found.error} />
      {!found.isLoading && (
        <DataTable<ContactRow>
          label={t('service.tab.contacts')}
          columns={columns}
          rows={found.pages.flatMap((page) => page.contacts)}
          rowKey={({ contactId }) => contactId}
          footer={found.hasMore && <MoreRows isLoading={found.isLoadingMore} onMore={found.loadMore} />}
          empty={
            <EmptyState
              icon={<IconMessages size={48} />}
              title={t(list === 'waiting' ? 'service.contact.noneWaiting' : 'service.contact.none')}
              hint={t('service.contact.noneHint')}
              action={write}
            />
          }
        />
      )}
      {isNew && <ContactDialog customer={null} onClose={() => setNew(false)} />}
      {answering !== null && <ContactAnswer contact={answering} onClose={() => setAnswering(null)} />}
    </>
  );
}
