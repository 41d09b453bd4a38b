/** The people of the shop as a table of a file; no secret of theirs is in it. */
import type { SavedColumn, SavedWords } from '../app/savedColumn.ts';
import type { TeamMember } from './person.ts';

export function savedPeople({ t }: SavedWords): readonly SavedColumn<TeamMember>[] {
  return [
    { header: t('staff.name'), value: ({ name }) => name },
    { header: t('staff.roleLabel'), value: ({ role }) => t(`staff.role.${role}`) },
    {
      header: t('staff.saved.limitPercent'),
      value: ({ discountBasisPoints }) => (discountBasisPoints === null ? null : discountBasisPoints / 100),
    },
    { header: t('staff.saved.giftBudget'), value: ({ giftBudgetSom }) => giftBudgetSom },
    { header: t('staff.saved.accessEnds'), value: ({ accessEndsOn }) => accessEndsOn },
    {
      header: t('staff.saved.works'),
      value: ({ isActive }) => t(isActive ? 'staff.saved.yes' : 'staff.saved.no'),
    },
  ];
}
