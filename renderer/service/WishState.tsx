/** How far the shop is with a wish; of one that is here, how many do not know it yet. */
import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { WishGroup } from '../../shared/service/wishContract.ts';

const colours = { open: 'orange', ordered: 'blue', here: 'green', impossible: 'gray' } as const;

export function WishState({ wish: { state, untold } }: { wish: Pick<WishGroup, 'state' | 'untold'> }) {
  const { t } = useTranslation();
  return (
    <Badge variant="light" size="lg" color={colours[state]}>
      {state === 'here' && untold > 0
        ? t('service.wish.hereUntold', { count: untold })
        : t(`service.wish.state.${state}`)}
    </Badge>
  );
}
