/** The page of one customer: everything the shop knows of a person, and all it owes them in care. */
import { Alert, Button } from '@mantine/core';
import { IconArrowLeft, IconMessagePlus, IconPencil } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerProfile } from '../../../shared/report/profileContract.ts';
import { api } from '../../app/api.ts';
import { useMay } from '../../app/session.tsx';
import { useTill } from '../../app/useTill.ts';
import { useCustomerName } from '../../customer/customerName.ts';
import { EditCustomerDrawer } from '../../customer/EditCustomerDrawer.tsx';
import { ContactDialog } from '../../service/ContactDialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorAnswer } from '../../ui/ErrorAnswer.tsx';
import styles from './Profile.module.css';
import { ProfileAside } from './ProfileAside.tsx';
import { ProfileFigures } from './ProfileFigures.tsx';
import { ProfileHead } from './ProfileHead.tsx';
import { type ProfilePlace, type ProfileSection, ProfileTabs } from './ProfileTabs.tsx';

export interface ProfilePageProps {
  readonly customerId: string;
  /** Tabs beside the timeline. */
  readonly sections: readonly ProfileSection[];
}

export function ProfilePage({ customerId, sections }: ProfilePageProps) {
  const navigate = useNavigate();
  const { data, error } = useTill(api.report.customerProfile, { customerId });
  const livesAs = data?.profile.customer.id;
  useEffect(() => {
    // Who has become another customer is shown under the address of that one.
    if (livesAs !== undefined && livesAs !== customerId) {
      void navigate({ to: `/customers/${livesAs}`, replace: true });
    }
  }, [livesAs, customerId, navigate]);
  if (data !== undefined) return <Profile profile={data.profile} sections={sections} />;
  if (error?.code === 'NotFound') return <Nobody />;
  return <ErrorAnswer error={error} />;
}

/** Erased at their wish, or never there: receipts that name them stay. */
function Nobody() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <EmptyState
      title={t('report.profile.nobody')}
      hint={t('report.profile.nobodyHint')}
      action={
        <Button
          variant="default"
          leftSection={<IconArrowLeft size={20} aria-hidden="true" />}
          onClick={() => void navigate({ to: '/customers' })}
        >
          {t('ui.nav.customers')}
        </Button>
      }
    />
  );
}

function Profile({
  profile,
  sections,
}: {
  profile: CustomerProfile;
  sections: ProfilePageProps['sections'];
}) {
  const { t } = useTranslation();
  const mayChange = useMay('customer.change');
  const mayNote = useMay('service.contact');
  const nameOf = useCustomerName();
  const [isNoting, setNoting] = useState(false);
  const [isEditing, setEditing] = useState(false);
  const [place, setPlace] = useState<ProfilePlace>({ tab: 'timeline', group: null });
  const { customer, about } = profile;
  return (
    <>
      <ProfileHead profile={profile}>
        {mayNote && customer.isRegistered && (
          <Button
            variant="default"
            leftSection={<IconMessagePlus size={20} aria-hidden="true" />}
            onClick={() => setNoting(true)}
          >
            {t('service.contact.new')}
          </Button>
        )}
        {mayChange && customer.isRegistered && (
          <Button leftSection={<IconPencil size={20} aria-hidden="true" />} onClick={() => setEditing(true)}>
            {t('common.edit')}
          </Button>
        )}
      </ProfileHead>
      {!customer.isRegistered && <Alert color="amber">{t('customer.instantCardHint')}</Alert>}
      <ProfileFigures profile={profile} onPlace={setPlace} />
      <div className={styles.columns}>
        <ProfileAside profile={profile} onPlace={setPlace} />
        <ProfileTabs customer={customer} sections={sections} place={place} onPlace={setPlace} />
      </div>
      {isNoting && (
        <ContactDialog
          customer={{ id: customer.id, name: nameOf(customer) }}
          onClose={() => setNoting(false)}
        />
      )}
      {mayChange && (
        <EditCustomerDrawer
          customer={isEditing ? customer : null}
          about={about}
          onClose={() => setEditing(false)}
        />
      )}
    </>
  );
}
