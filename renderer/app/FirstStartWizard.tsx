/** A shop of one's own in six calm steps; every answer is kept when the till refuses. */
import { useState } from 'react';
import type { ShopSettings } from '../../shared/shop/settings.ts';
import { api } from './api.ts';
import { type Step, type StepProps, steps } from './FirstStartStep.tsx';
import { FirstStartSummary } from './FirstStartSummary.tsx';
import { type Draft, draftOver, firstStartOf } from './firstStartDraft.ts';
import { BonusStep, CashierStep, EquipmentStep, OwnerStep, ShopStep } from './firstStartSteps.tsx';
import { useLanguage } from './language.ts';
import { useIntention } from './useTill.ts';

export interface FirstStartWizardProps {
  /** What the shop was set to before. */
  settings: ShopSettings;
  onSending: () => void;
  onStarted: (started: { code: string; personId: string; password: string; shopName: string }) => void;
  /** Back to the choice; also when the shop turns out to be started already. */
  onLeave: () => void;
}

export function FirstStartWizard({ settings, onSending, onStarted, onLeave }: FirstStartWizardProps) {
  const [draft, setDraft] = useState<Draft>(() => draftOver(settings));
  const [step, setStep] = useState<Step>('shop');
  const language = useLanguage();
  const start = useIntention(api.shop.start);
  const place = steps.indexOf(step);
  const props: StepProps = {
    draft,
    onNext: (patch) => {
      setDraft({ ...draft, ...patch });
      setStep(steps[place + 1] ?? 'summary');
    },
    onBack: () => {
      const before = steps[place - 1];
      if (before === undefined) onLeave();
      else setStep(before);
    },
  };

  async function send() {
    onSending();
    const answer = await start.send(firstStartOf(draft, language));
    if (answer.ok) {
      onStarted({
        code: answer.data.recoveryCode,
        personId: answer.data.personId,
        password: draft.owner.password,
        shopName: draft.settings.name,
      });
    }
  }

  switch (step) {
    case 'shop':
      return <ShopStep {...props} />;
    case 'owner':
      return <OwnerStep {...props} />;
    case 'cashier':
      return <CashierStep {...props} />;
    case 'equipment':
      return <EquipmentStep {...props} />;
    case 'bonus':
      return <BonusStep {...props} />;
    default:
      return (
        <FirstStartSummary
          draft={draft}
          error={start.error}
          isSending={start.isSending}
          onEdit={setStep}
          onBack={props.onBack}
          onStart={() => void send()}
          onLeave={onLeave}
        />
      );
  }
}
