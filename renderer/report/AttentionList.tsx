/** What the owner should see first: each with who, when and how much, until it was seen. */
import { Alert, Button, Group } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { AttentionItem } from '../../shared/report/journalContract.ts';
import { api } from '../app/api.ts';
import { useMay } from '../app/session.tsx';
import { useIntention, useTill } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import styles from './AttentionList.module.css';
import { useAttentionWords } from './attentionWords.ts';

export function AttentionList() {
  const { t } = useTranslation();
  const { data, error } = useTill(api.report.attention, { withSeen: false });
  const see = useIntention(api.journal.seeAttention);
  const items = data?.items ?? [];
  if (items.length === 0) return <ErrorAnswer error={error} />;
  return (
    <Alert
      className={styles.box}
      color="amber"
      title={t('report.attention.title', { count: data?.unseen ?? 0 })}
    >
      <ul className={styles.list}>
        {items.map((item) => (
          <Item key={item.id} item={item} />
        ))}
      </ul>
      <ErrorAnswer error={see.error} />
      <Group justify="flex-end">
        <Button
          variant="default"
          leftSection={<IconEye size={20} aria-hidden="true" />}
          loading={see.isSending}
          onClick={() => void see.send({ ids: items.slice(0, 500).map(({ id }) => id) })}
        >
          {t('report.attention.seen')}
        </Button>
      </Group>
    </Alert>
  );
}

/** One line on the day's page that leads to the list; nothing when there is nothing, or for who may not see it. */
export function AttentionHint() {
  const { t } = useTranslation();
  const may = useMay('report.journal');
  const unseen = useTill(api.report.attention, { withSeen: false }, { isOn: may }).data?.unseen ?? 0;
  if (unseen === 0) return null;
  return (
    <Link to="/journal" className={styles.hint}>
      <IconEye size={20} aria-hidden="true" />
      {t('report.attention.title', { count: unseen })}
    </Link>
  );
}

function Item({ item }: { item: AttentionItem }) {
  const { t } = useTranslation();
  const { when, words, who } = useAttentionWords()(item);
  const { complaintId } = item.data;
  return (
    <li className={styles.item}>
      <span className={`${styles.when} figures`}>{when}</span>
      <span className={styles.words}>
        {words}
        {complaintId !== undefined && (
          <>
            {' '}
            <Link to={`/service/complaints/${complaintId}` as '/'} style={{ color: 'inherit' }}>
              {t('report.attention.toComplaint')}
            </Link>
          </>
        )}
      </span>
      <span className="muted">{who}</span>
    </li>
  );
}
