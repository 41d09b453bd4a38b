/** The heading that the lists of a draw have on paper: its name, the shop, its days, and when it was held. */
import { useTranslation } from 'react-i18next';
import { createFormat } from '../../../shared/format.ts';
import { type Language, textIn } from '../../../shared/text.ts';
import type { Draw } from '../drawState.ts';

export interface DrawHeadingProps {
  readonly draw: Draw;
  readonly shopName: string;
  readonly language: Language;
}

export function DrawHeading({ draw, shopName, language }: DrawHeadingProps) {
  const { i18n } = useTranslation();
  const t = i18n.getFixedT(language);
  const format = createFormat(language);
  const held =
    draw.drawnAt === null ? [] : [t('loyalty.draws.heldAt', { moment: format.moment(draw.drawnAt) })];
  return (
    <header>
      <h1 style={{ margin: 0, fontSize: '20pt', overflowWrap: 'anywhere' }}>{textIn(draw.name, language)}</h1>
      <p style={{ margin: '2pt 0 12pt' }}>
        {[shopName, format.dayRange(draw.from, draw.to), ...held].join(' · ')}
      </p>
    </header>
  );
}
