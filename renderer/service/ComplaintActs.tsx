/** What can be done about a complaint beside the answer; each has its key. */
import { Button, Paper } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Complaint } from '../../shared/service/complaintContract.ts';
import { useMayRole, useSession } from '../app/session.tsx';
import { useDialogKeys } from '../sale/useDialogKeys.ts';
import { KeyCap } from '../ui/KeyCap.tsx';
import { ApologyDialog } from './ComplaintApology.tsx';
import { AssignDialog, CloseDialog, NoteDialog, PromiseDialog, ReopenDialog } from './ComplaintDialogs.tsx';
import styles from './service.module.css';

const acts = [
  { name: 'answer', key: 'F2', action: 'service.answer', states: ['open', 'answered'] },
  { name: 'promise', key: 'F4', action: 'service.answer', states: ['open', 'answered'] },
  { name: 'apologise', key: 'F7', action: 'service.apologise', states: ['open', 'answered'] },
  { name: 'note', key: 'F6', action: 'service.answer', states: ['open', 'answered', 'closed'] },
  { name: 'assign', key: 'F8', action: 'service.assign', states: ['open', 'answered'] },
  { name: 'close', key: 'F9', action: 'service.answer', states: ['open', 'answered'] },
  { name: 'reopen', key: 'F9', action: 'service.complain', states: ['closed'] },
] as const;
type Act = (typeof acts)[number]['name'];

export interface ComplaintActsProps {
  readonly complaint: Complaint;
  readonly onAnswer: () => void;
}

export function ComplaintActs({ complaint, onAnswer }: ComplaintActsProps) {
  const { t } = useTranslation();
  const { person } = useSession();
  const mayRole = useMayRole();
  const [open, setOpen] = useState<Act | null>(null);
  const shown = acts.filter(
    ({ action, states }) =>
      mayRole(person.role, action) && (states as readonly string[]).includes(complaint.state),
  );
  const begin = (act: Act) => (act === 'answer' ? onAnswer() : setOpen(act));
  useDialogKeys((event) => {
    if (event.shiftKey || event.ctrlKey || event.altKey) return false;
    const act = shown.find(({ key }) => key === event.code);
    if (act === undefined) return false;
    begin(act.name);
    return true;
  }, open === null);
  const close = () => setOpen(null);
  const around = { complaint, onClose: close };
  return (
    <Paper>
      <div className={styles.acts}>
        {shown.map(({ name, key }) => (
          <Button
            key={name}
            variant={name === 'answer' && complaint.state === 'open' ? 'filled' : 'default'}
            fullWidth
            justify="space-between"
            rightSection={
              <KeyCap binding={key} isOnColour={name === 'answer' && complaint.state === 'open'} />
            }
            onClick={() => begin(name)}
          >
            {t(`service.act.${name}`)}
          </Button>
        ))}
      </div>
      {open === 'promise' && <PromiseDialog {...around} />}
      {open === 'note' && <NoteDialog {...around} />}
      {open === 'assign' && <AssignDialog {...around} />}
      {open === 'close' && <CloseDialog {...around} />}
      {open === 'reopen' && <ReopenDialog {...around} />}
      {open === 'apologise' && <ApologyDialog {...around} />}
    </Paper>
  );
}
