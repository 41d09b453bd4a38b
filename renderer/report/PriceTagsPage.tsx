/** Labels: those that must be printed so that the shelf tells the truth, today or tomorrow, and any others by choice. */
import { Group, SegmentedControl, Select } from '@mantine/core';
import { IconTags } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Label } from '../../shared/report/labelContract.ts';
import { type LabelLayout, labelLayouts } from '../../shared/report/labelLayout.ts';
import { type Language, languages } from '../../shared/text.ts';
import { addDays } from '../../shared/time.ts';
import type { TillError } from '../app/answer.ts';
import { GoodsTabs } from '../app/GoodsTabs.tsx';
import { languageNames } from '../app/language.ts';
import { useSession } from '../app/session.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { type Due, useDueTags } from './dueTags.ts';
import { HangTags } from './HangTags.tsx';
import { LabelPicker } from './LabelPicker.tsx';
import { PriceTagTable } from './PriceTagTable.tsx';
import { type LabelPaper, PrintLabels } from './PrintLabels.tsx';
import { usePickedGoods } from './pickedGoods.ts';

const tagChoices = ['today', 'tomorrow', 'chosen'] as const;
type TagChoice = (typeof tagChoices)[number];

interface PriceTagsPageProps {
  /** A product whose labels somebody asked for; null to begin with what is due. */
  productId: string | null;
}

export function PriceTagsPage({ productId }: PriceTagsPageProps) {
  const { shop } = useSession();
  const [which, setWhich] = useState<TagChoice>(productId === null ? 'today' : 'chosen');
  const [layout, setLayout] = useState<LabelLayout>('a4x24');
  const [language, setLanguage] = useState<Language>(shop.language);
  const [error, setError] = useState<TillError | null>(null);
  /** What is on paper: prices may change before it hangs. */
  const [printed, setPrinted] = useState<readonly Label[]>([]);
  const day = which === 'tomorrow' ? addDays(shop.businessDay, 1) : shop.businessDay;
  const paper: LabelPaper = { layout, language, day };
  const due = useDueTags(day, which !== 'chosen');
  const picked = usePickedGoods(productId, day);
  const items = which === 'chosen' ? picked.items : due.items;
  const choose = (next: TagChoice) => {
    setWhich(next);
    due.leaveOut(new Set());
    setPrinted([]);
  };
  return (
    <>
      <GoodsTabs open="priceTags">
        <PrintLabels items={items} paper={paper} onError={setError} onPrinted={setPrinted} />
      </GoodsTabs>
      <TagChoices
        which={which}
        layout={layout}
        language={language}
        onWhich={choose}
        onLayout={setLayout}
        onLanguage={setLanguage}
      />
      <ErrorAnswer error={error} />
      {printed.length > 0 && <HangTags tags={printed} onHung={() => setPrinted([])} />}
      {which === 'chosen' ? (
        <LabelPicker picked={picked} paper={paper} />
      ) : (
        <DueTags due={due} paper={paper} onChange={() => setPrinted([])} />
      )}
    </>
  );
}

function DueTags({ due, paper, onChange }: { due: Due; paper: LabelPaper; onChange: () => void }) {
  const { t } = useTranslation();
  const leaveOut = (next: ReadonlySet<string>) => {
    due.leaveOut(next);
    onChange();
  };
  return (
    <>
      <ErrorAnswer error={due.error} />
      {due.isKnown && due.tags.length === 0 && (
        <EmptyState
          icon={<IconTags size={48} />}
          title={t('report.tags.empty')}
          hint={t('report.tags.emptyHint')}
        />
      )}
      {due.tags.length > 0 && (
        <PriceTagTable tags={due.tags} leftOut={due.leftOut} onLeaveOut={leaveOut} onPaper={paper} />
      )}
    </>
  );
}

interface TagChoicesProps {
  which: TagChoice;
  layout: LabelLayout;
  language: Language;
  onWhich: (which: TagChoice) => void;
  onLayout: (layout: LabelLayout) => void;
  onLanguage: (language: Language) => void;
}

/** Which labels, how large, and in which language. */
function TagChoices({ which, layout, language, onWhich, onLayout, onLanguage }: TagChoicesProps) {
  const { t } = useTranslation();
  return (
    <Group gap="md">
      <SegmentedControl
        aria-label={t('report.tags.day')}
        value={which}
        data={tagChoices.map((each) => ({ value: each, label: t(`report.tags.${each}`) }))}
        onChange={(value) => onWhich(tagChoices.find((each) => each === value) ?? which)}
      />
      <Select
        aria-label={t('report.tags.layout')}
        w={250}
        data={labelLayouts.map((each) => ({ value: each, label: t(`report.tags.layouts.${each}`) }))}
        value={layout}
        onChange={(value) => onLayout(labelLayouts.find((each) => each === value) ?? layout)}
      />
      <Select
        aria-label={t('common.language')}
        w={160}
        data={languages.map((each) => ({ value: each, label: languageNames[each] }))}
        value={language}
        onChange={(value) => onLanguage(languages.find((each) => each === value) ?? language)}
      />
    </Group>
  );
}
