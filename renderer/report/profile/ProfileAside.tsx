/** What the shop knows of a person beside figures: facts, what they like to buy, who they are and whose. */
import { Badge } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerProfile } from '../../../shared/report/profileContract.ts';
import { textIn } from '../../../shared/text.ts';
import { defaultTimeZone, localTimeOf } from '../../../shared/time.ts';
import { useFormat, useLanguage } from '../../app/language.ts';
import { FactList } from '../../customer/FactList.tsx';
import { Household } from '../../customer/Household.tsx';
import styles from './Profile.module.css';
import type { ProfilePlace } from './ProfileTabs.tsx';

export interface ProfileAsideProps {
  readonly profile: CustomerProfile;
  readonly onPlace: (place: ProfilePlace) => void;
}

export function ProfileAside({ profile, onPlace }: ProfileAsideProps) {
  const { t } = useTranslation();
  const { customer, facts } = profile;
  return (
    <aside className={styles.aside} aria-label={t('report.profile.about')}>
      <FactList customerId={customer.id} facts={facts} mayAdd={customer.isRegistered} />
      <Favourites favourites={profile.favourites} />
      <About profile={profile} onPlace={onPlace} />
    </aside>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h2 className={styles.partTitle}>{title}</h2>
      {children}
    </section>
  );
}

function Favourites({ favourites }: Pick<CustomerProfile, 'favourites'>) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Part title={t('report.profile.favourites')}>
      {favourites.length === 0 && <div className="muted">{t('report.profile.noFavourites')}</div>}
      <ol className={styles.favourites}>
        {favourites.map(({ productId, name, daysBought }) => (
          <li key={productId} className={styles.row}>
            <span className={styles.goods}>{textIn(name, language)}</span>
            <span className="muted figures">{t('report.profile.times', { count: daysBought })}</span>
          </li>
        ))}
      </ol>
    </Part>
  );
}

function About({ profile, onPlace }: ProfileAsideProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { customer, about, broughtBy, friendsBrought } = profile;
  const lives = [about.district, about.address].filter((part) => part !== '').join(', ');
  return (
    <Part title={t('report.profile.about')}>
      <dl className={styles.about}>
        {lives !== '' && <Row title={t('customer.about.lives')}>{lives}</Row>}
        {customer.isRegistered && (
          <Row title={t('customer.about.household')}>
            <Household customerId={customer.id} household={about.household} />
          </Row>
        )}
        <Came about={about} broughtBy={broughtBy} />
        {friendsBrought > 0 && (
          <Row title={t('report.profile.brought')}>
            <button
              type="button"
              className={styles.inline}
              onClick={() => onPlace({ tab: 'referrals', group: null })}
            >
              {t('report.profile.friends', { count: friendsBrought })}
            </button>
          </Row>
        )}
        <Reached about={about} />
        {about.gender !== null && (
          <Row title={t('customer.about.gender')}>{t(`customer.gender.${about.gender}`)}</Row>
        )}
        <Row title={t('customer.about.since')}>
          {format.day(localTimeOf(customer.createdAt, defaultTimeZone).day)}
        </Row>
        {customer.tags.length > 0 && (
          <Row title={t('customer.tags')}>
            <div className={styles.tags}>
              {customer.tags.map((tag) => (
                <Badge key={tag} color="gray">
                  {tag}
                </Badge>
              ))}
            </div>
          </Row>
        )}
      </dl>
    </Part>
  );
}

function Row({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <dt className="muted">{title}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** Where they heard of the shop; a friend who is a customer too is named. */
function Came({ about, broughtBy }: Pick<CustomerProfile, 'about' | 'broughtBy'>) {
  const { t } = useTranslation();
  if (broughtBy === null && about.source === null) return null;
  return (
    <Row title={t('customer.about.source')}>
      {broughtBy === null ? (
        t(`customer.source.${about.source}`)
      ) : (
        <Link
          className={styles.link}
          to="/customers/$customerId"
          params={{ customerId: broughtBy.customerId }}
        >
          {broughtBy.name || t('customer.noName')}
        </Link>
      )}
    </Row>
  );
}

function Reached({ about }: Pick<CustomerProfile, 'about'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const { preferredChannel, preferredHour } = about;
  if (preferredChannel === null && preferredHour === null) return null;
  const parts = [
    ...(preferredChannel === null ? [] : [t(`customer.channel.${preferredChannel}`)]),
    ...(preferredHour === null ? [] : [t('customer.about.fromHour', { hour: format.hour(preferredHour) })]),
  ];
  return <Row title={t('customer.about.reached')}>{parts.join(', ')}</Row>;
}
