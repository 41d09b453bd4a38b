/** Answers that are written once and sent often, in three languages. */
import { Button } from '@mantine/core';
import { IconPlus, IconTemplate } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languages, textIn } from '../../shared/text.ts';
import { api } from '../app/api.ts';
import { languageNames, useLanguage } from '../app/language.ts';
import { useMay } from '../app/session.tsx';
import { useTill } from '../app/useTill.ts';
import { DataTable } from '../ui/DataTable.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { ServiceTabs } from './ServiceTabs.tsx';
import styles from './service.module.css';
import { type AnswerTemplate, TemplateDrawer } from './TemplateDrawer.tsx';

export function TemplatesPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const mayChange = useMay('service.changeTemplates');
  const { data, error } = useTill(api.service.templates, {});
  const [editing, setEditing] = useState<AnswerTemplate | 'new' | null>(null);
  const add = mayChange && (
    <Button leftSection={<IconPlus size={20} aria-hidden="true" />} onClick={() => setEditing('new')}>
      {t('service.template.new')}
    </Button>
  );
  return (
    <>
      <ServiceTabs open="templates">{add}</ServiceTabs>
      <ErrorAnswer error={error} />
      {data !== undefined && (
        <DataTable<AnswerTemplate>
          label={t('service.tab.templates')}
          columns={[
            {
              key: 'name',
              header: t('common.name'),
              width: 240,
              cell: ({ name }) => <strong>{textIn(name, language)}</strong>,
            },
            {
              key: 'words',
              header: t('service.template.words'),
              cell: ({ words }) => <span className={styles.cellWords}>{textIn(words, language)}</span>,
            },
            {
              key: 'languages',
              header: t('service.template.languages'),
              width: 190,
              cell: ({ words }) =>
                languages
                  .filter((each) => (words[each] ?? '') !== '')
                  .map((each) => languageNames[each])
                  .join(', '),
            },
          ]}
          rows={data.templates}
          rowKey={({ templateId }) => templateId}
          {...(mayChange ? { onRow: setEditing } : {})}
          empty={
            <EmptyState
              icon={<IconTemplate size={48} />}
              title={t('service.template.none')}
              hint={t('service.template.noneHint')}
              action={add}
            />
          }
        />
      )}
      {editing !== null && (
        <TemplateDrawer template={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
    </>
  );
}
