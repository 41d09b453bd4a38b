/** What a draw puts on paper: the poster, the list of winners, the list of tickets; printed as soon as it stands. */
import { useEffect, useState } from 'react';
import type { Language } from '../../../shared/text.ts';
import { api } from '../../app/api.ts';
import { useTill } from '../../app/useTill.ts';
import { PrintNow } from '../../ui/PrintNow.tsx';
import { allTickets, type Ticket } from '../drawFiles.ts';
import type { Draw, Winner } from '../drawState.ts';
import { useGameWords } from '../gameWords.ts';
import { DrawPoster } from './DrawPoster.tsx';
import { DrawTickets } from './DrawTickets.tsx';
import { DrawWinnersList } from './DrawWinnersList.tsx';

export type PaperKind = 'poster' | 'winners' | 'tickets';

export interface DrawPaperProps {
  readonly paper: PaperKind;
  readonly language: Language;
  readonly draw: Draw;
  readonly winners: readonly Winner[];
  readonly onDone: () => void;
}

export function DrawPaper({ paper, language, draw, winners, onDone }: DrawPaperProps) {
  const shop = useTill(api.shop.settings, {}).data;
  const { ticketSentence } = useGameWords(language);
  if (shop === undefined) return null;
  switch (paper) {
    case 'poster':
      return (
        <PrintNow onDone={onDone}>
          <DrawPoster draw={draw} shop={shop} howTickets={ticketSentence(draw)} language={language} />
        </PrintNow>
      );
    case 'winners':
      return (
        <PrintNow onDone={onDone}>
          <DrawWinnersList draw={draw} winners={winners} shopName={shop.name} language={language} />
        </PrintNow>
      );
    case 'tickets':
      return <TicketsOnPaper draw={draw} shopName={shop.name} language={language} onDone={onDone} />;
  }
}

interface TicketsOnPaperProps extends Pick<DrawPaperProps, 'draw' | 'language' | 'onDone'> {
  readonly shopName: string;
}

/** The tickets come in portions; nothing is printed before all are there. */
function TicketsOnPaper({ draw, shopName, language, onDone }: TicketsOnPaperProps) {
  const [tickets, setTickets] = useState<readonly Ticket[] | null>(null);
  useEffect(() => {
    let isHere = true;
    void allTickets(draw.drawId).then((answer) => {
      if (!isHere) return;
      if (answer.ok) setTickets(answer.data);
      else onDone();
    });
    return () => {
      isHere = false;
    };
  }, [draw.drawId, onDone]);
  if (tickets === null) return null;
  return (
    <PrintNow onDone={onDone}>
      <DrawTickets draw={draw} tickets={tickets} shopName={shopName} language={language} />
    </PrintNow>
  );
}
