/** What a customer did before this till, as another program told it; nothing for who did not come with an import. */
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { useTill } from '../app/useTill.ts';
import { Section } from '../ui/Section.tsx';

export function CustomerBefore({ customerId }: { customerId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const before = useTill(api.exchange.before, { customerId }).data?.before ?? null;
  if (before === null) return null;
  return (
    <Section title={t('exchange.beforeTitle')}>
      <span>
        {t('exchange.beforeWords', {
          visits: format.number(before.visits),
          spent: format.som(before.spentSom),
          last: before.lastVisitOn === null ? '–' : format.day(before.lastVisitOn),
        })}
      </span>
    </Section>
  );
}
