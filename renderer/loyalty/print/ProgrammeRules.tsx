/** The rules of the bonus programme on A4, one language after the other: the public offer that hangs beside the till. */
import { createFormat } from '../../../shared/format.ts';
import { type Language, languages } from '../../../shared/text.ts';
import type { BusinessDay } from '../../../shared/time.ts';
import { PageSize, Sheet } from '../../ui/Sheet.tsx';
import type { ProgrammeInWords } from '../loadProgrammeText.ts';
import styles from './ProgrammeRules.module.css';
import { type RulePart, ruleSheets } from './ruleSheets.ts';

/** Paper speaks its own language, whatever the screen shows. */
const words: Readonly<
  Record<Language, { readonly title: string; readonly since: string; readonly page: string }>
> = {
  uz: { title: 'Bonus dasturi qoidalari', since: 'Chop etilgan kun', page: 'bet' },
  ru: { title: 'Правила бонусной программы', since: 'Напечатано', page: 'лист' },
  en: { title: 'Rules of the bonus programme', since: 'Printed on', page: 'page' },
};

export interface ProgrammeRulesProps {
  readonly rules: ProgrammeInWords;
  readonly day: BusinessDay;
}

/** Every sheet of every language, in the order they are printed. */
export function sheetsOfRules({ sections }: ProgrammeInWords) {
  return languages.flatMap((language) => {
    const sheets = ruleSheets(sections, language);
    return sheets.map((parts, place) => ({ language, parts, place: place + 1, of: sheets.length }));
  });
}

export function ProgrammeRules({ rules, day }: ProgrammeRulesProps) {
  const { name, address, phone } = rules.shop;
  return (
    <>
      <PageSize widthMm={210} heightMm={297} />
      {sheetsOfRules(rules).map(({ language, parts, place, of }) => {
        const { title, since, page } = words[language];
        const format = createFormat(language);
        return (
          <Sheet key={`${language}${place}`} widthMm={210} heightMm={297}>
            <div className={styles.page} lang={language}>
              <header className={styles.head}>
                <h1>{title}</h1>
                <p>{[name, address, phone === '' ? '' : format.phone(phone)].filter(Boolean).join(' · ')}</p>
              </header>
              {parts.map((part) => (
                <Part key={part.number} part={part} />
              ))}
              <footer className={styles.foot}>
                <span>
                  {since}: {format.longDay(day)}
                </span>
                {of > 1 && (
                  <span>
                    {page} {place} / {of}
                  </span>
                )}
              </footer>
            </div>
          </Sheet>
        );
      })}
    </>
  );
}

function Part({ part }: { part: RulePart }) {
  return (
    <section>
      {part.title !== null && (
        <h2 className={styles.title}>
          {part.number}. {part.title}
        </h2>
      )}
      <ul className={styles.lines}>
        {part.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
