/** The button that saves the contact log as a file. */
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/language.ts';
import { SaveList, type SaveListProps } from '../app/SaveList.tsx';
import type { ContactRow } from './contactColumns.tsx';

export function SaveContacts({ rows }: Pick<SaveListProps<ContactRow>, 'rows'>) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <SaveList<ContactRow>
      what="contacts"
      name={t('service.tab.contacts')}
      rows={rows}
      columns={[
        { header: t('common.date'), value: ({ at }) => format.moment(at) },
        { header: t('service.channel.by'), value: ({ channel }) => t(`service.channel.${channel}`) },
        {
          header: t('service.contact.direction'),
          value: ({ direction }) => t(`service.contact.${direction}`),
        },
        { header: t('service.contact.words'), value: ({ words }) => words },
        { header: t('customer.customer'), value: ({ customer }) => customer?.name ?? '' },
        { header: t('service.contact.person'), value: ({ personName }) => personName ?? '' },
        {
          header: t('service.complaint.answeredAfter'),
          value: ({ clock }) => clock?.answeredAfterMinutes ?? null,
        },
      ]}
    />
  );
}
