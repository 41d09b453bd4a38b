/** What customers would recommend and how satisfied they are, with the doubt that few answers leave. */

/** Two-sided 95 %. */
const z = 1.959963984540054;

/** Below this many answers the counts say more than a score. */
export const fewestForScore = 30;

export interface NpsAnswers {
  /** 9 and 10 of 10. */
  readonly promoters: number;
  /** 7 and 8. */
  readonly passives: number;
  /** 0 to 6. */
  readonly detractors: number;
}

export interface Nps extends NpsAnswers {
  /** −100 to 100; null without answers. */
  readonly score: number | null;
  /** The true score lies between these with 95 %; null without answers. */
  readonly low: number | null;
  readonly high: number | null;
}

/** Puts answers of 0–10 into the three groups of the Net Promoter Score (Reichheld 2003). */
export function npsAnswers(scores: readonly number[]): NpsAnswers {
  const promoters = scores.filter((score) => score >= 9).length;
  const detractors = scores.filter((score) => score <= 6).length;
  return { promoters, detractors, passives: scores.length - promoters - detractors };
}

/**
 * The Net Promoter Score with its adjusted Wald interval (Rocks 2016): three quarters of a promoter and of a detractor and
 * three answers are added, so that a few answers never look certain.
 *
 * | promoters | passives | detractors | score | low  | high  |
 * |-----------|----------|------------|-------|------|-------|
 * | 7         | 2        | 1          | 60    | 7.0  | 85.3  |
 * | 0         | 0        | 5          | −100  | −100 | −17.5 |
 */
export function npsOf(answers: NpsAnswers): Nps {
  const { promoters, passives, detractors } = answers;
  const count = promoters + passives + detractors;
  if (count === 0) return { ...answers, score: null, low: null, high: null };
  const n = count + 3;
  const p = (promoters + 0.75) / n;
  const d = (detractors + 0.75) / n;
  const margin = z * Math.sqrt((p + d - (p - d) ** 2) / n);
  const within = (share: number) => Math.max(-100, Math.min(100, 100 * share));
  return {
    ...answers,
    score: (100 * (promoters - detractors)) / count,
    low: within(p - d - margin),
    high: within(p - d + margin),
  };
}

export interface Share {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/**
 * A share of some of all with its Wilson 95 % interval, each 0–1; null of nothing. Satisfaction is the share of answers 4
 * and 5 of 5.
 *
 * | some | all | share | low   | high  |
 * |------|-----|-------|-------|-------|
 * | 8    | 10  | 0.8   | 0.490 | 0.943 |
 * | 0    | 7   | 0     | 0     | 0.354 |
 */
export function shareOf(some: number, all: number): Share | null {
  if (all === 0) return null;
  const share = some / all;
  const scale = 1 + z ** 2 / all;
  const centre = (share + z ** 2 / (2 * all)) / scale;
  const margin = (z * Math.sqrt((share * (1 - share)) / all + z ** 2 / (4 * all ** 2))) / scale;
  return {
    share,
    low: some === 0 ? 0 : Math.max(0, centre - margin),
    high: some === all ? 1 : Math.min(1, centre + margin),
  };
}
