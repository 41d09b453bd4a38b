/** All tickets of a draw on paper, for whoever wants to see that theirs is in it; void ones are struck out. */
import type { Language } from '../../../shared/text.ts';
import type { Ticket } from '../drawFiles.ts';
import type { Draw } from '../drawState.ts';
import { DrawHeading } from './DrawHeading.tsx';
import styles from './DrawTickets.module.css';

export interface DrawTicketsProps {
  readonly draw: Draw;
  readonly tickets: readonly Ticket[];
  readonly shopName: string;
  readonly language: Language;
}

export function DrawTickets({ draw, tickets, shopName, language }: DrawTicketsProps) {
  return (
    <article lang={language}>
      <DrawHeading draw={draw} shopName={shopName} language={language} />
      <ul className={styles.tickets}>
        {tickets.map(({ number, publicName, isVoid }) => (
          <li key={number} className={isVoid ? styles.void : undefined}>
            <span className="figures">{number}</span>
            <span>{publicName}</span>
          </li>
        ))}
      </ul>
    </article>
  );
}
