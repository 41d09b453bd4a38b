/** Every page and its address; the address lives behind `#`, so that it works from a file and from the till alike. */
import { createHashHistory, createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { CataloguePage } from '../catalogue/CataloguePage.tsx';
import { GroupsPage } from '../catalogue/GroupsPage.tsx';
import { CodeListPage } from '../coupon/CodeListPage.tsx';
import { CouponsPage } from '../coupon/CouponsPage.tsx';
import { CustomerCoupons } from '../coupon/CustomerCoupons.tsx';
import { PartnerPage } from '../coupon/PartnerPage.tsx';
import { PartnersPage } from '../coupon/PartnersPage.tsx';
import { SeriesPage } from '../coupon/SeriesPage.tsx';
import { CustomerCredit } from '../credit/CustomerCredit.tsx';
import { DebtsPage } from '../credit/DebtsPage.tsx';
import { GiftCardPage } from '../credit/GiftCardPage.tsx';
import { GiftCardsPage } from '../credit/GiftCardsPage.tsx';
import { NotebookPage } from '../credit/NotebookPage.tsx';
import { CustomersPage } from '../customer/CustomersPage.tsx';
import { ChallengesPage } from '../loyalty/ChallengesPage.tsx';
import { CharityPage } from '../loyalty/CharityPage.tsx';
import { ContestPage } from '../loyalty/ContestPage.tsx';
import { ContestsPage } from '../loyalty/ContestsPage.tsx';
import { CorrectionsPage } from '../loyalty/CorrectionsPage.tsx';
import { CustomerPage, type CustomerSection } from '../loyalty/CustomerPage.tsx';
import { DeedsPage } from '../loyalty/DeedsPage.tsx';
import { DrawPage } from '../loyalty/DrawPage.tsx';
import { DrawsPage } from '../loyalty/DrawsPage.tsx';
import { ProgrammePage } from '../loyalty/ProgrammePage.tsx';
import { StampsPage } from '../loyalty/StampsPage.tsx';
import { TiersPage } from '../loyalty/TiersPage.tsx';
import { EditPromotionPage, NewPromotionPage } from '../promotion/PromotionFormPage.tsx';
import { PromotionPage } from '../promotion/PromotionPage.tsx';
import { PromotionsPage } from '../promotion/PromotionsPage.tsx';
import { SalePricesPage } from '../promotion/SalePricesPage.tsx';
import { PapersPage } from '../receipt/PapersPage.tsx';
import { BonusReportPage } from '../report/BonusReportPage.tsx';
import { ExpensesPage } from '../report/ExpensesPage.tsx';
import { InspectionPage } from '../report/InspectionPage.tsx';
import { JournalPage } from '../report/JournalPage.tsx';
import { MePage } from '../report/MePage.tsx';
import { MonthPage } from '../report/MonthPage.tsx';
import { OfferPage } from '../report/OfferPage.tsx';
import { PriceTagsPage } from '../report/PriceTagsPage.tsx';
import { TodayPage } from '../report/TodayPage.tsx';
import { ReturnsPage } from '../sale/ReturnsPage.tsx';
import { ReceiptsPage } from '../sale/receiptsPage.tsx';
import { ChecklistsPage } from '../shift/ChecklistsPage.tsx';
import { CloseShiftPage } from '../shift/CloseShiftPage.tsx';
import { HistoryPage } from '../shift/HistoryPage.tsx';
import { NotebookPage as ShiftNotebookPage } from '../shift/NotebookPage.tsx';
import { ReportPage } from '../shift/ReportPage.tsx';
import { ShiftPage } from '../shift/ShiftPage.tsx';
import { PeoplePage } from '../staff/PeoplePage.tsx';
import { PersonPage } from '../staff/PersonPage.tsx';
import { PlanPage } from '../staff/PlanPage.tsx';
import { RightsPage } from '../staff/RightsPage.tsx';
import { SkillsPage } from '../staff/SkillsPage.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { BackOffice } from './BackOffice.tsx';
import { Gate } from './Gate.tsx';
import { SellPlace } from './SellPlace.tsx';
import { SettingsPage } from './SettingsPage.tsx';

function PageNotFound() {
  const { t } = useTranslation();
  return <EmptyState title={t('ui.pageNotFound')} />;
}

const root = createRootRoute({ component: Gate, notFoundComponent: PageNotFound });
const sell = createRoute({ getParentRoute: () => root, path: '/', component: SellPlace });
const office = createRoute({ getParentRoute: () => root, id: 'office', component: BackOffice });

const today = createRoute({ getParentRoute: () => office, path: '/today', component: TodayPage });
const receipts = createRoute({
  getParentRoute: () => office,
  path: '/receipts/{-$saleId}',
  component: Receipts,
});
const journal = createRoute({ getParentRoute: () => office, path: '/journal', component: JournalPage });
const papers = createRoute({ getParentRoute: () => office, path: '/papers', component: PapersPage });
const returns = createRoute({
  getParentRoute: () => office,
  path: '/returns/{-$saleId}',
  component: Returns,
});
const catalogue = createRoute({ getParentRoute: () => office, path: '/catalogue', component: CataloguePage });
const groups = createRoute({
  getParentRoute: () => office,
  path: '/catalogue/groups',
  component: GroupsPage,
});
const salePrices = createRoute({
  getParentRoute: () => office,
  path: '/catalogue/sale-prices',
  component: SalePricesPage,
});
const priceTags = createRoute({
  getParentRoute: () => office,
  path: '/catalogue/price-tags',
  component: PriceTagsPage,
});
const customers = createRoute({ getParentRoute: () => office, path: '/customers', component: CustomersPage });
const customer = createRoute({
  getParentRoute: () => office,
  path: '/customers/$customerId',
  component: OneCustomer,
});
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
const month = createRoute({ getParentRoute: () => office, path: '/month', component: MonthPage });
const expenses = createRoute({
  getParentRoute: () => office,
  path: '/month/expenses',
  component: ExpensesPage,
});
const inspection = createRoute({
  getParentRoute: () => office,
  path: '/inspection',
  component: InspectionPage,
});
const shift = createRoute({ getParentRoute: () => office, path: '/shift', component: ShiftPage });
const closeShift = createRoute({
  getParentRoute: () => office,
  path: '/shift/close',
  component: CloseShiftPage,
});
const shifts = createRoute({ getParentRoute: () => office, path: '/shift/history', component: HistoryPage });
const shiftReport = createRoute({
  getParentRoute: () => office,
  path: '/shift/history/$shiftId',
  component: OneShiftReport,
});
const shiftNotebook = createRoute({
  getParentRoute: () => office,
  path: '/shift/notebook',
  component: ShiftNotebookPage,
});
const checklists = createRoute({
  getParentRoute: () => office,
  path: '/shift/checklists',
  component: ChecklistsPage,
});
const people = createRoute({ getParentRoute: () => office, path: '/people', component: PeoplePage });
const rights = createRoute({ getParentRoute: () => office, path: '/people/rights', component: RightsPage });
const plan = createRoute({ getParentRoute: () => office, path: '/people/plan', component: PlanPage });
const skills = createRoute({ getParentRoute: () => office, path: '/people/skills', component: SkillsPage });
const person = createRoute({
  getParentRoute: () => office,
  path: '/people/$personId',
  component: OnePerson,
});
const me = createRoute({ getParentRoute: () => office, path: '/me', component: MePage });
const settings = createRoute({ getParentRoute: () => office, path: '/settings', component: SettingsPage });

function Receipts() {
  const { saleId } = receipts.useParams();
  return <ReceiptsPage saleId={saleId ?? null} />;
}

function Returns() {
  const { saleId } = returns.useParams();
  return <ReturnsPage saleId={saleId ?? null} />;
}

/** What the rooms beside loyalty know of a customer. */
const sectionsOfCustomer: readonly CustomerSection[] = [
  { name: 'coupons', show: ({ id, name }) => <CustomerCoupons customerId={id} name={name} /> },
  { name: 'credit', show: ({ id, name }) => <CustomerCredit customerId={id} name={name} /> },
];

function OneCustomer() {
  const { customerId } = customer.useParams();
  return <CustomerPage key={customerId} customerId={customerId} sections={sectionsOfCustomer} />;
}

function OnePerson() {
  const { personId } = person.useParams();
  return <PersonPage key={personId} personId={personId} />;
}

function OneShiftReport() {
  const { shiftId } = shiftReport.useParams();
  return <ReportPage key={shiftId} shiftId={shiftId} />;
}

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

const pages = [
  today,
  receipts,
  returns,
  papers,
  journal,
  catalogue,
  groups,
  salePrices,
  priceTags,
  customers,
  customer,
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
  bonusReport,
  month,
  expenses,
  inspection,
  shift,
  closeShift,
  shifts,
  shiftReport,
  shiftNotebook,
  checklists,
  people,
  rights,
  plan,
  skills,
  person,
  me,
  settings,
];

export const router = createRouter({
  routeTree: root.addChildren([sell, office.addChildren(pages)]),
  history: createHashHistory(),
  // The page around the routes says in words that something broke; the router's own words are for programmers.
  defaultErrorComponent: ({ error }) => {
    throw error;
  },
});
