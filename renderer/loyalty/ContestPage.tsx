/** One contest: who takes part, the jury's points, and its end, which gives the places. */
import { Button, Group } from '@mantine/core';
import { IconFlagCheck, IconPencil, IconPrinter, IconUserPlus } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { textIn } from '../../shared/text.ts';
import { api } from '../app/api.ts';
import { useFormat, useLanguage } from '../app/language.ts';
import { useMay, useSession } from '../app/session.tsx';
import { useTill } from '../app/useTill.ts';
import { BackHeader } from '../ui/BackHeader.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { PrintNow } from '../ui/PrintNow.tsx';
import { CloseContest } from './ContestClose.tsx';
import { ContestDrawer } from './ContestDrawer.tsx';
import { ContestEntries } from './ContestEntries.tsx';
import { EnterContest } from './ContestEntry.tsx';
import { ContestBadge } from './ContestsPage.tsx';
import { type Contest, type ContestEntry, contestState } from './contestDraft.ts';
import { ContestTable } from './print/ContestTable.tsx';
import { prizesInWords } from './prizeRows.ts';

const list = '/loyalty/contests';

export function ContestPage({ contestId }: { contestId: string }) {
  const { t } = useTranslation();
  const { data, error } = useTill(api.loyalty.contest, { contestId });
  if (data === undefined) {
    return (
      <>
        <BackHeader title={t('loyalty.tab.contests')} back={list} />
        <ErrorAnswer error={error} />
      </>
    );
  }
  return <OneContest contest={data.contest} entries={data.entries} />;
}

type Open = 'edit' | 'close' | 'print' | { readonly entry: ContestEntry | null } | null;

function OneContest({ contest, entries }: { contest: Contest; entries: readonly ContestEntry[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormat();
  const { shop } = useSession();
  const [open, setOpen] = useState<Open>(null);
  const close = useCallback(() => setOpen(null), []);
  const isWhole = contest.state === 'closed' && contest.answer !== null;
  return (
    <>
      <BackHeader
        title={textIn(contest.name, language)}
        back={list}
        badge={<ContestBadge contest={contest} />}
      >
        <Actions contest={contest} hasEntries={entries.length > 0} onOpen={setOpen} />
      </BackHeader>
      <Group gap="sm">
        <span>{t(`loyalty.contests.kind.${contest.kind}`)}</span>
        <span className="muted">{format.dayRange(contest.from, contest.to)}</span>
        <span className="muted">
          {t('loyalty.prizes.title')}: {prizesInWords(contest.prizes)}
        </span>
        {isWhole && (
          <strong>{t('loyalty.contests.answerWas', { answer: format.number(contest.answer ?? 0) })}</strong>
        )}
      </Group>
      <ContestEntries contest={contest} entries={entries} onEdit={(entry) => setOpen({ entry })} />
      <ContestDrawer
        edited={open === 'edit' ? contest : null}
        isLocked={entries.length > 0}
        onClose={close}
      />
      {open === 'close' && <CloseContest contest={contest} onClose={close} />}
      {typeof open === 'object' && open !== null && (
        <EnterContest contest={contest} entry={open.entry} onClose={close} />
      )}
      {open === 'print' && (
        <PrintNow onDone={close}>
          <ContestTable contest={contest} entries={entries} shopName={shop.name} />
        </PrintNow>
      )}
    </>
  );
}

interface ActionsProps {
  readonly contest: Contest;
  readonly hasEntries: boolean;
  readonly onOpen: (open: Open) => void;
}

function Actions({ contest, hasEntries, onOpen }: ActionsProps) {
  const { t } = useTranslation();
  const mayChange = useMay('loyalty.contest');
  const state = contestState(contest, useSession().shop.businessDay);
  return (
    <>
      {hasEntries && (
        <Button
          variant="default"
          leftSection={<IconPrinter size={20} aria-hidden="true" />}
          onClick={() => onOpen('print')}
        >
          {t('common.print')}
        </Button>
      )}
      {mayChange && state !== 'closed' && (
        <Button
          variant="default"
          leftSection={<IconPencil size={20} aria-hidden="true" />}
          onClick={() => onOpen('edit')}
        >
          {t('common.edit')}
        </Button>
      )}
      {mayChange && state === 'ready' && (
        <Button leftSection={<IconFlagCheck size={20} aria-hidden="true" />} onClick={() => onOpen('close')}>
          {t('loyalty.contests.close')}
        </Button>
      )}
      {state === 'running' && (
        <Button
          leftSection={<IconUserPlus size={20} aria-hidden="true" />}
          onClick={() => onOpen({ entry: null })}
        >
          {t('loyalty.contests.enter')}
        </Button>
      )}
    </>
  );
}
