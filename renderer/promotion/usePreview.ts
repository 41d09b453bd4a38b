/** What the rule under a person's hands would do, asked of the till a moment after the last change. */
import { useDebouncedValue } from '@mantine/hooks';
import type { Thousandths } from '../../shared/money.ts';
import { type Promotion, promotionSchema } from '../../shared/promotion/promotion.ts';
import { api } from '../app/api.ts';
import { type TillAnswer, useTill } from '../app/useTill.ts';

const pauseMs = 300;

export interface SampleLine {
  readonly productId: string;
  readonly quantityThousandths: Thousandths;
}

type Verb = typeof api.report.tryPromotion;
export type Preview = Extract<Awaited<ReturnType<Verb>>, { ok: true }>['data'];
export type PricedSample = NonNullable<Preview['sample']>;

/** Stands where there is no promotion yet; it is never asked for. */
const notAsked = promotionSchema.parse({
  promotionId: '-',
  name: { uz: '-' },
  level: 'product',
  benefit: { kind: 'percent', rateBasisPoints: 0 },
});

/** As a verb takes it: its lists may be written to. */
export function wireOf<Kind extends Promotion>(promotion: Kind) {
  return { ...promotion, conditions: [...promotion.conditions] };
}

/** While the rule is not complete the last answer stays; a rule without a name yet is asked under another. */
export function usePreview(promotion: Promotion | null, sample: readonly SampleLine[]): TillAnswer<Preview> {
  // Each for itself: an object made of both would be another one at every drawing.
  const [asked] = useDebouncedValue(promotion, pauseMs);
  const [tried] = useDebouncedValue(sample, pauseMs);
  return useTill(
    api.report.tryPromotion,
    { promotion: wireOf(asked ?? notAsked), sample: [...tried], day: null },
    { isOn: asked !== null, keepsLast: true },
  );
}
