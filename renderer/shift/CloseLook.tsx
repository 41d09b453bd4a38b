/** Before the count: an open basket, parked ones, and what is left of the closing list. */
import { Anchor, Button, Group, Paper, Stack, Title } from '@mantine/core';
import { IconAlertTriangle, IconBasket, IconCircleCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { useTill } from '../app/useTill.ts';
import styles from './Close.module.css';
import type { BeforeClose } from './closeSteps.ts';
import { TickList } from './TickList.tsx';

interface CloseLookProps {
  readonly before: BeforeClose;
  readonly onNext: () => Promise<void>;
  readonly onBack: () => void;
}

export function CloseLook({ before, onNext, onBack }: CloseLookProps) {
  const { t } = useTranslation();
  return (
    <Paper className={styles.step}>
      <Stack gap="lg">
        {before.isBasketOpen && <OpenBasket />}
        {before.parked.length > 0 && <Parked parked={before.parked} />}
        <ClosingList />
        <Group justify="space-between">
          <Button variant="default" onClick={onBack}>
            {t('common.back')}
          </Button>
          <Button
            autoFocus={!before.isBasketOpen}
            disabled={before.isBasketOpen}
            onClick={() => void onNext()}
          >
            {t(before.parked.length > 0 || before.unticked > 0 ? 'shift.closing.anyway' : 'common.next')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}

/** The one thing that stops: goods on the counter belong to this shift. */
function OpenBasket() {
  const { t } = useTranslation();
  return (
    <div className={`${styles.matter} ${styles.stops}`} role="alert">
      <IconAlertTriangle size={24} aria-hidden="true" />
      <span className={styles.what}>{t('shift.closing.basketOpen')}</span>
      <Anchor component={Link} to="/">
        {t('shift.closing.toSale')}
      </Anchor>
    </div>
  );
}

function Parked({ parked }: { parked: BeforeClose['parked'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section>
      <div className={styles.matter}>
        <IconBasket size={24} aria-hidden="true" />
        <Title order={2} className={styles.what}>
          {t('shift.closing.parked', { count: parked.length })}
        </Title>
        <Anchor component={Link} to="/">
          {t('shift.closing.toSale')}
        </Anchor>
      </div>
      <ul className={styles.parked}>
        {parked.map((basket) => (
          <li key={basket.saleId}>
            <span className="figures">{format.time(basket.parkedAt)}</span>
            <span className={styles.what}>
              {basket.label === '' ? t('shift.closing.basket') : basket.label}
            </span>
            <strong className="figures">{format.som(basket.totalSom)}</strong>
          </li>
        ))}
      </ul>
    </section>
  );
}

function ClosingList() {
  const { t } = useTranslation();
  const { data } = useTill(api.shift.checklists, {});
  const list = data?.lists.find(({ moment }) => moment === 'closing');
  if (data === undefined || list === undefined || list.items.length === 0) return null;
  const isDone = list.items.every(({ tick }) => tick !== null);
  return (
    <section>
      <div className={styles.matter}>
        {isDone && <IconCircleCheck size={24} className={styles.done} aria-hidden="true" />}
        <Title order={2} className={styles.what}>
          {t('shift.checklist.moment.closing')}
        </Title>
      </div>
      <TickList list={list} isShiftOpen={data.isShiftOpen} />
    </section>
  );
}
