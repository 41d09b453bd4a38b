/** Who gave an answer: the customers whose last word it is, to be called or written to. */
import { Drawer, Group, Stack } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PollChoice } from '../../shared/service/poll.ts';
import type { Poll } from '../../shared/service/pollContract.ts';
import { textIn } from '../../shared/text.ts';
import { api } from '../app/api.ts';
import { useFormat, useLanguage } from '../app/language.ts';
import { everyPage, SaveList } from '../app/SaveList.tsx';
import { usePages } from '../app/usePages.ts';
import { DataTable } from '../ui/DataTable.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { MoreRows } from '../ui/MoreRows.tsx';

export interface PollCustomersProps {
  readonly poll: Poll;
  readonly choice: PollChoice;
  readonly onClose: () => void;
}

export function PollCustomers({ poll, choice, onClose }: PollCustomersProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const navigate = useNavigate();
  const { pollId } = poll;
  const list = usePages(api.service.pollCustomers, { pollId, choice });
  const answer = textIn(choice === 'a' ? poll.answerA : poll.answerB, language);
  const title = t('service.poll.whoAnswered', { answer });
  return (
    <Drawer opened onClose={onClose} position="right" size={560} title={title}>
      <Stack gap="md">
        <Group justify="flex-end">
          <SaveList
            what="customers"
            name={title}
            rows={() => everyPage(api.service.pollCustomers, { pollId, choice }, (page) => page.customers)}
            columns={[
              { header: t('customer.customer'), value: ({ name }) => name },
              { header: t('common.date'), value: ({ at }) => format.moment(at) },
            ]}
          />
        </Group>
        <ErrorAnswer error={list.error} />
        {!list.isLoading && (
          <DataTable
            label={title}
            columns={[
              {
                key: 'name',
                header: t('customer.customer'),
                cell: ({ name }) => name || t('customer.noName'),
              },
              {
                key: 'at',
                header: t('common.date'),
                width: 140,
                cell: ({ at }) => <span className="figures">{format.moment(at)}</span>,
              },
            ]}
            rows={list.pages.flatMap((page) => page.customers)}
            rowKey={({ customerId }) => customerId}
            onRow={({ customerId }) => void navigate({ to: `/customers/${customerId}` as '/' })}
            footer={list.hasMore && <MoreRows isLoading={list.isLoadingMore} onMore={list.loadMore} />}
            empty={<EmptyState title={t('service.poll.nobodyKnown')} />}
          />
        )}
      </Stack>
    </Drawer>
  );
}
