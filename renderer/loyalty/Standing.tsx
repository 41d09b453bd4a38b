/** What a customer has collected beside bonus: the tier and the way to the next, stamps, challenges, badges, tickets. */
import { Badge, Paper, Progress } from '@mantine/core';
import { IconMedal } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { standingSchema } from '../../shared/loyalty/contract.ts';
import { textIn } from '../../shared/text.ts';
import { api } from '../app/api.ts';
import { useFormat, useLanguage } from '../app/language.ts';
import { useTill } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { PrintStampCard } from './PrintStampCard.tsx';
import styles from './Standing.module.css';
import { percentThere } from './standingProgress.ts';

type CustomerStanding = z.output<typeof standingSchema>;

/** Nothing at all in a shop that has none of these. */
export function Standing({ customerId }: { customerId: string }) {
  const { data, error } = useTill(api.loyalty.standing, { customerId });
  if (data === undefined) return <ErrorAnswer error={error} />;
  const { tier, stamps, challenges, badges, draws } = data;
  const hasTier = tier.current !== null || tier.next !== null;
  const parts = [stamps, challenges, badges, draws];
  if (!hasTier && parts.every((part) => part.length === 0)) return null;
  return (
    <Paper component="section">
      <div className={styles.standing}>
        {hasTier && <TierPart tier={tier} />}
        {stamps.length > 0 && <StampsPart stamps={stamps} customerId={customerId} />}
        {challenges.length > 0 && <ChallengesPart challenges={challenges} />}
        {badges.length > 0 && <BadgesPart badges={badges} />}
        {draws.length > 0 && <DrawsPart draws={draws} />}
      </div>
    </Paper>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      {children}
    </section>
  );
}

function TierPart({ tier }: Pick<CustomerStanding, 'tier'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const { current, next, paidSom } = tier;
  return (
    <Part title={t('loyalty.standing.tier')}>
      <div className={styles.tier}>
        {current === null ? t('loyalty.standing.noTier') : textIn(current.name, language)}
      </div>
      {current?.privilege && <div>{textIn(current.privilege, language)}</div>}
      {next !== null && (
        <>
          <Progress
            value={percentThere(paidSom, paidSom + next.missingSom)}
            size={8}
            mt={4}
            mb={4}
            aria-label={t('loyalty.standing.tier')}
          />
          <div>
            {next.missingSom === 0
              ? t('loyalty.standing.tomorrow', { tier: textIn(next.name, language) })
              : t('loyalty.standing.missing', {
                  sum: format.som(next.missingSom),
                  tier: textIn(next.name, language),
                })}
          </div>
        </>
      )}
    </Part>
  );
}

type StampsPartProps = Pick<CustomerStanding, 'stamps'> & { readonly customerId: string };

function StampsPart({ stamps, customerId }: StampsPartProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Part title={t('loyalty.tab.stamps')}>
      {stamps.map(({ stampCardId, name, stamps: has, needed, fullCards }) => (
        <div key={stampCardId} className={styles.row}>
          <span>{textIn(name, language)}</span>
          <span className="figures">
            {t('loyalty.standing.of', { has, needed })}
            {fullCards > 0 && (
              <Badge color="green" ml="sm">
                {t('loyalty.standing.free', { count: fullCards })}
              </Badge>
            )}
            <PrintStampCard customerId={customerId} stampCardId={stampCardId} />
          </span>
        </div>
      ))}
    </Part>
  );
}

function ChallengesPart({ challenges }: Pick<CustomerStanding, 'challenges'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const figure = (goal: 'visits' | 'spend', value: number) =>
    goal === 'spend' ? format.number(value) : String(value);
  return (
    <Part title={t('loyalty.tab.challenges')}>
      {challenges.map(({ challengeId, name, goal, done, needed, daysLeft }) => (
        <div key={challengeId} className={styles.row}>
          <span>{textIn(name, language)}</span>
          <span className="figures">
            {t('loyalty.standing.of', { has: figure(goal, done), needed: figure(goal, needed) })}
            {daysLeft !== null && (
              <span className="muted"> · {t('loyalty.standing.daysLeft', { count: daysLeft })}</span>
            )}
          </span>
        </div>
      ))}
    </Part>
  );
}

function BadgesPart({ badges }: Pick<CustomerStanding, 'badges'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  return (
    <Part title={t('loyalty.standing.badges')}>
      <div className={styles.chips}>
        {badges.map(({ name, reachedOn }) => (
          <Badge
            key={`${reachedOn} ${textIn(name, language)}`}
            color="amber"
            leftSection={<IconMedal size={16} aria-hidden="true" />}
            title={format.day(reachedOn)}
          >
            {textIn(name, language)}
          </Badge>
        ))}
      </div>
    </Part>
  );
}

const numbersShown = 6;

/** The numbers themselves, because a customer asks for them at the counter; a long row is counted. */
function DrawsPart({ draws }: Pick<CustomerStanding, 'draws'>) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Part title={t('loyalty.standing.tickets')}>
      {draws.map(({ drawId, name, tickets }) => (
        <div key={drawId} className={styles.row}>
          <span>{textIn(name, language)}</span>
          <span className={`${styles.numbers} figures`}>
            {tickets
              .slice(0, numbersShown)
              .map((number) => `№ ${number}`)
              .join(', ')}
            {tickets.length > numbersShown &&
              ` ${t('loyalty.standing.more', { count: tickets.length - numbersShown })}`}
          </span>
        </div>
      ))}
    </Part>
  );
}
