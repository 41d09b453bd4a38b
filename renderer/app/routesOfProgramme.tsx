/** Pages of what brings customers back: promotions, coupons, the bonus programme, gift cards and debts. */
import { createRoute } from '@tanstack/react-router';
import { CodeListPage } from '../coupon/CodeListPage.tsx';
import { CouponsPage } from '../coupon/CouponsPage.tsx';
import { PartnerPage } from '../coupon/PartnerPage.tsx';
import { PartnersPage } from '../coupon/PartnersPage.tsx';
import { SeriesPage } from '../coupon/SeriesPage.tsx';
import { DebtsPage } from '../credit/DebtsPage.tsx';
import { GiftCardPage } from '../credit/GiftCardPage.tsx';
import { GiftCardsPage } from '../credit/GiftCardsPage.tsx';
import { NotebookPage } from '../credit/NotebookPage.tsx';
import { ChallengesPage } from '../loyalty/ChallengesPage.tsx';
import { CharityPage } from '../loyalty/CharityPage.tsx';
import { ContestPage } from '../loyalty/ContestPage.tsx';
import { ContestsPage } from '../loyalty/ContestsPage.tsx';
import { CorrectionsPage } from '../loyalty/CorrectionsPage.tsx';
import { DeedsPage } from '../loyalty/DeedsPage.tsx';
import { DrawPage } from '../loyalty/DrawPage.tsx';
import { DrawsPage } from '../loyalty/DrawsPage.tsx';
import { GiftsPage } from '../loyalty/GiftsPage.tsx';
import { ProgrammePage } from '../loyalty/ProgrammePage.tsx';
import { StampsPage } from '../loyalty/StampsPage.tsx';
import { TiersPage } from '../loyalty/TiersPage.tsx';
import { EditPromotionPage, NewPromotionPage } from '../promotion/PromotionFormPage.tsx';
import { PromotionPage } from '../promotion/PromotionPage.tsx';
import { PromotionsPage } from '../promotion/PromotionsPage.tsx';
import { BonusReportPage } from '../report/BonusReportPage.tsx';
import { OfferPage } from '../report/OfferPage.tsx';
import { office } from './officeRoute.tsx';

const coupons = createRoute({ getParentRoute: () => office, path: '/coupons', component: CouponsPage });
const oneSeries = createRoute({
  getParentRoute: () => office,
  path: '/coupons/series/$seriesId',
  component: OneSeries,
});
const codeList = createRoute({
  getParentRoute: () => office,
  path: '/coupons/series/$seriesId/import',
  component: CodeList,
});
const partners = createRoute({
  getParentRoute: () => office,
  path: '/coupons/partners',
  component: PartnersPage,
});
const partner = createRoute({
  getParentRoute: () => office,
  path: '/coupons/partners/$partnerId',
  component: OnePartner,
});
const offers = createRoute({ getParentRoute: () => office, path: '/coupons/offers', component: OfferPage });
const debts = createRoute({ getParentRoute: () => office, path: '/credit', component: DebtsPage });
const giftCards = createRoute({
  getParentRoute: () => office,
  path: '/credit/gift-cards',
  component: GiftCardsPage,
});
const giftCard = createRoute({
  getParentRoute: () => office,
  path: '/credit/gift-cards/$number',
  component: OneGiftCard,
});
const notebook = createRoute({
  getParentRoute: () => office,
  path: '/credit/notebook',
  component: NotebookPage,
});
const loyalty = createRoute({ getParentRoute: () => office, path: '/loyalty', component: ProgrammePage });
const tiers = createRoute({ getParentRoute: () => office, path: '/loyalty/tiers', component: TiersPage });
const deeds = createRoute({ getParentRoute: () => office, path: '/loyalty/deeds', component: DeedsPage });
const stamps = createRoute({ getParentRoute: () => office, path: '/loyalty/stamps', component: StampsPage });
const challenges = createRoute({
  getParentRoute: () => office,
  path: '/loyalty/challenges',
  component: ChallengesPage,
});
const draws = createRoute({ getParentRoute: () => office, path: '/loyalty/draws', component: DrawsPage });
const draw = createRoute({
  getParentRoute: () => office,
  path: '/loyalty/draws/$drawId',
  component: OneDraw,
});
const contests = createRoute({
  getParentRoute: () => office,
  path: '/loyalty/contests',
  component: ContestsPage,
});
const contest = createRoute({
  getParentRoute: () => office,
  path: '/loyalty/contests/$contestId',
  component: OneContest,
});
const charity = createRoute({
  getParentRoute: () => office,
  path: '/loyalty/charity',
  component: CharityPage,
});
const corrections = createRoute({
  getParentRoute: () => office,
  path: '/loyalty/corrections',
  component: CorrectionsPage,
});
const gifts = createRoute({ getParentRoute: () => office, path: '/loyalty/gifts', component: GiftsPage });
const bonusReport = createRoute({
  getParentRoute: () => office,
  path: '/loyalty/report',
  component: BonusReportPage,
});
const promotions = createRoute({
  getParentRoute: () => office,
  path: '/promotions',
  component: PromotionsPage,
});
const newPromotion = createRoute({
  getParentRoute: () => office,
  path: '/promotions/new/{-$from}',
  component: NewPromotion,
});
const promotion = createRoute({
  getParentRoute: () => office,
  path: '/promotions/$promotionId',
  component: OnePromotion,
});
const editPromotion = createRoute({
  getParentRoute: () => office,
  path: '/promotions/$promotionId/edit',
  component: EditPromotion,
});

function OneDraw() {
  const { drawId } = draw.useParams();
  return <DrawPage key={drawId} drawId={drawId} />;
}

function OneContest() {
  const { contestId } = contest.useParams();
  return <ContestPage key={contestId} contestId={contestId} />;
}

function OneSeries() {
  const { seriesId } = oneSeries.useParams();
  return <SeriesPage key={seriesId} seriesId={seriesId} />;
}

function CodeList() {
  const { seriesId } = codeList.useParams();
  return <CodeListPage key={seriesId} seriesId={seriesId} />;
}

function OnePartner() {
  const { partnerId } = partner.useParams();
  return <PartnerPage key={partnerId} partnerId={partnerId} />;
}

function OneGiftCard() {
  const { number } = giftCard.useParams();
  return <GiftCardPage key={number} number={number} />;
}

function NewPromotion() {
  const { from } = newPromotion.useParams();
  return <NewPromotionPage key={from} from={from ?? null} />;
}

function OnePromotion() {
  const { promotionId } = promotion.useParams();
  return <PromotionPage key={promotionId} promotionId={promotionId} />;
}

function EditPromotion() {
  const { promotionId } = editPromotion.useParams();
  return <EditPromotionPage key={promotionId} promotionId={promotionId} />;
}

export const customerProgrammePages = [
  promotions,
  newPromotion,
  promotion,
  editPromotion,
  coupons,
  oneSeries,
  codeList,
  partners,
  partner,
  offers,
  debts,
  giftCards,
  giftCard,
  notebook,
  loyalty,
  tiers,
  deeds,
  stamps,
  challenges,
  draws,
  draw,
  contests,
  contest,
  charity,
  corrections,
  gifts,
  bonusReport,
] as const;
