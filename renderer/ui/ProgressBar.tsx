/** How far a long work has come, in figures too. */
import { Progress, Stack } from '@mantine/core';
import { useFormat } from '../app/language.ts';

export function ProgressBar({ doneThousandths, label }: { doneThousandths: number; label: string }) {
  const format = useFormat();
  const percent = Math.min(100, Math.max(0, Math.floor(doneThousandths / 10)));
  return (
    <Stack gap="sm">
      <div style={{ display: 'flex', justifyContent: 'space-between' }}>
        <span>{label}</span>
        <span className="figures">{format.percent(percent * 100)}</span>
      </div>
      <Progress value={percent} size={12} radius="xl" transitionDuration={0} aria-label={label} />
    </Stack>
  );
}
