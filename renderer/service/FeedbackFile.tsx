/** The button that saves answers after the sale as a file. */
import { useTranslation } from 'react-i18next';
import type { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { SaveList, type SaveListProps } from '../app/SaveList.tsx';

type Answer = Awaited<ReturnType<typeof api.service.feedback>>;
export type FeedbackRow = Extract<Answer, { ok: true }>['data']['feedback'][number];

export function SaveFeedback({ rows }: Pick<SaveListProps<FeedbackRow>, 'rows'>) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <SaveList<FeedbackRow>
      what="feedback"
      name={t('service.tab.feedback')}
      rows={rows}
      columns={[
        { header: t('common.date'), value: ({ at }) => format.moment(at) },
        { header: t('service.feedback.asked'), value: ({ kind }) => t(`service.feedback.kind.${kind}`) },
        { header: t('service.feedback.score'), value: ({ score }) => score },
        {
          header: t('common.reason'),
          value: ({ reason }) => (reason === null ? '' : t(`service.reason.${reason}`)),
        },
        { header: t('service.feedback.said'), value: ({ words }) => words },
        { header: t('customer.customer'), value: ({ customer }) => customer?.name ?? '' },
        { header: t('service.complaint.receiptNumber'), value: ({ receiptNumber }) => receiptNumber },
        { header: t('service.feedback.seller'), value: ({ sellerName }) => sellerName ?? '' },
      ]}
    />
  );
}
