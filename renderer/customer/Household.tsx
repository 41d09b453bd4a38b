/** The people of one kitchen: each linked to their own page; another joins by being found, a name is given when there is one. */
import { ActionIcon, Button, Menu, Modal, TextInput } from '@mantine/core';
import { IconDotsVertical } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../../shared/customer/contract.ts';
import type { CustomerAbout } from '../../shared/customer/profileContract.ts';
import { api } from '../app/api.ts';
import { useMay } from '../app/session.tsx';
import { useIntention } from '../app/useTill.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { SaveForm } from '../ui/SaveForm.tsx';
import { AttachCustomerDialog } from './attachDialog.tsx';
import styles from './Household.module.css';

export interface HouseholdProps {
  readonly customerId: string;
  readonly household: CustomerAbout['household'];
}

type Open = 'join' | 'name' | 'leave' | null;

export function Household({ customerId, household }: HouseholdProps) {
  const { t } = useTranslation();
  const mayChange = useMay('customer.change');
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  return (
    <div className={styles.household}>
      {household === null ? (
        <NoHousehold mayChange={mayChange} onJoin={() => setOpen('join')} />
      ) : (
        <div className={styles.members}>
          {household.name !== '' && <div>{household.name}</div>}
          {household.members
            .filter((member) => member.customerId !== customerId)
            .map((member) => (
              <div key={member.customerId}>
                <Link
                  className={styles.link}
                  to="/customers/$customerId"
                  params={{ customerId: member.customerId }}
                >
                  {member.name || t('customer.noName')}
                </Link>
              </div>
            ))}
        </div>
      )}
      {household !== null && mayChange && <HouseholdMenu onOpen={setOpen} />}
      {open === 'join' && <JoinHousehold customerId={customerId} onClose={close} />}
      {open === 'name' && (
        <NameHousehold customerId={customerId} name={household?.name ?? ''} onClose={close} />
      )}
      {open === 'leave' && <LeaveHousehold customerId={customerId} onClose={close} />}
    </div>
  );
}

function NoHousehold({ mayChange, onJoin }: { mayChange: boolean; onJoin: () => void }) {
  const { t } = useTranslation();
  if (!mayChange) return <span className="muted">{t('customer.household.none')}</span>;
  return (
    <Button
      size="compact-md"
      variant="light"
      px="xs"
      aria-label={t('customer.household.add')}
      onClick={onJoin}
    >
      {t('common.add')}
    </Button>
  );
}

function HouseholdMenu({ onOpen }: { onOpen: (open: Open) => void }) {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <ActionIcon aria-label={t('customer.household.change')} size={36}>
          <IconDotsVertical size={18} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onOpen('join')}>{t('customer.household.add')}</Menu.Item>
        <Menu.Item onClick={() => onOpen('name')}>{t('customer.household.rename')}</Menu.Item>
        <Menu.Item color="red" onClick={() => onOpen('leave')}>
          {t('customer.household.leave')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

interface QuestionProps {
  readonly customerId: string;
  readonly onClose: () => void;
}

function JoinHousehold({ customerId, onClose }: QuestionProps) {
  const { t } = useTranslation();
  const join = useIntention(api.customer.joinHousehold);
  const choose = async ({ id }: Customer) => {
    const answer = await join.send({ customerId, withCustomerId: id });
    if (answer.ok) onClose();
  };
  return (
    <AttachCustomerDialog
      title={t('customer.household.find')}
      hint={t('customer.household.findHint')}
      onChosen={(customer) => void choose(customer)}
      onClose={onClose}
      error={join.error}
    />
  );
}

function NameHousehold({ customerId, name, onClose }: QuestionProps & { readonly name: string }) {
  const { t } = useTranslation();
  const save = useIntention(api.customer.saveHousehold);
  const [typed, setTyped] = useState(name);
  const send = async () => {
    if (typed.trim() === '') return;
    const answer = await save.send({ customerId, name: typed.trim() });
    if (answer.ok) onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('customer.household.rename')}>
      <SaveForm error={save.error} isSending={save.isSending} onSave={send} onCancel={onClose}>
        <TextInput
          data-autofocus
          label={t('customer.household.name')}
          autoComplete="off"
          maxLength={80}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </SaveForm>
    </Modal>
  );
}

function LeaveHousehold({ customerId, onClose }: QuestionProps) {
  const { t } = useTranslation();
  const leave = useIntention(api.customer.leaveHousehold);
  const confirm = async () => {
    const answer = await leave.send({ customerId });
    if (answer.ok) onClose();
  };
  return (
    <ConfirmDialog
      isOpen
      title={t('customer.household.leaveTitle')}
      action={t('customer.household.leave')}
      isBusy={leave.isSending}
      onConfirm={() => void confirm()}
      onCancel={onClose}
    >
      <div>{t('customer.household.leaveHint')}</div>
      <ErrorAnswer error={leave.error} />
    </ConfirmDialog>
  );
}
