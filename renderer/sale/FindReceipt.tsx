/** Which receipt do the goods come back from: scanned, by its number, by day, customer or product. */
import { Button, CloseButton, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { textIn } from '../../shared/text.ts';
import { isBusinessDay } from '../../shared/time.ts';
import { api } from '../app/api.ts';
import { useFormat, useLanguage } from '../app/language.ts';
import { useSession } from '../app/session.tsx';
import { playSound } from '../app/sounds.ts';
import { useScanner } from '../app/useScanner.ts';
import { useTill } from '../app/useTill.ts';
import { useCustomerName } from '../customer/customerName.ts';
import { DayInput } from '../ui/DayInput.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import styles from './returns.module.css';
import { type Filters, soldInput, type Typed, typedAs, type Wanted } from './soldWanted.ts';
import { productWithCode, useProductSearch } from './useProductSearch.ts';

interface FindReceiptProps {
  readonly onFound: (saleId: string) => void;
  /** Goods whose receipt is gone. */
  readonly onLoose: () => void;
}

const noFilters: Filters = { day: null, customer: null, product: null };
const mostSuggested = 4;
/** Whoever does not find it among these narrows the list. */
const mostShown = 100;
const noSales: readonly Sold[] = [];

interface Suggestion extends Wanted {
  readonly kind: 'customer' | 'product';
}

/** Customers and goods that fit the words: choosing one lists their receipts. */
function useSuggestions(typed: Typed): readonly Suggestion[] {
  const words = typed.kind === 'words' ? typed.words : '';
  const [rested, setRested] = useState('');
  const language = useLanguage();
  const nameOf = useCustomerName();
  useEffect(() => {
    const timer = setTimeout(() => setRested(words), 90);
    return () => clearTimeout(timer);
  }, [words]);
  const isOn = words !== '' && rested === words;
  const found = useTill(api.customer.find, { text: rested }, { isOn, forgets: true });
  const { products } = useProductSearch(words, words !== '');
  if (!isOn) return [];
  const customers = (found.data?.customers ?? []).slice(0, mostSuggested);
  return [
    ...customers.map((each) => ({ kind: 'customer' as const, id: each.id, name: nameOf(each) })),
    ...(products ?? [])
      .slice(0, mostSuggested)
      .map((each) => ({ kind: 'product' as const, id: each.id, name: textIn(each.name, language) })),
  ];
}

/** What is typed, scanned and chosen, and the receipts that fit: only those that were really asked for. */
function useSold(onFound: FindReceiptProps['onFound']) {
  const today = useSession().shop.businessDay;
  const language = useLanguage();
  const [text, setText] = useState('');
  const [filters, setFilters] = useState(noFilters);
  const typed = typedAs(text);
  const day = filters.day !== null && isBusinessDay(filters.day) ? filters.day : null;
  const input = soldInput(typed, { ...filters, day }, today);
  const list = useTill(api.sale.findSold, { ...input, cursor: null, limit: mostShown }, { forgets: true });
  const sales = list.data?.sales ?? noSales;
  const narrow = (change: Partial<Filters>) => {
    setFilters({ ...filters, ...change });
    setText('');
  };
  useScanner((code) => {
    const known = typedAs(code);
    if (known.kind === 'code') {
      playSound('scanned');
      return setText(known.code);
    }
    void productWithCode(code).then((product) => {
      playSound(product === null ? 'notFound' : 'scanned');
      if (product === null) setText(code);
      else narrow({ product: { id: product.id, name: textIn(product.name, language) } });
    });
  });
  // A scanned receipt is the one that was meant: it opens by itself.
  const only = typed.kind === 'code' ? sales[0]?.saleId : undefined;
  const latest = useRef(onFound);
  useEffect(() => {
    latest.current = onFound;
  });
  useEffect(() => {
    if (only !== undefined) latest.current(only);
  }, [only]);
  return { text, setText, typed, filters, setFilters, narrow, sales, list };
}

export function FindReceipt({ onFound, onLoose }: FindReceiptProps) {
  const { t } = useTranslation();
  const { text, setText, typed, filters, setFilters, narrow, sales, list } = useSold(onFound);
  const [place, setPlace] = useState(0);
  const suggestions = useSuggestions(typed);
  const count = suggestions.length > 0 ? suggestions.length : sales.length;
  const marked = Math.min(place, Math.max(0, count - 1));
  const take = (suggestion: Suggestion) => {
    narrow({ [suggestion.kind]: suggestion });
    setPlace(0);
  };
  const hear = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 && event.key !== 'Enter') return;
    event.preventDefault();
    if (step !== 0) return setPlace((marked + step + count) % Math.max(1, count));
    const suggestion = suggestions[marked];
    const sale = suggestions.length === 0 ? sales[marked] : undefined;
    if (suggestion !== undefined) take(suggestion);
    else if (sale !== undefined) onFound(sale.saleId);
  };
  return (
    <Stack gap="md">
      <Group gap="sm" wrap="nowrap" align="flex-end">
        <TextInput
          data-autofocus
          autoFocus
          size="lg"
          style={{ flex: 1 }}
          aria-label={t('sale.return.find')}
          placeholder={t('sale.return.find')}
          leftSection={<IconSearch size={22} aria-hidden="true" />}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setPlace(0);
          }}
          onKeyDown={hear}
        />
        <DayInput
          size="lg"
          w={200}
          aria-label={t('common.date')}
          value={filters.day}
          onChange={(value) => setFilters({ ...filters, day: value })}
        />
      </Group>
      <ChosenFilters filters={filters} onChange={narrow} />
      {suggestions.length > 0 ? (
        <Suggestions suggestions={suggestions} marked={marked} onTake={take} />
      ) : (
        <SoldList sales={sales} marked={marked} onFound={onFound} isLoading={list.data === undefined} />
      )}
      <ErrorAnswer error={list.error} />
      <Foot onLoose={onLoose} />
    </Stack>
  );
}

