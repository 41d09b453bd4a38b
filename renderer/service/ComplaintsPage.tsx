/** All complaints with their clocks: what is nobody's, mine, alive, over; whoever waits longest stands first. */
import { Button, Group, SegmentedControl } from '@mantine/core';
import { IconMessageReport, IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ComplaintSummary, complaintLists } from '../../shared/service/complaintContract.ts';
import { api } from '../app/api.ts';
import { everyPage } from '../app/SaveList.tsx';
import { useMay } from '../app/session.tsx';
import { usePages } from '../app/usePages.ts';
import { useTill } from '../app/useTill.ts';
import { DataTable } from '../ui/DataTable.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { MoreRows } from '../ui/MoreRows.tsx';
import { ComplaintDialog } from './ComplaintDialog.tsx';
import { SaveComplaints } from './ComplaintsFile.tsx';
import { useComplaintColumns } from './complaintColumns.tsx';
import { emptyStart } from './complaintStart.ts';
import { ServiceTabs } from './ServiceTabs.tsx';

type List = (typeof complaintLists)[number];

export function ComplaintsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [list, setList] = useState<List>('living');
  const [isNew, setNew] = useState(false);
  const mayComplain = useMay('service.complain');
  const found = usePages(api.service.complaints, { list, customerId: null });
  const complaints = found.pages.flatMap((page) => page.complaints);
  const columns = useComplaintColumns();
  const write = mayComplain && (
    <Button leftSection={<IconPlus size={20} aria-hidden="true" />} onClick={() => setNew(true)}>
      {t('service.complaint.new')}
    </Button>
  );
  return (
    <>
      <ServiceTabs open="complaints">
        <SaveComplaints
          rows={() =>
            everyPage(api.service.complaints, { list, customerId: null }, (page) => page.complaints)
          }
        />
        {write}
      </ServiceTabs>
      <Group gap="md" wrap="nowrap" justify="space-between">
        <SegmentedControl
          aria-label={t('service.list.label')}
          style={{ flex: 'none' }}
          data={complaintLists.map((value) => ({ value, label: t(`service.list.${value}`) }))}
          value={list}
          onChange={setList}
        />
        <WaitingWords />
      </Group>
      <ErrorAnswer error={found.error} />
      {!found.isLoading && (
        <DataTable<ComplaintSummary>
          label={t('service.tab.complaints')}
          columns={columns}
          rows={complaints}
          rowKey={({ complaintId }) => complaintId}
          onRow={({ complaintId }) => void navigate({ to: `/service/complaints/${complaintId}` as '/' })}
          footer={found.hasMore && <MoreRows isLoading={found.isLoadingMore} onMore={found.loadMore} />}
          empty={
            <EmptyState
              icon={<IconMessageReport size={48} />}
              title={t(`service.complaint.none.${list}`)}
              hint={t('service.complaint.noneHint')}
              action={write}
            />
          }
        />
      )}
      {isNew && <ComplaintDialog start={emptyStart} onClose={() => setNew(false)} />}
    </>
  );
}

/** What is late and what is promised, in one line; questions from the contact log count too. */
function WaitingWords() {
  const { t } = useTranslation();
  const { data } = useTill(api.service.waiting, {});
  if (data === undefined) return null;
  const { overdue, warning, running, promisedToday, promiseBroken } = data;
  const parts = [
    { key: 'overdue', count: overdue, isBad: true },
    { key: 'warning', count: warning, isBad: true },
    { key: 'running', count: running, isBad: false },
    { key: 'promiseBroken', count: promiseBroken, isBad: true },
    { key: 'promisedToday', count: promisedToday, isBad: false },
  ].filter(({ count }) => count > 0);
  return (
    <span className="figures" role="status">
      {parts.map(({ key, count, isBad }, place) => (
        <span key={key}>
          {place > 0 && ' · '}
          <span className={isBad ? undefined : 'muted'} style={isBad ? { fontWeight: 700 } : undefined}>
            {t(`service.waiting.${key}`, { count })}
          </span>
        </span>
      ))}
    </span>
  );
}
