/** Saving a form: checked at the border, sent once, told in words, closed; a refusal leaves everything as it was typed. */
import { notifications } from '@mantine/notifications';

export interface Saving<Checked> {
  readonly form: { readonly check: () => Checked | null };
  readonly send: (checked: Checked) => Promise<{ readonly ok: boolean }>;
  /** The words that tell it was saved. */
  readonly saved: string;
  readonly onClose: () => void;
}

export async function saveChecked<Checked>({ form, send, saved, onClose }: Saving<Checked>): Promise<void> {
  const checked = form.check();
  if (checked === null) return;
  const answer = await send(checked);
  if (!answer.ok) return;
  notifications.show({ message: saved, color: 'green' });
  onClose();
}
