/** One draw: its tickets and prizes, the promise that anyone can check, and after its last day the winners. */
import { Button, Menu, Stack } from '@mantine/core';
import { IconChevronDown, IconConfetti, IconDots, IconPrinter } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Language, languages, textIn } from '../../shared/text.ts';
import { api } from '../app/api.ts';
import { languageNames, useFormat, useLanguage } from '../app/language.ts';
import { useMay, useSession } from '../app/session.tsx';
import { useTill } from '../app/useTill.ts';
import { BackHeader } from '../ui/BackHeader.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { Kpi } from '../ui/Kpi.tsx';
import { CancelDraw } from './DrawCancel.tsx';
import { DrawHold } from './DrawHold.tsx';
import { DrawLawNotice } from './DrawLawNotice.tsx';
import styles from './DrawPage.module.css';
import { DrawPrizes } from './DrawPrizes.tsx';
import { DrawPromise } from './DrawPromise.tsx';
import { DrawBadge } from './DrawsPage.tsx';
import { DrawWinners } from './DrawWinners.tsx';
import { type Draw, drawState, type Winner } from './drawState.ts';
import { useGameWords } from './gameWords.ts';
import { NamesOfScopes } from './NamesOfScopes.tsx';
import { DrawPaper, type PaperKind } from './print/DrawPaper.tsx';

const list = '/loyalty/draws';

export function DrawPage({ drawId }: { drawId: string }) {
  const { t } = useTranslation();
  const { data, error } = useTill(api.loyalty.draw, { drawId });
  if (data === undefined) {
    return (
      <>
        <BackHeader title={t('loyalty.tab.draws')} back={list} />
        <ErrorAnswer error={error} />
      </>
    );
  }
  return (
    <NamesOfScopes scopes={[data.draw.scope]}>
      <OneDraw draw={data.draw} winners={data.winners} />
    </NamesOfScopes>
  );
}

type Open = 'hold' | 'cancel' | { readonly paper: PaperKind; readonly language: Language } | null;

function OneDraw({ draw, winners }: { draw: Draw; winners: readonly Winner[] }) {
  const language = useLanguage();
  const format = useFormat();
  const { ticketSentence } = useGameWords();
  const [open, setOpen] = useState<Open>(null);
  const isOpen = draw.state === 'open';
  const close = useCallback(() => setOpen(null), []);
  return (
    <>
      <BackHeader title={textIn(draw.name, language)} back={list} badge={<DrawBadge draw={draw} />}>
        <Actions draw={draw} onOpen={setOpen} />
      </BackHeader>
      <p className={styles.sentence}>
        {format.dayRange(draw.from, draw.to)} · {ticketSentence(draw)}
      </p>
      <Figures draw={draw} />
      {isOpen && <DrawLawNotice />}
      <div className={styles.columns}>
        <Stack gap="md">
          {draw.state === 'drawn' ? (
            <DrawWinners draw={draw} winners={winners} />
          ) : (
            <DrawPrizes prizes={draw.prizes} />
          )}
        </Stack>
        <DrawPromise draw={draw} />
      </div>
      {open === 'hold' && <DrawHold draw={draw} winners={winners} onClose={close} />}
      {open === 'cancel' && <CancelDraw drawId={draw.drawId} onClose={close} />}
      {typeof open === 'object' && open !== null && (
        <DrawPaper {...open} draw={draw} winners={winners} onDone={close} />
      )}
    </>
  );
}

function Figures({ draw }: { draw: Draw }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className={styles.figures}>
      <Kpi title={t('loyalty.draws.tickets')} value={format.number(draw.tickets)} />
      <Kpi title={t('loyalty.games.customers')} value={format.number(draw.customers)} />
      <Kpi title={t('loyalty.prizes.title')} value={format.number(draw.prizes.length)} />
    </div>
  );
}

function Actions({ draw, onOpen }: { draw: Draw; onOpen: (open: Open) => void }) {
  const { t } = useTranslation();
  const mayDraw = useMay('loyalty.draw');
  const state = drawState(draw, useSession().shop.businessDay);
  return (
    <>
      <PrintMenu draw={draw} onPrint={(paper, language) => onOpen({ paper, language })} />
      {mayDraw && draw.state === 'open' && (
        <>
          {state === 'ready' && (
            <Button
              leftSection={<IconConfetti size={20} aria-hidden="true" />}
              onClick={() => onOpen('hold')}
            >
              {t('loyalty.draws.hold')}
            </Button>
          )}
          <Menu position="bottom-end" shadow="md">
            <Menu.Target>
              <Button variant="default" px="sm" aria-label={t('loyalty.draws.more')}>
                <IconDots size={20} aria-hidden="true" />
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item color="red" onClick={() => onOpen('cancel')}>
                {t('loyalty.draws.cancel')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </>
      )}
    </>
  );
}

interface PrintMenuProps {
  readonly draw: Draw;
  readonly onPrint: (paper: PaperKind, language: Language) => void;
}

/** Paper speaks to customers, so each kind is offered in every language of the shop. */
function PrintMenu({ draw, onPrint }: PrintMenuProps) {
  const { t } = useTranslation();
  const papers: readonly PaperKind[] = [
    ...(draw.state === 'open' ? (['poster'] as const) : []),
    ...(draw.state === 'drawn' ? (['winners'] as const) : []),
    ...(draw.tickets > 0 ? (['tickets'] as const) : []),
  ];
  if (papers.length === 0) return null;
  return (
    <Menu position="bottom-end" shadow="md" width={260}>
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconPrinter size={20} aria-hidden="true" />}
          rightSection={<IconChevronDown size={18} aria-hidden="true" />}
        >
          {t('common.print')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {papers.map((paper) => (
          <div key={paper}>
            <Menu.Label>{t(`loyalty.draws.paper.${paper}`)}</Menu.Label>
            {languages.map((language) => (
              <Menu.Item key={language} lang={language} onClick={() => onPrint(paper, language)}>
                {languageNames[language]}
              </Menu.Item>
            ))}
          </div>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
