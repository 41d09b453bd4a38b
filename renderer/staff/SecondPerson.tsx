/** Money that moves without goods: the fields for the other person who stands for it, or what follows from having none. */
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ApprovalFields, type ApprovalState, useSecondPerson } from './ApprovalFields.tsx';

/** Ready at once in a shop where nobody else may stand for it. */
export function useStanding(): ApprovalState {
  const second = useSecondPerson();
  return second.people.length > 0 ? second : { ...second, isNeeded: false, isReady: true };
}

export function SecondPerson({ state }: { state: ApprovalState }) {
  const { t } = useTranslation();
  if (state.isNeeded) return <ApprovalFields state={state} />;
  return <Text className="muted">{t('staff.approval.alone')}</Text>;
}
