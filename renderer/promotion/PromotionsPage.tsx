/** The shop's promotions as sentences, with what they are doing and what they cost; or as a calendar. */
import { Alert, Button, Group, SegmentedControl, Stack } from '@mantine/core';
import { IconDiscount2, IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { textIn } from '../../shared/text.ts';
import { api } from '../app/api.ts';
import { useLanguage } from '../app/language.ts';
import { allOf, SaveList, useSavedWords } from '../app/SaveList.tsx';
import { useMay } from '../app/session.tsx';
import { useTill } from '../app/useTill.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { GoodsNamesProvider } from './goodsNames.tsx';
import { dropDraft, keptDraft } from './keptDraft.ts';
import { PromotionCard } from './PromotionCard.tsx';
import { PromotionsCalendar } from './PromotionsCalendar.tsx';
import styles from './PromotionsPage.module.css';
import { type PromotionRow, type ShownState, shownState, shownStates } from './promotionState.ts';
import { RefusedRule } from './RefusedRule.tsx';
import { savedPromotions } from './savedPromotions.ts';
import { TemplatesDialog } from './TemplatesDialog.tsx';
import { usePromotionActions } from './usePromotionActions.ts';

const noRows: readonly PromotionRow[] = [];

export function PromotionsPage() {
  const { t } = useTranslation();
  const mayChange = useMay('promotion.change');
  const { data, error } = useTill(api.promotion.list, {});
  const [isCalendar, setCalendar] = useState(false);
  const [isChoosing, setChoosing] = useState(false);
  const rows = data?.promotions ?? noRows;
  const words = useSavedWords();
  const add = mayChange && (
    <Button leftSection={<IconPlus size={20} aria-hidden="true" />} onClick={() => setChoosing(true)}>
      {t('promotion.new')}
    </Button>
  );
  return (
    <GoodsNamesProvider first={{}}>
      <PageHeader title={t('ui.nav.promotions')}>
        <SegmentedControl
          aria-label={t('promotion.view.label')}
          value={isCalendar ? 'calendar' : 'list'}
          onChange={(value) => setCalendar(value === 'calendar')}
          data={[
            { value: 'list', label: t('promotion.view.list') },
            { value: 'calendar', label: t('promotion.view.calendar') },
          ]}
        />
        <SaveList
          what="promotions"
          name={t('ui.nav.promotions')}
          columns={savedPromotions(words)}
          rows={allOf(rows)}
        />
        {add}
      </PageHeader>
      <ErrorAnswer error={error} />
      {mayChange && data !== undefined && <UnfinishedNote rows={rows} />}
      {data !== undefined &&
        (isCalendar ? <PromotionsCalendar rows={rows} /> : <PromotionList rows={rows} add={add} />)}
      <TemplatesDialog isOpen={isChoosing} onClose={() => setChoosing(false)} />
    </GoodsNamesProvider>
  );
}

type Filter = ShownState | 'all';

function PromotionList({ rows, add }: { rows: readonly PromotionRow[]; add: ReactNode }) {
  const { t } = useTranslation();
  const actions = usePromotionActions();
  const [filter, setFilter] = useState<Filter>('all');
  if (rows.length === 0) {
    return (
      <EmptyState
        icon={<IconDiscount2 size={48} />}
        title={t('promotion.empty')}
        hint={t('promotion.emptyHint')}
        action={add}
      />
    );
  }
  const shown = rows.filter((row) => filter === 'all' || shownState(row) === filter);
  return (
    <>
      <StateFilter rows={rows} filter={filter} onChange={setFilter} />
      <RefusedRule error={actions.error} />
      <Stack gap="md">
        {shown.map((row) => (
          <PromotionCard key={row.promotionId} row={row} actions={actions} />
        ))}
        {shown.length === 0 && <p className="muted">{t('promotion.noneInState')}</p>}
      </Stack>
    </>
  );
}

function StateFilter(props: {
  rows: readonly PromotionRow[];
  filter: Filter;
  onChange: (filter: Filter) => void;
}) {
  const { t } = useTranslation();
  const { rows, filter, onChange } = props;
  const filters: readonly Filter[] = ['all', ...shownStates];
  const countOf = (each: Filter) =>
    each === 'all' ? rows.length : rows.filter((row) => shownState(row) === each).length;
  return (
    <SegmentedControl
      className={styles.filter ?? ''}
      aria-label={t('promotion.filter.label')}
      value={filter}
      onChange={(value) => onChange(filters.find((each) => each === value) ?? 'all')}
      data={filters.map((each) => ({
        value: each,
        label: `${t(`promotion.filter.${each}`)} ${countOf(each)}`,
      }))}
    />
  );
}

/** What was left unfinished stands here until somebody goes on with it or lets it go. */
function UnfinishedNote({ rows }: { rows: readonly PromotionRow[] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const language = useLanguage();
  const [kept, setKept] = useState(keptDraft);
  if (kept === null) return null;
  const isKnown = rows.some((row) => row.promotionId === kept.promotionId);
  const place = isKnown ? `/promotions/${kept.promotionId}/edit` : '/promotions/new/kept';
  const name = textIn(kept.name, language) || t('promotion.nameless');
  return (
    <Alert color="amber" style={{ flex: 'none' }}>
      <Group justify="space-between">
        <span>{t('promotion.unfinished', { name })}</span>
        <Group gap="sm">
          <Button
            variant="subtle"
            color="gray"
            onClick={() => {
              dropDraft();
              setKept(null);
            }}
          >
            {t('promotion.discard')}
          </Button>
          <Button variant="default" onClick={() => void navigate({ to: place })}>
            {t('common.continue')}
          </Button>
        </Group>
      </Group>
    </Alert>
  );
}
