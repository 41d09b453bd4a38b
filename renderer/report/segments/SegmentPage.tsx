/** One group of customers: what its rule says, who is in it now, and what may be done with it. */
import { Alert, Badge, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { IconCopy, IconPencil, IconRefresh, IconTrash } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type ReadySegment,
  readySegmentNames,
  readySegments,
  type SegmentRule,
} from '../../../shared/customer/segment.ts';
import { type LocalText, textIn } from '../../../shared/text.ts';
import { api } from '../../app/api.ts';
import { useFormat, useLanguage } from '../../app/language.ts';
import { useMay } from '../../app/session.tsx';
import { useIntention, useTill } from '../../app/useTill.ts';
import { BackHeader } from '../../ui/BackHeader.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { ErrorAnswer } from '../../ui/ErrorAnswer.tsx';
import { CheapAttentions } from './CheapAttentions.tsx';
import { SegmentEditor } from './SegmentEditor.tsx';
import { SegmentMembers } from './SegmentMembers.tsx';
import styles from './segments.module.css';
import { useRuleSentence } from './segmentWords.ts';

const listAddress = '/customers/segments';
const everybody: SegmentRule = { match: 'all', conditions: [] };

const readyOf = (name: string): ReadySegment | null =>
  readySegmentNames.find((each) => each === name) ?? null;

/** `segment` is the name of a ready-made group, the id of an own one, `make`, or `make-` with a ready-made one to begin from. */
export function SegmentPage({ segment }: { segment: string }) {
  const ready = readyOf(segment);
  if (ready !== null) return <ReadyPage name={ready} />;
  if (segment === 'make') return <NewPage from={null} />;
  if (segment.startsWith('make-')) return <NewPage from={readyOf(segment.slice('make-'.length))} />;
  return <OwnPage segmentId={segment} />;
}

function useGo() {
  const navigate = useNavigate();
  return {
    toList: () => void navigate({ to: listAddress }),
    to: (segment: string) => void navigate({ to: '/customers/segments/$segment', params: { segment } }),
  };
}

function NewPage({ from }: { from: ReadySegment | null }) {
  const { t } = useTranslation();
  const go = useGo();
  return (
    <>
      <BackHeader back={listAddress} title={t('report.segment.new')} />
      <SegmentEditor
        segmentId={null}
        name={{}}
        rule={from === null ? everybody : readySegments[from]}
        onSaved={go.to}
        onCancel={go.toList}
      />
    </>
  );
}

function ReadyPage({ name }: { name: ReadySegment }) {
  const { t } = useTranslation();
  const go = useGo();
  const mayChange = useMay('customer.changeSegments');
  const title = t(`report.segment.readyName.${name}`);
  return (
    <>
      <BackHeader back={listAddress} title={title} badge={<Badge>{t('report.segment.readyBadge')}</Badge>}>
        {mayChange && (
          <Button
            variant="default"
            leftSection={<IconCopy size={20} aria-hidden="true" />}
            onClick={() => go.to(`make-${name}`)}
          >
            {t('report.segment.makeOwn')}
          </Button>
        )}
      </BackHeader>
      <Rule sentence={t(`report.segment.readyHint.${name}`)} />
      {name === 'notToBeLost' && <CheapAttentions />}
      <SegmentMembers rule={readySegments[name]} name={title} />
    </>
  );
}

function Rule({ sentence }: { sentence: string }) {
  return <p className={styles.rule}>{sentence}</p>;
}

function OwnPage({ segmentId }: { segmentId: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const sentenceOf = useRuleSentence();
  const { data, error } = useTill(api.customer.segments, {});
  const [isEdited, setEdited] = useState(false);
  const group = data?.segments.find(({ id }) => id === segmentId);
  if (group === undefined) {
    return (
      <>
        <BackHeader back={listAddress} title="" />
        <ErrorAnswer error={error} />
        {data !== undefined && <Alert color="amber">{t('report.segment.gone')}</Alert>}
      </>
    );
  }
  const title = textIn(group.name, language);
  if (isEdited) {
    return (
      <>
        <BackHeader back={listAddress} title={title} />
        <SegmentEditor
          segmentId={segmentId}
          name={group.name}
          rule={group.rule}
          onSaved={() => setEdited(false)}
          onCancel={() => setEdited(false)}
        />
      </>
    );
  }
  return (
    <>
      <BackHeader back={listAddress} title={title}>
        <OwnActions segmentId={segmentId} name={group.name} onEdit={() => setEdited(true)} />
      </BackHeader>
      <Rule sentence={sentenceOf(group.rule)} />
      <UsedBy segmentId={segmentId} />
      <SegmentMembers rule={group.rule} name={title} />
    </>
  );
}

function OwnActions(props: { segmentId: string; name: LocalText; onEdit: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const go = useGo();
  const [isAsking, setAsking] = useState(false);
  const remove = useIntention(api.customer.removeSegment);
  if (!useMay('customer.changeSegments')) return null;
  const confirm = async () => {
    const answer = await remove.send({ segmentId: props.segmentId });
    if (answer.ok) go.toList();
  };
  return (
    <>
      <Button
        variant="default"
        color="red"
        leftSection={<IconTrash size={20} aria-hidden="true" />}
        onClick={() => setAsking(true)}
      >
        {t('common.delete')}
      </Button>
      <Button leftSection={<IconPencil size={20} aria-hidden="true" />} onClick={props.onEdit}>
        {t('report.segment.edit')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        isDangerous
        title={t('report.segment.removeTitle', { name: textIn(props.name, language) })}
        action={t('common.delete')}
        isBusy={remove.isSending}
        onConfirm={() => void confirm()}
        onCancel={() => {
          setAsking(false);
          remove.forget();
        }}
      >
        <Text>{t('report.segment.removeHint')}</Text>
        <ErrorAnswer error={remove.error} />
      </ConfirmDialog>
    </>
  );
}

/** The promotions that are for the group, and since when the till knows who is in it. */
function UsedBy({ segmentId }: { segmentId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const { data, refresh } = useTill(api.report.segmentCounts, {}, { keepsLast: true });
  const [isCounting, setCounting] = useState(false);
  const counted = data?.own.find((each) => each.segmentId === segmentId);
  if (counted === undefined || counted.promotions.length === 0) return null;
  const names = counted.promotions.map((name) => textIn(name, language)).join(', ');
  const recount = async () => {
    setCounting(true);
    await api.report.recountSegments({});
    setCounting(false);
    refresh();
  };
  return (
    <Paper>
      <Group justify="space-between" gap="md">
        <Stack gap={2}>
          <Text fw={600}>{t('report.segment.usedBy', { names, count: counted.promotions.length })}</Text>
          <Text c="dimmed">
            {counted.countedAt === null
              ? t('report.segment.notCounted')
              : t('report.segment.countedAt', { at: format.moment(counted.countedAt) })}
          </Text>
        </Stack>
        <Button
          variant="default"
          loading={isCounting}
          leftSection={<IconRefresh size={20} aria-hidden="true" />}
          onClick={() => void recount()}
        >
          {t('report.segment.recount')}
        </Button>
      </Group>
    </Paper>
  );
}
