/** The rules of the programme in words, for those who serve customers but do not set them. */
import { Paper, Stack } from '@mantine/core';
import { useEffect, useState } from 'react';
import { textIn } from '../../shared/text.ts';
import { useLanguage } from '../app/language.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { loadProgrammeText, type ProgrammeInWords } from './loadProgrammeText.ts';
import styles from './Programme.module.css';

export function ProgrammeText() {
  const language = useLanguage();
  const [rules, setRules] = useState<ProgrammeInWords | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    let isHere = true;
    void loadProgrammeText().then((answer) => {
      if (!isHere) return;
      if (answer.ok) setRules(answer.data);
      else setProblem(answer.code);
    });
    return () => {
      isHere = false;
    };
  }, []);
  if (problem !== null) return <ErrorAnswer error={{ code: problem, data: {} }} />;
  return (
    <Stack gap="md" maw={840}>
      {rules?.sections.map(({ title, lines }) => (
        <Paper key={textIn(title, language)} component="section">
          <h2 className={styles.heading}>{textIn(title, language)}</h2>
          <ul className={styles.lines}>
            {lines.map((line) => (
              <li key={textIn(line, language)}>{textIn(line, language)}</li>
            ))}
          </ul>
        </Paper>
      ))}
    </Stack>
  );
}
