/** Every act by which a customer agreed or took something back, newest first, with the words that were told. */
import { Badge, Button, Group, Loader, Modal, Stack, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsentAct } from '../../shared/customer/consentContract.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { useTill } from '../app/useTill.ts';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import styles from './ConsentList.module.css';

type Wording = NonNullable<ConsentAct['wording']>;

export function ConsentHistory({ acts }: { readonly acts: readonly ConsentAct[] }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<Wording | null>(null);
  const columns = useColumns(setShown);
  if (acts.length === 0) return null;
  return (
    <Stack gap="sm">
      <Title order={4}>{t('customer.consent.history')}</Title>
      <DataTable
        label={t('customer.consent.history')}
        columns={columns}
        rows={acts}
        rowKey={(act) => `${act.kind} ${act.id}`}
        empty={null}
      />
      {shown !== null && <WordsTold wording={shown} onClose={() => setShown(null)} />}
    </Stack>
  );
}

function useColumns(onShow: (wording: Wording) => void): readonly Column<ConsentAct>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      key: 'when',
      header: t('customer.consent.columnWhen'),
      width: 170,
      cell: (act) => format.moment(act.at),
    },
    {
      key: 'what',
      header: t('customer.consent.columnWhat'),
      cell: (act) => (
        <Group gap={6}>
          <Badge color={act.kind === 'given' ? 'green' : 'gray'}>
            {t(`customer.consent.kind.${act.kind}`)}
          </Badge>
          <span>{act.subjects.map((subject) => t(`customer.purpose.${subject}`)).join(', ')}</span>
        </Group>
      ),
    },
    {
      key: 'how',
      header: t('customer.consent.columnHow'),
      width: 190,
      cell: (act) => t(`customer.consentHow.${act.how}`),
    },
    { key: 'who', header: t('customer.consent.columnWho'), width: 160, cell: (act) => act.personName },
    {
      key: 'words',
      header: '',
      width: 110,
      cell: ({ wording }) =>
        wording !== null && (
          <Button variant="subtle" onClick={() => onShow(wording)}>
            {t('customer.consent.wordingShow')}
          </Button>
        ),
    },
  ];
}

/** As it was told then, and not as it is told today. */
function WordsTold({ wording, onClose }: { wording: Wording; onClose: () => void }) {
  const { t } = useTranslation();
  const { data, error } = useTill(api.customer.consentWording, wording);
  return (
    <Modal opened onClose={onClose} size="lg" title={t('customer.consent.wordingTold')}>
      <ErrorAnswer error={error} />
      {data === undefined ? (
        <Loader size="sm" />
      ) : (
        <div lang={wording.language}>
          <p className={styles.wording}>{data.profile}</p>
          <p className={styles.wording}>{data.messages}</p>
          <div className="muted">{data.version}</div>
        </div>
      )}
    </Modal>
  );
}
