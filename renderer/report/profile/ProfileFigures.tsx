/** The figures of one customer, each a way to what stands behind it: habits, money, bonus, debts, complaints. */
import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CustomerProfile } from '../../../shared/report/profileContract.ts';
import { textIn } from '../../../shared/text.ts';
import { useFormat, useLanguage } from '../../app/language.ts';
import styles from './Profile.module.css';
import type { ProfilePlace } from './ProfileTabs.tsx';
import { useClockWords, useDays } from './profileWords.ts';

export interface ProfileFiguresProps {
  readonly profile: CustomerProfile;
  readonly onPlace: (place: ProfilePlace) => void;
}

interface Figure {
  readonly name: 'rhythm' | 'visits' | 'average' | 'usual' | 'bonus' | 'debt' | 'coupons' | 'complaints';
  readonly value: string;
  readonly note: string;
  /** How it should be read at a glance. */
  readonly tone?: 'good' | 'warning' | 'bad';
  readonly place: ProfilePlace;
}

export function ProfileFigures({ profile, onPlace }: ProfileFiguresProps) {
  const { t } = useTranslation();
  const habits = useHabits(profile);
  const money = useMoney(profile);
  return (
    <div className={styles.figures}>
      {[...habits, ...money].map(({ name, value, note, tone, place }) => (
        <UnstyledButton
          key={name}
          className={`${styles.figure} ${tone === undefined ? '' : styles[tone]}`}
          onClick={() => onPlace(place)}
        >
          <span className={styles.figureTitle}>{t(`report.profile.figure.${name}`)}</span>
          <span className={`${styles.figureValue} figures`}>{value}</span>
          <span className={styles.figureNote} title={note}>
            {note}
          </span>
        </UnstyledButton>
      ))}
    </div>
  );
}

const toneOfRhythm = { onTrack: 'good', due: 'warning', lapsed: 'bad' } as const;

/** How often and when they come, and what they leave. */
function useHabits({ customer, rhythm, usual, ...profile }: CustomerProfile): readonly Figure[] {
  const { t } = useTranslation();
  const format = useFormat();
  const days = useDays();
  const place: ProfilePlace = { tab: 'timeline', group: 'goods' };
  const { firstVisitOn, averageReceiptSom } = profile;
  const { lastVisitOn } = customer;
  return [
    {
      name: 'rhythm',
      // One visit is no rhythm of theirs: what they are measured against is then the shop's.
      value:
        rhythm === null || customer.visits < 2
          ? '–'
          : t('report.profile.every', { days: days(rhythm.typicalGapTenths) }),
      note:
        rhythm === null
          ? t('customer.never')
          : rhythm.daysSince === 0
            ? t('report.profile.cameToday')
            : t(`report.profile.rhythm.${rhythm.state}`, { days: days(rhythm.daysSince * 10) }),
      ...(rhythm === null ? {} : { tone: toneOfRhythm[rhythm.state] }),
      place,
    },
    {
      name: 'visits',
      value: format.number(customer.visits),
      note:
        firstVisitOn === null || lastVisitOn === null
          ? t('customer.never')
          : t('report.profile.fromTo', { first: format.day(firstVisitOn), last: format.day(lastVisitOn) }),
      place,
    },
    {
      name: 'average',
      value: averageReceiptSom === null ? '–' : format.number(averageReceiptSom),
      note: t('report.profile.paid', { sum: format.som(customer.paidSom) }),
      place: { tab: 'receipts', group: null },
    },
    {
      name: 'usual',
      value:
        usual === null
          ? '–'
          : t('report.profile.usually', {
              day: format.weekdaysShort[usual.weekday.value - 1] ?? '',
              hour: format.hour(usual.hour.value),
            }),
      note:
        usual === null
          ? t('report.profile.noHabit')
          : t('report.profile.usuallyShare', {
              day: format.percent(wholePercent(usual.weekday.shareBasisPoints)),
              hour: format.percent(wholePercent(usual.hour.shareBasisPoints)),
            }),
      place,
    },
  ];
}

const wholePercent = (basisPoints: number) => Math.round(basisPoints / 100) * 100;

/** What stands on their accounts, and what the shop owes them in care. */
function useMoney({ bonus, credit, coupons, openComplaints }: CustomerProfile): readonly Figure[] {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const clockWords = useClockWords();
  const [coupon] = coupons;
  const isBurning = bonus.nextExpiryOn !== null && bonus.expiringSoonSom > 0;
  return [
    {
      name: 'bonus',
      value: format.number(bonus.balanceSom),
      note:
        isBurning && bonus.nextExpiryOn !== null
          ? t('loyalty.expiring', {
              sum: format.number(bonus.expiringSoonSom),
              day: format.day(bonus.nextExpiryOn),
            })
          : t('report.profile.spendable', { sum: format.number(bonus.spendableSom) }),
      ...(isBurning ? { tone: 'warning' as const } : {}),
      place: { tab: 'bonus', group: null },
    },
    {
      name: 'debt',
      value: format.number(credit.debtSom),
      note: useCreditNote(credit),
      ...(credit.overdueSom > 0 ? { tone: 'bad' as const } : {}),
      place: { tab: 'credit', group: null },
    },
    {
      name: 'coupons',
      value: format.number(coupons.length),
      note: coupon === undefined ? t('report.profile.noCoupons') : textIn(coupon.name, language),
      place: { tab: 'coupons', group: null },
    },
    {
      name: 'complaints',
      value: format.number(openComplaints.count),
      note: clockWords(openComplaints),
      ...(openComplaints.count > 0 ? { tone: 'bad' as const } : {}),
      place: { tab: 'timeline', group: 'care' },
    },
  ];
}

/** What is late goes before what is kept for them, and that before what they may owe. */
function useCreditNote({ overdueSom, storeCreditSom, limitSom }: CustomerProfile['credit']): string {
  const { t } = useTranslation();
  const format = useFormat();
  if (overdueSom > 0) return t('credit.lateOfIt', { sum: format.number(overdueSom) });
  if (storeCreditSom !== 0) return t('report.profile.storeCredit', { sum: format.number(storeCreditSom) });
  if (limitSom !== null) return t('report.profile.limit', { sum: format.number(limitSom) });
  return t('credit.limit.none');
}
