/** The head of a customer's page: the face, the name to say, the tier, what must never be given, and how to reach them. */
import { ActionIcon, Badge } from '@mantine/core';
import { IconAlertTriangle, IconArrowLeft } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ageOn, daysToBirthday } from '../../../shared/customer/birthDate.ts';
import type { CustomerProfile } from '../../../shared/report/profileContract.ts';
import { textIn } from '../../../shared/text.ts';
import { languageNames, useFormat, useLanguage } from '../../app/language.ts';
import { useSession } from '../../app/session.tsx';
import { CustomerPhoto } from '../../customer/CustomerPhoto.tsx';
import { useCustomerName } from '../../customer/customerName.ts';
import styles from './Profile.module.css';

/** A birthday this near is worth a word at the counter. */
const birthdaySoonDays = 7;

export interface ProfileHeadProps {
  readonly profile: CustomerProfile;
  /** Buttons on the right. */
  readonly children: ReactNode;
}

export function ProfileHead({ profile, children }: ProfileHeadProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const language = useLanguage();
  const nameOf = useCustomerName();
  const { customer, about, facts, tier } = profile;
  return (
    <header className={styles.head}>
      <ActionIcon
        variant="default"
        aria-label={t('common.back')}
        onClick={() => void navigate({ to: '/customers' })}
      >
        <IconArrowLeft size={20} aria-hidden="true" />
      </ActionIcon>
      <CustomerPhoto customer={customer} hasPhoto={about.hasPhoto} />
      <div className={styles.who}>
        <div className={styles.nameLine}>
          <h1 className={styles.name}>{nameOf(customer)}</h1>
          {tier?.current != null && <Badge color="teal">{textIn(tier.current.name, language)}</Badge>}
          <BirthdayBadge birthDate={customer.birthDate} />
          {facts
            .filter(({ kind }) => kind === 'allergy')
            .map(({ id, words }) => (
              <span key={id} className={styles.allergy}>
                <IconAlertTriangle size={18} aria-hidden="true" />
                {t('report.profile.allergy', { words })}
              </span>
            ))}
        </div>
        <div className={styles.line}>{useHeadLine(profile).join(' · ')}</div>
      </div>
      <div className={styles.actions}>{children}</div>
    </header>
  );
}

function BirthdayBadge({ birthDate }: Pick<CustomerProfile['customer'], 'birthDate'>) {
  const { t } = useTranslation();
  const today = useSession().shop.businessDay;
  if (birthDate === null) return null;
  const days = daysToBirthday(birthDate, today);
  if (days > birthdaySoonDays) return null;
  return (
    <Badge color="amber">
      {days === 0 ? t('report.profile.birthdayToday') : t('report.profile.birthdayIn', { count: days })}
    </Badge>
  );
}

/** Phones, age, language and card. */
function useHeadLine({ customer, about }: CustomerProfile): readonly string[] {
  const { t } = useTranslation();
  const format = useFormat();
  const today = useSession().shop.businessDay;
  const { phone, birthDate, language, cardNumbers } = customer;
  const phones = about.phones.map(({ phone: more, label }) =>
    label === '' ? format.phone(more) : `${format.phone(more)} (${label})`,
  );
  const born =
    birthDate === null
      ? []
      : [t('report.profile.born', { day: format.day(birthDate), count: ageOn(birthDate, today) })];
  return [
    ...(phone === null ? [] : [format.phone(phone)]),
    ...phones,
    ...born,
    ...(language === null ? [] : [languageNames[language]]),
    ...cardNumbers.slice(0, 1).map((number) => t('customer.cardNumbered', { number })),
  ];
}
