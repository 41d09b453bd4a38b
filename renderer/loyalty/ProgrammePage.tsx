/** The bonus programme: its owner sets it up here, everybody else reads what holds. */
import { Button } from '@mantine/core';
import { IconEditCircle } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { useMay } from '../app/session.tsx';
import { useTill } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { CorrectionsToSee } from './CorrectionsToSee.tsx';
import { LoyaltyTabs } from './LoyaltyTabs.tsx';
import { NamesOfScopes } from './NamesOfScopes.tsx';
import { ProgrammeEditor } from './ProgrammeEditor.tsx';
import { ProgrammeText } from './ProgrammeText.tsx';
import { PrintRulesButton } from './print/ProgrammeRulesButton.tsx';

export function ProgrammePage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayChange = useMay('loyalty.changeProgramme');
  const maySeeCorrections = useMay('ledger.read');
  const { data, error } = useTill(api.loyalty.programme, {});
  return (
    <>
      <LoyaltyTabs open="programme">
        {maySeeCorrections && (
          <Button
            variant="default"
            leftSection={<IconEditCircle size={20} aria-hidden="true" />}
            onClick={() => void navigate({ to: '/loyalty/corrections' })}
          >
            {t('loyalty.corrections.title')}
          </Button>
        )}
        <PrintRulesButton />
      </LoyaltyTabs>
      <ErrorAnswer error={error} />
      {mayChange && <CorrectionsToSee />}
      {data !== undefined &&
        (mayChange ? (
          <NamesOfScopes scopes={data.rules.map(({ scope }) => scope)}>
            <ProgrammeEditor saved={data} />
          </NamesOfScopes>
        ) : (
          <ProgrammeText />
        ))}
    </>
  );
}
