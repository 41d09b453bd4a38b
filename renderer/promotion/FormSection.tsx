/** One part of the form: its heading, its fields, and what is wrong with the rule there. */
import { Alert, Paper, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './PromotionEditor.module.css';

export interface FormSectionProps {
  readonly title: string;
  readonly hint?: string | undefined;
  readonly faults?: readonly string[];
  readonly children: ReactNode;
}

export function FormSection({ title, hint, faults = [], children }: FormSectionProps) {
  return (
    <Paper component="section" aria-label={title}>
      <Stack gap="md">
        <div>
          <h2 className={styles.heading}>{title}</h2>
          {hint !== undefined && <p className={styles.hint}>{hint}</p>}
        </div>
        {children}
        {faults.map((words) => (
          <Alert key={words} color="red" variant="light" role="alert">
            {words}
          </Alert>
        ))}
      </Stack>
    </Paper>
  );
}
