/** The address of the form: a new promotion from a template, one that was left unfinished, or one that exists. */
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languages } from '../../shared/text.ts';
import { api } from '../app/api.ts';
import { useMay, useSession } from '../app/session.tsx';
import { useTill } from '../app/useTill.ts';
import { newIntentionId } from '../app/uuid.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { GoodsNamesProvider, type NamesById } from './goodsNames.tsx';
import { keptDraft } from './keptDraft.ts';
import { PromotionEditor } from './PromotionEditor.tsx';
import { blankForm, formOf, type PromotionForm } from './promotionForm.ts';
import { formOfTemplate, isTemplateName } from './templates.ts';

const noNames: NamesById = {};

/** The form is the owner's: nobody fills it in to learn at the end that it is not saved. */
function OwnerOnly({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const mayChange = useMay('promotion.change');
  return mayChange ? children : <EmptyState title={t('refusals.NotAllowed')} />;
}

/** `from` is a template's name, `kept`, or null for an empty form. */
export function NewPromotionPage({ from }: { from: string | null }) {
  const { i18n } = useTranslation();
  const navigate = useNavigate();
  const today = useSession().shop.businessDay;
  const [begun] = useState((): { form: PromotionForm; isKept: boolean } => {
    const kept = from === 'kept' ? keptDraft() : null;
    if (kept !== null) return { form: kept, isKept: true };
    const id = newIntentionId();
    if (from === null || !isTemplateName(from)) return { form: blankForm(id), isKept: false };
    const names = languages.map((language) => {
      const t = i18n.getFixedT(language);
      return [language, t(`promotion.template.${from}.name`)];
    });
    return { form: { ...formOfTemplate(from, id, today), name: Object.fromEntries(names) }, isKept: false };
  });
  return (
    <OwnerOnly>
      <NamedForm kept={begun.isKept ? begun.form : null} known={noNames}>
        <PromotionEditor
          first={begun.form}
          state="new"
          isKept={begun.isKept}
          onClose={() => void navigate({ to: '/promotions' })}
        />
      </NamedForm>
    </OwnerOnly>
  );
}

/** Goods of an unfinished form are asked for by id, because only their ids were kept. */
function NamedForm(props: { kept: PromotionForm | null; known: NamesById; children: ReactNode }) {
  const [productIds] = useState(() => idsIn(props.kept));
  const { data } = useTill(api.catalogue.named, { productIds }, { isOn: productIds.length > 0 });
  if (productIds.length > 0 && data === undefined) return null;
  const found = Object.fromEntries(data?.products.map(({ id, name }) => [id, name]) ?? []);
  return <GoodsNamesProvider first={{ ...props.known, ...found }}>{props.children}</GoodsNamesProvider>;
}

/** Every product that the form names, at any depth. */
function idsIn(kept: unknown): string[] {
  if (typeof kept !== 'object' || kept === null) return [];
  if ('kind' in kept && kept.kind === 'products' && 'ids' in kept && Array.isArray(kept.ids)) {
    return kept.ids.slice(0, 500);
  }
  return [...new Set(Object.values(kept).flatMap(idsIn))].slice(0, 500);
}

export function EditPromotionPage({ promotionId }: { promotionId: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { data, error } = useTill(api.promotion.get, { promotionId });
  const [kept] = useState(keptDraft);
  if (data === undefined) return <ErrorAnswer error={error} />;
  if (data.state === 'ended') return <EmptyState title={t('refusals.PromotionEnded')} />;
  const isKept = kept?.promotionId === promotionId;
  const names = Object.fromEntries(data.names.map(({ id, name }) => [id, name]));
  return (
    <OwnerOnly>
      <NamedForm kept={isKept ? kept : null} known={names}>
        <PromotionEditor
          first={isKept ? kept : formOf(data.promotion)}
          state={data.state}
          isKept={isKept}
          onClose={() => void navigate({ to: '/promotions' })}
        />
      </NamedForm>
    </OwnerOnly>
  );
}