function Foot({ onLoose }: Pick<FindReceiptProps, 'onLoose'>) {
  const { t } = useTranslation();
  return (
    <Group justify="space-between">
      <Text c="var(--muted)">{t('sale.return.findHint')}</Text>
      <Button variant="default" onClick={onLoose}>
        {t('sale.loose.open')}
      </Button>
    </Group>
  );
}

function ChosenFilters({
  filters,
  onChange,
}: {
  filters: Filters;
  onChange: (change: Partial<Filters>) => void;
}) {
  const { t } = useTranslation();
  const chosen = (['customer', 'product'] as const).flatMap((kind) => {
    const wanted = filters[kind];
    return wanted === null ? [] : [{ kind, name: wanted.name }];
  });
  if (chosen.length === 0) return null;
  return (
    <Group gap="sm">
      {chosen.map(({ kind, name }) => (
        <span key={kind} className={styles.filter}>
          <span className="muted">{t(`sale.return.by.${kind}`)}</span> {name}
          <CloseButton
            aria-label={`${t('sale.totals.remove')}: ${name}`}
            onClick={() => onChange({ [kind]: null })}
          />
        </span>
      ))}
    </Group>
  );
}

interface SuggestionsProps {
  readonly suggestions: readonly Suggestion[];
  readonly marked: number;
  readonly onTake: (suggestion: Suggestion) => void;
}

function Suggestions({ suggestions, marked, onTake }: SuggestionsProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.found} role="listbox" aria-label={t('sale.return.whose')}>
      {suggestions.map((suggestion, place) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field above keeps the focus and hears the keys
        <div
          key={suggestion.id}
          role="option"
          tabIndex={-1}
          aria-selected={place === marked}
          className={styles.foundRow}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onTake(suggestion)}
        >
          <span className="muted">{t(`sale.return.by.${suggestion.kind}`)}</span>
          <strong>{suggestion.name}</strong>
        </div>
      ))}
    </div>
  );
}

interface Sold {
  readonly saleId: string;
  readonly number: number;
  readonly soldAt: Parameters<ReturnType<typeof useFormat>['moment']>[0];
  readonly netSom: number;
  readonly backSom: number;
  readonly customerName: string | null;
  readonly personName: string;
}

interface SoldListProps {
  readonly sales: readonly Sold[];
  readonly marked: number;
  readonly isLoading: boolean;
  readonly onFound: (saleId: string) => void;
}

function SoldList({ sales, marked, isLoading, onFound }: SoldListProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (sales.length === 0) return isLoading ? null : <Text size="lg">{t('sale.return.noneFound')}</Text>;
  return (
    <div className={styles.found} role="listbox" aria-label={t('sale.return.receipts')}>
      {sales.map((sale, place) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field above keeps the focus and hears the keys
        <div
          key={sale.saleId}
          role="option"
          tabIndex={-1}
          aria-selected={place === marked}
          className={styles.foundRow}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onFound(sale.saleId)}
        >
          <strong className={styles.number}>№{sale.number}</strong>
          <span className="figures">{format.moment(sale.soldAt)}</span>
          <span className={sale.customerName === null ? `${styles.who} muted` : styles.who}>
            {sale.customerName === null ? sale.personName : format.phone(sale.customerName)}
          </span>
          {sale.backSom > 0 && (
            <span className={styles.back}>
              {t('sale.return.backSom', { sum: format.number(sale.backSom) })}
            </span>
          )}
          <strong className="figures">{format.number(sale.netSom)}</strong>
        </div>
      ))}
    </div>
  );
}
