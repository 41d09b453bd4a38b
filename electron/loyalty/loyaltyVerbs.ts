/** Every verb of the bonus programme, for the router. */
import type { TillParts } from '../parts.ts';
import { challengeReached, endChallenge, listChallenges, saveChallenge } from './challengesVerbs.ts';
import { charityMonth, donateBonus, listFunds, payFund, saveFund, sponsor } from './charityVerbs.ts';
import {
  closeContest,
  enterContest,
  judgeEntry,
  listContests,
  saveContest,
  showContest,
} from './contestsVerbs.ts';
import { correctBonus } from './correctBonus.ts';
import { deedsGiven, giveDeed, listDeeds, saveDeed } from './deedsVerbs.ts';
import {
  beginDraw,
  cancelDraw,
  handPrize,
  holdDraw,
  listDraws,
  listDrawTickets,
  showDraw,
} from './drawsVerbs.ts';
import { payOut } from './payOut.ts';
import { printRules } from './printRules.ts';
import { printStampCard } from './printStampCard.ts';
import { burnPreview, programme, saveProgramme } from './programmeVerbs.ts';
import { listReferrals, makeReferralCode } from './referralVerbs.ts';
import { listStampCards, saveStampCard } from './stampsVerbs.ts';
import { surpriseVerbs } from './surprise.ts';
import { listTiers, saveTiers } from './tiersVerbs.ts';
import { bonusAccount, standing } from './verbs.ts';

/** The verbs by their names in the contract. */
export const loyaltyVerbs = (parts: TillParts) => ({
  account: bonusAccount,
  standing,
  referralCode: makeReferralCode,
  referrals: listReferrals,
  ...games(parts),
  programme,
  burnPreview,
  saveProgramme,
  printRules: printRules(parts),
  tiers: listTiers(parts),
  saveTiers,
  correctBonus,
  payOut: payOut(parts),
  deeds: listDeeds,
  saveDeed,
  giveDeed,
  deedsGiven,
  ...surpriseVerbs,
});

/** Stamp cards, challenges, draws, contests and charity. */
const games = (parts: TillParts) => ({
  stampCards: listStampCards,
  saveStampCard,
  printStampCard: printStampCard(parts),
  challenges: listChallenges,
  saveChallenge,
  endChallenge,
  challengeReached,
  draws: listDraws(parts),
  draw: showDraw(parts),
  drawTickets: listDrawTickets,
  beginDraw,
  cancelDraw,
  holdDraw,
  handPrize,
  contests: listContests,
  contest: showContest,
  saveContest,
  enterContest,
  judgeEntry,
  closeContest,
  funds: listFunds,
  saveFund,
  donateBonus,
  sponsor,
  payFund,
  charityMonth,
});
