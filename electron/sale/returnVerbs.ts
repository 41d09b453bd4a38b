/** The verbs of goods that come back, with a receipt and without. */
import type { TillParts } from '../parts.ts';
import { findSold, returnable } from './findSold.ts';
import { previewReturn, takeBack } from './takeBack.ts';
import { takeBackLoose } from './takeBackLoose.ts';

export const returnVerbs = (parts: Pick<TillParts, 'printQueue'>) => ({
  findSold,
  returnable,
  previewReturn,
  takeBack: takeBack(parts),
  takeBackLoose: takeBackLoose(parts),
});
