/** A customer's own code for friends, with its picture and a text to send, and the friends it brought. */
import { Badge, Button, Paper, Stack, Textarea, Title } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatCode } from '../../shared/code.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { useSession } from '../app/session.tsx';
import { useIntention, useTill } from '../app/useTill.ts';
import { CodeImage } from '../ui/CodeImage.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorAnswer, useRefusalWords } from '../ui/ErrorAnswer.tsx';
import styles from './Referrals.module.css';

type Referred = Extract<Awaited<ReturnType<typeof api.loyalty.referrals>>, { readonly ok: true }>['data'];
type Friend = Referred['friends'][number];

export function Referrals({ customerId }: { customerId: string }) {
  const { t } = useTranslation();
  const { data, error } = useTill(api.loyalty.referrals, { customerId });
  return (
    <>
      <ErrorAnswer error={error} />
      {data !== undefined && (
        <div className={styles.columns}>
          <Paper>
            <Title order={2} mb="md">
              {t('loyalty.referral.own')}
            </Title>
            <OwnCode customerId={customerId} code={data.code} />
          </Paper>
          <Stack gap="md" mih={0}>
            {data.broughtBy !== null && (
              <div>
                {t('loyalty.referral.broughtBy')}{' '}
                <Link to="/customers/$customerId" params={{ customerId: data.broughtBy.customerId }}>
                  {data.broughtBy.name}
                </Link>
              </div>
            )}
            <Friends friends={data.friends} />
          </Stack>
        </div>
      )}
    </>
  );
}

function OwnCode({ customerId, code }: { customerId: string; code: string | null }) {
  const { t } = useTranslation();
  const make = useIntention(api.loyalty.referralCode);
  const shopName = useSession().shop.name;
  if (code === null) {
    return (
      <Stack gap="md">
        <div>{t('loyalty.referral.hint')}</div>
        <ErrorAnswer error={make.error} />
        <Button
          leftSection={<IconUserPlus size={20} aria-hidden="true" />}
          loading={make.isSending}
          onClick={() => void make.send({ customerId })}
        >
          {t('loyalty.referral.make')}
        </Button>
      </Stack>
    );
  }
  const text = t('loyalty.referral.text', { shop: shopName, code: formatCode(code) });
  return (
    <Stack gap="md" align="center">
      <CodeImage kind="qr" data={code} />
      <strong className={`${styles.code} figures`}>{formatCode(code)}</strong>
      <CopyButton text={code} label={t('loyalty.referral.copyCode')} />
      <Textarea
        w="100%"
        size="md"
        label={t('loyalty.referral.message')}
        readOnly
        autosize
        minRows={3}
        value={text}
      />
      <CopyButton text={text} label={t('loyalty.referral.copyText')} />
    </Stack>
  );
}

const stateColours = { waiting: 'amber', rewarded: 'green', refused: 'gray', takenBack: 'red' } as const;

function Friends({ friends }: { friends: readonly Friend[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const wordsOfRefusal = useRefusalWords();
  const columns: readonly Column<Friend>[] = [
    {
      key: 'name',
      header: t('loyalty.referral.friend'),
      cell: ({ customerId, name }) => (
        <Link to="/customers/$customerId" params={{ customerId }}>
          {name}
        </Link>
      ),
    },
    { key: 'at', header: t('common.date'), width: 160, cell: ({ notedAt }) => format.moment(notedAt) },
    {
      key: 'state',
      header: t('loyalty.referral.stateLabel'),
      cell: ({ state, refusal }) => (
        <>
          <Badge color={stateColours[state]}>{t(`loyalty.referral.state.${state}`)}</Badge>
          {refusal !== null && (
            <div className={`muted ${styles.why}`}>{wordsOfRefusal({ code: refusal, data: {} })}</div>
          )}
        </>
      ),
    },
    {
      key: 'bonus',
      header: t('loyalty.amount'),
      isFigure: true,
      width: 120,
      cell: ({ bonusSom }) => format.number(bonusSom),
    },
  ];
  return (
    <DataTable
      label={t('loyalty.referral.friends')}
      columns={columns}
      rows={friends}
      rowKey={({ customerId }) => customerId}
      empty={<EmptyState title={t('loyalty.referral.empty')} hint={t('loyalty.referral.emptyHint')} />}
    />
  );
}
