/** Lets somebody whose wrong attempts locked them out try again, and says so. */
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import type { TillError } from '../app/answer.ts';
import { api } from '../app/api.ts';
import { useIntention } from '../app/useTill.ts';

export interface Unlock {
  readonly open: () => void;
  readonly isSending: boolean;
  readonly error: TillError | null;
}

export function useUnlock({ id, name }: { readonly id: string; readonly name: string }): Unlock {
  const { t } = useTranslation();
  const { send, isSending, error } = useIntention(api.staff.unlock);
  const open = async () => {
    const answer = await send({ personId: id });
    if (answer.ok) notifications.show({ message: t('staff.unlocked', { name }), color: 'green' });
  };
  return { open: () => void open(), isSending, error };
}
