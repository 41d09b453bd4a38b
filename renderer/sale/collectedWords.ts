/** What a customer has collected, in a few words for the strip: what may be taken now stands first. */
import type { TFunction } from 'i18next';
import type { Basket } from '../../shared/sale/basketContract.ts';
import { type Language, textIn } from '../../shared/text.ts';

type Strip = NonNullable<Basket['customer']>;
type Collected = Pick<Strip, 'tier' | 'stamps' | 'challenges' | 'storeCreditSom'>;

interface Speaker {
  readonly t: TFunction;
  readonly language: Language;
  readonly number: (value: number) => string;
}

/** Free pieces, the account, stamps, challenges, and last how far the next tier is. */
export function collectedWords(
  { tier, stamps, challenges, storeCreditSom }: Collected,
  { t, language, number }: Speaker,
): readonly string[] {
  const next = tier?.next ?? null;
  // Reached today, a tier holds from tomorrow (docs/rules.md rule 12).
  const nextWords = (missingSom: number, name: string) =>
    missingSom === 0
      ? t('sale.customer.nextTomorrow', { name })
      : t('sale.customer.toNext', { name, sum: number(missingSom) });
  return [
    ...stamps
      .filter(({ fullCards }) => fullCards > 0)
      .map(({ name }) => t('sale.customer.freePiece', { name: textIn(name, language) })),
    ...(storeCreditSom > 0 ? [t('sale.customer.account', { sum: number(storeCreditSom) })] : []),
    ...stamps
      .filter((card) => card.stamps > 0)
      .map((card) =>
        t('sale.customer.stamps', {
          name: textIn(card.name, language),
          stamps: card.stamps,
          needed: card.needed,
        }),
      ),
    ...challenges
      .filter(({ done }) => done > 0)
      .map(({ name, done, needed }) =>
        t('sale.customer.challenge', {
          name: textIn(name, language),
          done: number(done),
          needed: number(needed),
        }),
      ),
    ...(next === null ? [] : [nextWords(next.missingSom, textIn(next.name, language))]),
  ];
}
