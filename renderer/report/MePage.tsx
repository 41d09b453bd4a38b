/** The page of whoever works here: own figures and nobody else's, own shifts, skills and tour, own PIN. */
import { SimpleGrid } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shareOf } from '../../shared/report/figures.ts';
import type { OwnFigures } from '../../shared/report/staffContract.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { monthFrom } from '../app/monthDays.ts';
import { useSession } from '../app/session.tsx';
import { useTill } from '../app/useTill.ts';
import { LearnedSteps } from '../staff/LearnedSteps.tsx';
import { OwnPlan } from '../staff/OwnPlan.tsx';
import { OwnSecret } from '../staff/OwnSecret.tsx';
import { PersonSkills } from '../staff/PersonSkills.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { Kpi } from '../ui/Kpi.tsx';
import { MonthSwitch } from '../ui/MonthSwitch.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Section } from '../ui/Section.tsx';

export function MePage() {
  const { t } = useTranslation();
  const { person, shop } = useSession();
  const running = monthFrom(shop.businessDay, 0);
  const [month, setMonth] = useState(running);
  const { data, error } = useTill(api.report.ownFigures, { month }, { keepsLast: true });
  const tour = useTill(api.staff.tour, {}).data?.steps ?? [];
  return (
    <>
      <PageHeader title={person.name} note={t(`staff.role.${person.role}`)}>
        <MonthSwitch month={month} last={running} onChange={setMonth} />
      </PageHeader>
      <ErrorAnswer error={error} />
      {data !== undefined && <Figures figures={data} />}
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        <Section title={t('report.own.shifts')}>
          <OwnPlan />
        </Section>
        <Section title={t('report.own.secret')}>
          <OwnSecret kind={person.role === 'owner' ? 'password' : 'pin'} />
        </Section>
        <Section title={t('staff.section.skills')}>
          <PersonSkills person={{ id: person.id, isActive: false }} />
        </Section>
        <Section title={t('staff.section.tour')}>
          <LearnedSteps done={tour} />
        </Section>
      </SimpleGrid>
    </>
  );
}

function Figures({ figures }: { figures: OwnFigures }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { receipts, receiptsWithCustomer, returns } = figures;
  const share = shareOf(receiptsWithCustomer, receipts);
  return (
    <SimpleGrid cols={{ base: 2, md: 4 }} spacing="md">
      <Kpi
        title={t('report.own.sold')}
        value={format.number(figures.soldSom)}
        formula={t('report.own.soldHow')}
      />
      <Kpi title={t('report.receipts')} value={format.number(receipts)} />
      <Kpi title={t('report.average')} value={format.number(figures.averageSom)} />
      <Kpi
        title={t('report.withCustomer')}
        value={share === null ? '–' : format.percent(Math.round(share / 100) * 100)}
        note={t('report.own.receiptsOf', { count: receiptsWithCustomer })}
      />
      <Kpi
        title={t('report.own.discounts')}
        value={format.number(figures.discountSom)}
        note={t('report.own.receiptsOf', { count: figures.discountedReceipts })}
        formula={t('report.own.discountsHow')}
      />
      <Kpi
        title={t('report.own.linesRemoved')}
        value={format.number(figures.linesRemoved)}
        formula={t('report.own.linesRemovedHow')}
      />
      <Kpi
        title={t('report.own.returns')}
        value={format.number(figures.returnedSom)}
        note={t('report.own.returnsOf', { count: returns })}
        formula={t('report.own.returnsHow')}
      />
    </SimpleGrid>
  );
}
