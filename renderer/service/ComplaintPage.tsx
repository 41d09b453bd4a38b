/** One complaint: what was said, about what, everything that was done since, and what can be done next. */
import { Paper } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Fragment, type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Complaint } from '../../shared/service/complaintContract.ts';
import { textIn } from '../../shared/text.ts';
import { api } from '../app/api.ts';
import { useFormat, useLanguage } from '../app/language.ts';
import { useTill } from '../app/useTill.ts';
import { BackHeader } from '../ui/BackHeader.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { Section } from '../ui/Section.tsx';
import { ComplaintActs } from './ComplaintActs.tsx';
import { ComplaintAnswer } from './ComplaintAnswer.tsx';
import { ComplaintGiven } from './ComplaintGiven.tsx';
import { ComplaintPromise } from './ComplaintPromise.tsx';
import { ComplaintState } from './ComplaintState.tsx';
import { ComplaintSteps } from './ComplaintSteps.tsx';
import styles from './service.module.css';

const list = '/service';

export function ComplaintPage({ complaintId }: { complaintId: string }) {
  const { t } = useTranslation();
  const { data, error } = useTill(api.service.complaint, { complaintId });
  const answerField = useRef<HTMLTextAreaElement>(null);
  if (data === undefined) {
    return (
      <>
        <BackHeader title={t('service.complaint.one')} back={list} />
        <ErrorAnswer error={error} />
      </>
    );
  }
  return (
    <>
      <BackHeader
        title={t('service.complaint.title', { number: data.number })}
        back={list}
        badge={<ComplaintState {...data} />}
      >
        <ComplaintPromise {...data} />
      </BackHeader>
      <div className={styles.complaint}>
        <div className={styles.column}>
          <Paper>
            <p className={styles.words}>{data.words === '' ? '–' : data.words}</p>
          </Paper>
          {data.state !== 'closed' && <ComplaintAnswer complaint={data} field={answerField} />}
          <Section title={t('service.complaint.history')}>
            <ComplaintSteps complaint={data} />
          </Section>
        </div>
        <div className={styles.column}>
          <ComplaintActs complaint={data} onAnswer={() => answerField.current?.focus()} />
          <Facts complaint={data} />
          <ComplaintGiven complaint={data} />
        </div>
      </div>
    </>
  );
}

interface Fact {
  readonly name: string;
  readonly value: ReactNode;
}

/** What the complaint is about; what is not known is left out. */
function Facts({ complaint }: { complaint: Complaint }) {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const { customer, reach, seller, owner, productName, receiptNumber } = complaint;
  const facts: readonly Fact[] = [
    { name: t('service.complaint.about'), value: t(`service.topic.${complaint.topic}`) },
    { name: t('customer.customer'), value: customer === null ? null : <CustomerLink customer={customer} /> },
    { name: t('service.complaint.reachShort'), value: reach === '' ? null : reach },
    {
      name: t('service.complaint.product'),
      value: productName === null ? null : textIn(productName, language),
    },
    {
      name: t('service.complaint.receiptNumber'),
      value: receiptNumber === null ? null : `№${receiptNumber}`,
    },
    { name: t('service.complaint.aboutWhom'), value: seller?.name ?? null },
    { name: t('service.channel.by'), value: t(`service.channel.${complaint.channel}`) },
    { name: t('service.complaint.writtenBy'), value: complaint.writtenBy.name },
    { name: t('service.complaint.openedAt'), value: format.moment(complaint.openedAt) },
    { name: t('service.complaint.owner'), value: owner?.name ?? t('service.complaint.nobody') },
  ];
  return (
    <Paper>
      <dl className={styles.facts}>
        {facts
          .filter(({ value }) => value !== null)
          .map(({ name, value }) => (
            <Fragment key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </Fragment>
          ))}
      </dl>
    </Paper>
  );
}

function CustomerLink({ customer }: { customer: NonNullable<Complaint['customer']> }) {
  const { t } = useTranslation();
  return (
    <Link to={`/customers/${customer.customerId}` as '/'} className={styles.link}>
      {customer.name || t('customer.noName')}
    </Link>
  );
}
