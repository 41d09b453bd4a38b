/** Some sheets of a batch of cards, for the paper press: asks the till for the numbers and the shop. */
import { useEffect, useState } from 'react';
import type { PrintOrder } from '../../../shared/receipt/printAddress.ts';
import { api } from '../../app/api.ts';
import { askPaperShop } from '../../app/paperShop.ts';
import { CardSheets, type CardSheetsProps, cardsOnSheet } from './CardSheet.tsx';

/** The most numbers that the till tells at once. */
const mostNumbers = 1000;

interface CardPaper extends CardSheetsProps {
  /** Sheets of the whole batch. */
  readonly sheets: number;
}

/** The cards, or the code of the refusal. */
async function askCards({ id: batchId, from, sheets }: PrintOrder): Promise<CardPaper | string> {
  const limit = Math.min(mostNumbers, sheets * cardsOnSheet);
  const [facts, batch] = await Promise.all([
    askPaperShop(),
    api.customer.cardBatch({ batchId, from: from * cardsOnSheet, limit }),
  ]);
  if (typeof facts === 'string') return facts;
  if (!batch.ok) return batch.error.code;
  const { count, cardNumbers: numbers } = batch.data;
  return {
    shop: facts.shop,
    language: facts.language,
    numbers,
    sheets: Math.ceil(count / cardsOnSheet),
  };
}

interface CustomerCardPagesProps {
  readonly order: PrintOrder;
  readonly onReady: (sheets: number) => void;
  readonly onFailed: (code: string) => void;
}

export function CustomerCardPages({ order, onReady, onFailed }: CustomerCardPagesProps) {
  const [paper, setPaper] = useState<CardPaper | null>(null);
  useEffect(() => {
    let isHere = true;
    const take = async () => {
      const answer = await askCards(order);
      if (!isHere) return;
      if (typeof answer === 'string') onFailed(answer);
      else setPaper(answer);
    };
    void take();
    return () => {
      isHere = false;
    };
  }, [order, onFailed]);
  useEffect(() => {
    if (paper !== null) onReady(paper.sheets);
  }, [paper, onReady]);
  if (paper === null) return null;
  const { sheets: _, ...cards } = paper;
  return <CardSheets {...cards} />;
}
