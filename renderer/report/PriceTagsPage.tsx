/** The price tags that must be printed so that the shelf tells the truth: today, or tomorrow before the shop opens. */
import { Button, Group, SegmentedControl, Select } from '@mantine/core';
import { IconPrinter, IconTags } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Language, languages } from '../../shared/text.ts';
import { addDays } from '../../shared/time.ts';
import { api } from '../app/api.ts';
import { GoodsTabs } from '../app/GoodsTabs.tsx';
import { languageNames } from '../app/language.ts';
import { useSession } from '../app/session.tsx';
import { useTill } from '../app/useTill.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { PrintSheet } from '../ui/PrintSheet.tsx';
import { HangTags } from './HangTags.tsx';
import { type DueTag, PriceTagTable } from './PriceTagTable.tsx';
import { type TagLayout, tagLayouts } from './print/PriceTag.tsx';
import { PriceTagSheets } from './print/PriceTagSheets.tsx';

const layouts = Object.keys(tagLayouts) as readonly TagLayout[];
const tagDays = ['today', 'tomorrow'] as const;
type TagDay = (typeof tagDays)[number];

export function PriceTagsPage() {
  const { t } = useTranslation();
  const { shop } = useSession();
  const days = { today: shop.businessDay, tomorrow: addDays(shop.businessDay, 1) };
  const [when, setWhen] = useState<TagDay>('today');
  const [layout, setLayout] = useState<TagLayout>('small');
  const [language, setLanguage] = useState<Language>(shop.language);
  /** Left out rather than chosen: what becomes due while the page is open is printed too. */
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  /** What is on paper: prices may change before it hangs. */
  const [printed, setPrinted] = useState<readonly DueTag[]>([]);
  const day = days[when];
  const { data, error } = useTill(api.report.priceTags, { day }, { keepsLast: true });
  const due = data?.tags ?? [];
  const chosen = due.filter((tag) => !leftOut.has(tag.productId));
  const print = () => {
    window.print();
    setPrinted(chosen);
  };
  const choose = (next: ReadonlySet<string>) => {
    setLeftOut(next);
    setPrinted([]);
  };
  return (
    <>
      <GoodsTabs open="priceTags">
        {chosen.length > 0 && (
          <Button leftSection={<IconPrinter size={20} aria-hidden="true" />} onClick={print}>
            {t('report.tags.print', { count: chosen.length })}
          </Button>
        )}
      </GoodsTabs>
      <TagChoices
        when={when}
        layout={layout}
        language={language}
        onWhen={(next) => {
          setWhen(next);
          choose(new Set());
        }}
        onLayout={setLayout}
        onLanguage={setLanguage}
      />
      <ErrorAnswer error={error} />
      {printed.length > 0 && <HangTags tags={printed} onHung={() => setPrinted([])} />}
      {data !== undefined && due.length === 0 && (
        <EmptyState
          icon={<IconTags size={48} />}
          title={t('report.tags.empty')}
          hint={t('report.tags.emptyHint')}
        />
      )}
      {due.length > 0 && (
        <PriceTagTable tags={due} leftOut={leftOut} onLeaveOut={choose} onPaper={{ layout, language, day }} />
      )}
      <PrintSheet>
        <PriceTagSheets tags={chosen} layout={layout} language={language} day={day} />
      </PrintSheet>
    </>
  );
}

interface TagChoicesProps {
  when: TagDay;
  layout: TagLayout;
  language: Language;
  onWhen: (when: TagDay) => void;
  onLayout: (layout: TagLayout) => void;
  onLanguage: (language: Language) => void;
}

/** For which day, how large, and in which language. */
function TagChoices({ when, layout, language, onWhen, onLayout, onLanguage }: TagChoicesProps) {
  const { t } = useTranslation();
  return (
    <Group gap="md">
      <SegmentedControl
        aria-label={t('report.tags.day')}
        value={when}
        data={tagDays.map((each) => ({ value: each, label: t(`report.tags.${each}`) }))}
        onChange={(value) => onWhen(tagDays.find((each) => each === value) ?? when)}
      />
      <Select
        aria-label={t('report.tags.layout')}
        w={250}
        data={layouts.map((each) => ({ value: each, label: t(`report.tags.layouts.${each}`) }))}
        value={layout}
        onChange={(value) => onLayout(layouts.find((each) => each === value) ?? layout)}
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
