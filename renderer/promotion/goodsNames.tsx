/** The names of everything a rule refers to by id, for its chips: what the till told, and what was picked since. */
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import type { NamesOf } from '../../shared/promotion/speaker.ts';
import { type LocalText, textIn } from '../../shared/text.ts';
import { api } from '../app/api.ts';
import { useLanguage } from '../app/language.ts';
import { useTill } from '../app/useTill.ts';

export type NamesById = Readonly<Record<string, LocalText>>;

export interface GoodsNames {
  /** The name, or the id itself where nobody knows one: a tag is its own name. */
  readonly nameOf: (id: string) => string;
  /** Notes the name of something that was just picked. */
  readonly learn: (id: string, name: LocalText) => void;
  /** The same names for whole sentences. */
  readonly names: NamesOf;
}

const NamesContext = createContext<GoodsNames | null>(null);

export function useGoodsNames(): GoodsNames {
  const names = useContext(NamesContext);
  if (names === null) throw new Error('no names are known here');
  return names;
}

export function GoodsNamesProvider({ first, children }: { first: NamesById; children: ReactNode }) {
  const language = useLanguage();
  const groups = useTill(api.catalogue.groups, {}).data;
  const [learnt, setLearnt] = useState<NamesById>(first);
  const learn = useCallback(
    (id: string, name: LocalText) => setLearnt((before) => ({ ...before, [id]: name })),
    [],
  );
  const value = useMemo(() => {
    const known: Record<string, LocalText> = { ...learnt };
    for (const { id, name } of groups?.categories ?? []) known[id] = name;
    for (const { id, name } of groups?.brands ?? []) known[id] = { uz: name };
    const nameOf = (id: string) => {
      const name = known[id];
      return (name === undefined ? '' : textIn(name, language)) || id;
    };
    const name = (id: string) => known[id] ?? { uz: id };
    const names = {
      product: name,
      category: name,
      brand: name,
      tier: name,
      series: name,
      segment: name,
      partner: name,
    };
    return { nameOf, learn, names };
  }, [learnt, groups, language, learn]);
  return <NamesContext value={value}>{children}</NamesContext>;
}
