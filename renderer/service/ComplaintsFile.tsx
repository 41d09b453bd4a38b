/** The button that saves complaints as a file. */
import { useTranslation } from 'react-i18next';
import type { ComplaintSummary } from '../../shared/service/complaintContract.ts';
import { textIn } from '../../shared/text.ts';
import { useFormat, useLanguage } from '../app/language.ts';
import { SaveList, type SaveListProps } from '../app/SaveList.tsx';

export function SaveComplaints({ rows }: Pick<SaveListProps<ComplaintSummary>, 'rows'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  return (
    <SaveList<ComplaintSummary>
      what="complaints"
      name={t('service.tab.complaints')}
      rows={rows}
      columns={[
        { header: '№', value: ({ number }) => number },
        { header: t('common.date'), value: ({ openedAt }) => format.moment(openedAt) },
        { header: t('service.complaint.about'), value: ({ topic }) => t(`service.topic.${topic}`) },
        { header: t('service.complaint.one'), value: ({ words }) => words },
        { header: t('service.channel.by'), value: ({ channel }) => t(`service.channel.${channel}`) },
        { header: t('customer.customer'), value: ({ customer, reach }) => customer?.name ?? reach },
        { header: t('service.complaint.receiptNumber'), value: ({ receiptNumber }) => receiptNumber },
        {
          header: t('service.complaint.product'),
          value: ({ productName }) => (productName === null ? '' : textIn(productName, language)),
        },
        { header: t('service.complaint.aboutWhom'), value: ({ seller }) => seller?.name ?? '' },
        { header: t('service.complaint.owner'), value: ({ owner }) => owner?.name ?? '' },
        {
          header: t('service.complaint.answeredAfter'),
          value: ({ clock }) => clock.answeredAfterMinutes,
        },
        {
          header: t('service.complaint.promised'),
          value: ({ promisedOn }) => (promisedOn === null ? '' : format.day(promisedOn)),
        },
        {
          header: t('service.complaint.outcome'),
          value: ({ outcome }) => (outcome === null ? '' : t(`service.outcome.${outcome}`)),
        },
      ]}
    />
  );
}
