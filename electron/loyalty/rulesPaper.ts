/** The rules of the bonus programme on the receipt printer, for a customer to take home: the words of the A4 page. */
import { createFormat } from '../../shared/format.ts';
import type { ProgrammeSection } from '../../shared/loyalty/programmeText.ts';
import type { Block } from '../../shared/receipt/blocks.ts';
import type { ShopSettings } from '../../shared/shop/settings.ts';
import { type Language, textIn } from '../../shared/text.ts';
import type { BusinessDay } from '../../shared/time.ts';

const rulesWords: Readonly<Record<Language, { readonly title: string; readonly printedOn: string }>> = {
  uz: { title: 'Bonus dasturi qoidalari', printedOn: 'Chop etilgan kun' },
  ru: { title: 'Правила бонусной программы', printedOn: 'Напечатано' },
  en: { title: 'Rules of the bonus programme', printedOn: 'Printed on' },
};

export interface RulesOnPaper {
  readonly sections: readonly ProgrammeSection[];
  readonly settings: Pick<ShopSettings, 'name' | 'address' | 'phone' | 'timeZone'>;
  readonly language: Language;
  readonly day: BusinessDay;
}

/** Numbered sections in one language; each sentence begins with a dash, because narrow paper has no room to indent. */
export function rulesPaper({ sections, settings, language, day }: RulesOnPaper): readonly Block[] {
  const words = rulesWords[language];
  const format = createFormat(language, settings.timeZone);
  const { name, address, phone } = settings;
  return [
    { kind: 'heading', text: name },
    ...[address, phone === '' ? '' : format.phone(phone)]
      .filter((text) => text !== '')
      .map((text): Block => ({ kind: 'text', text, align: 'center' })),
    { kind: 'rule' },
    { kind: 'text', text: words.title, align: 'center', bold: true },
    ...sections.flatMap((section, place): readonly Block[] => [
      { kind: 'feed', lines: 1 },
      { kind: 'text', text: `${place + 1}. ${textIn(section.title, language)}`, bold: true },
      ...section.lines.map((line): Block => ({ kind: 'text', text: `- ${textIn(line, language)}` })),
    ]),
    { kind: 'rule' },
    { kind: 'text', text: `${words.printedOn}: ${format.longDay(day)}`, align: 'center' },
    { kind: 'cut' },
  ];
}
