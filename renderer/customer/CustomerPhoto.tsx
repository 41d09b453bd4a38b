/** A customer's face in the head of their page: chosen from a file, made small in the browser, taken away again. */
import { Avatar, FileButton, Menu, UnstyledButton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../../shared/customer/contract.ts';
import { api } from '../app/api.ts';
import { useMay } from '../app/session.tsx';
import { useIntention, useTill } from '../app/useTill.ts';
import { useRefusalWords } from '../ui/ErrorAnswer.tsx';
import { smallPhoto } from './smallPhoto.ts';

const sizePixels = 52;

export interface CustomerPhotoProps {
  readonly customer: Customer;
  readonly hasPhoto: boolean;
}

export function CustomerPhoto({ customer, hasPhoto }: CustomerPhotoProps) {
  const { t } = useTranslation();
  const mayChange = useMay('customer.change') && customer.isRegistered;
  const { id: customerId, name } = customer;
  const { data } = useTill(api.customer.photo, { customerId }, { isOn: hasPhoto });
  const photo = hasPhoto ? (data?.photo ?? null) : null;
  const face = (
    <Avatar
      size={sizePixels}
      color="teal"
      alt={photo === null ? '' : t('customer.photo.of', { name })}
      src={photo === null ? null : `data:image/${photo.kind};base64,${photo.imageBase64}`}
      {...(name === '' ? {} : { name, color: 'teal' })}
    />
  );
  if (!mayChange) return face;
  return <PhotoMenu customerId={customerId} hasPhoto={hasPhoto} face={face} />;
}

interface PhotoMenuProps {
  readonly customerId: string;
  readonly hasPhoto: boolean;
  readonly face: React.ReactNode;
}

function PhotoMenu({ customerId, hasPhoto, face }: PhotoMenuProps) {
  const { t } = useTranslation();
  const wordsOfRefusal = useRefusalWords();
  const save = useIntention(api.customer.savePhoto);
  const remove = useIntention(api.customer.removePhoto);
  const resetFile = useRef<() => void>(null);
  const tell = (answer: { ok: true } | { ok: false; error: { code: string; data: unknown } }) => {
    if (answer.ok) return;
    notifications.show({ message: wordsOfRefusal(answer.error), color: 'red' });
  };
  async function choose(file: File | null) {
    // The same file chosen again is a choice too.
    resetFile.current?.();
    if (file === null) return;
    const imageBase64 = await smallPhoto(file);
    tell(
      imageBase64 === null
        ? { ok: false, error: { code: 'PhotoNotUnderstood', data: {} } }
        : await save.send({ customerId, imageBase64 }),
    );
  }
  return (
    <FileButton accept="image/*" resetRef={resetFile} onChange={(file) => void choose(file)}>
      {({ onClick: chooseFile }) => (
        <Menu position="bottom-start" shadow="md">
          <Menu.Target>
            <UnstyledButton aria-label={t('customer.photo.title')} title={t('customer.photo.title')}>
              {face}
            </UnstyledButton>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={chooseFile}>{t('customer.photo.choose')}</Menu.Item>
            {hasPhoto && (
              <Menu.Item color="red" onClick={() => void remove.send({ customerId }).then(tell)}>
                {t('customer.photo.remove')}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
    </FileButton>
  );
}
