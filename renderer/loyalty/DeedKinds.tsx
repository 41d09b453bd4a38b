/** Every kind of deed in one table: what it is for, what it brings, and a switch. */
import { Switch } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { type MouseEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Deed } from '../../shared/loyalty/deedContract.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { useMay } from '../app/session.tsx';
import { useIntention, useTill } from '../app/useTill.ts';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { DeedDrawer } from './DeedDrawer.tsx';
import { isOwnDeed } from './deedForm.ts';

export function DeedKinds() {
  const { t } = useTranslation();
  const mayChange = useMay('loyalty.changeProgramme');
  const { data, error } = useTill(api.loyalty.deeds, {});
  const [edited, setEdited] = useState<Deed | null>(null);
  const columns = useColumns(mayChange ? setEdited : null);
  return (
    <>
      <ErrorAnswer error={error} />
      {data !== undefined && (
        <DataTable
          label={t('loyalty.tab.deeds')}
          columns={columns}
          rows={data.deeds}
          rowKey={({ kind }) => kind}
          empty={null}
          {...(mayChange ? { onRow: setEdited } : {})}
        />
      )}
      <DeedDrawer deed={edited} onClose={() => setEdited(null)} />
    </>
  );
}

function useColumns(onEdit: ((deed: Deed) => void) | null): readonly Column<Deed>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const life = (days: number) =>
    days === 0 ? t('loyalty.programme.life.forEver') : t('loyalty.programme.life.days', { count: days });
  return [
    {
      key: 'isOn',
      header: t('loyalty.deed.isOn'),
      width: 76,
      cell: (deed) =>
        onEdit === null ? <IsOn isOn={deed.isOn} /> : <OnSwitch deed={deed} onEdit={onEdit} />,
    },
    {
      key: 'kind',
      header: t('loyalty.deed.what'),
      cell: ({ kind }) => (
        <>
          <strong>{t(`loyalty.deed.kind.${kind}`)}</strong>
          <div className="muted">{t(`loyalty.deed.about.${kind}`)}</div>
        </>
      ),
    },
    {
      key: 'bonus',
      header: t('loyalty.amount'),
      isFigure: true,
      width: 110,
      cell: ({ bonusSom }) => format.number(bonusSom),
    },
    { key: 'life', header: t('loyalty.deed.life'), width: 120, cell: ({ expiryDays }) => life(expiryDays) },
    {
      key: 'limits',
      header: t('loyalty.deed.howOften'),
      width: 200,
      cell: (deed) => <HowOften deed={deed} />,
    },
  ];
}

/** For whoever may not change it: a switch that cannot be moved looks much the same on and off. */
function IsOn({ isOn }: { isOn: boolean }) {
  const { t } = useTranslation();
  if (!isOn) return <span className="muted">–</span>;
  return <IconCheck size={22} color="var(--pay)" aria-label={t('loyalty.deed.isOn')} />;
}

/** A deed that brings nothing yet is opened first: a switch alone would promise bonus of 0. */
function OnSwitch({ deed, onEdit }: { deed: Deed; onEdit: (deed: Deed) => void }) {
  const { t } = useTranslation();
  const save = useIntention(api.loyalty.saveDeed);
  const turn = (isOn: boolean) => {
    if (isOn && deed.bonusSom === 0) onEdit({ ...deed, isOn });
    else void save.send({ ...deed, isOn });
  };
  return (
    <Switch
      size="md"
      aria-label={t(`loyalty.deed.kind.${deed.kind}`)}
      checked={deed.isOn}
      disabled={save.isSending}
      // A click on the switch is no click on its row.
      wrapperProps={{ onClick: (event: MouseEvent) => event.stopPropagation() }}
      onChange={(event) => turn(event.currentTarget.checked)}
    />
  );
}

function HowOften({ deed }: { deed: Deed }) {
  const { t } = useTranslation();
  if (isOwnDeed(deed.kind)) return t(`loyalty.deed.ownRule.${deed.kind}`);
  const { timesADay, timesInAll } = deed;
  const limits = [
    ...(timesADay === null ? [] : [t('loyalty.deed.aDay', { count: timesADay })]),
    ...(timesInAll === null ? [] : [t('loyalty.deed.inAll', { count: timesInAll })]),
  ];
  return limits.length === 0 ? t('loyalty.noBound') : limits.join(', ');
}
