/** Every page and its address; the address lives behind `#`, so that it works from a file and from the till alike. */
import { createHashHistory, createRoute, createRouter } from '@tanstack/react-router';
import { CataloguePage } from '../catalogue/CataloguePage.tsx';
import { GroupsPage } from '../catalogue/GroupsPage.tsx';
import { ImportPage } from '../exchange/ImportPage.tsx';
import { SalePricesPage } from '../promotion/SalePricesPage.tsx';
import { PapersPage } from '../receipt/PapersPage.tsx';
import { QueuePage } from '../receipt/QueuePage.tsx';
import { CustomerDayPage } from '../report/CustomerDayPage.tsx';
import { ExpensesPage } from '../report/ExpensesPage.tsx';
import { InspectionPage } from '../report/InspectionPage.tsx';
import { JournalPage } from '../report/JournalPage.tsx';
import { MePage } from '../report/MePage.tsx';
import { MonthPage } from '../report/MonthPage.tsx';
import { PriceTagsPage } from '../report/PriceTagsPage.tsx';
import { TodayPage } from '../report/TodayPage.tsx';
import { ReceiptFormPage } from '../sale/ReceiptFormPage.tsx';
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
import { office, root } from './officeRoute.tsx';
import { customerPages } from './routesOfCustomers.tsx';
import { customerProgrammePages } from './routesOfProgramme.tsx';
import { servicePages } from './routesOfService.tsx';
import { SellPlace } from './SellPlace.tsx';
import { SettingsPage } from './SettingsPage.tsx';

const sell = createRoute({ getParentRoute: () => root, path: '/', component: SellPlace });

const today = createRoute({ getParentRoute: () => office, path: '/today', component: TodayPage });
const customerDay = createRoute({
  getParentRoute: () => office,
  path: '/customer-day/{-$day}',
  component: CustomersOfDay,
});
const receipts = createRoute({
  getParentRoute: () => office,
  path: '/receipts/{-$saleId}',
  component: Receipts,
});
const journal = createRoute({ getParentRoute: () => office, path: '/journal', component: JournalPage });
const papers = createRoute({ getParentRoute: () => office, path: '/papers', component: PapersPage });
const queue = createRoute({ getParentRoute: () => office, path: '/papers/queue', component: QueuePage });
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
  path: '/catalogue/price-tags/{-$productId}',
  component: PriceTags,
});
const imports = createRoute({ getParentRoute: () => office, path: '/import', component: ImportPage });
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
const receiptForm = createRoute({
  getParentRoute: () => office,
  path: '/receipt-form',
  component: ReceiptFormPage,
});

function CustomersOfDay() {
  const { day } = customerDay.useParams();
  return <CustomerDayPage day={day ?? null} />;
}

function Receipts() {
  const { saleId } = receipts.useParams();
  return <ReceiptsPage saleId={saleId ?? null} />;
}

function PriceTags() {
  const { productId } = priceTags.useParams();
  return <PriceTagsPage key={productId ?? ''} productId={productId ?? null} />;
}

function Returns() {
  const { saleId } = returns.useParams();
  return <ReturnsPage saleId={saleId ?? null} />;
}

function OnePerson() {
  const { personId } = person.useParams();
  return <PersonPage key={personId} personId={personId} />;
}

function OneShiftReport() {
  const { shiftId } = shiftReport.useParams();
  return <ReportPage key={shiftId} shiftId={shiftId} />;
}

const pages = [
  today,
  customerDay,
  receipts,
  returns,
  papers,
  queue,
  journal,
  catalogue,
  groups,
  salePrices,
  priceTags,
  imports,
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
  receiptForm,
  ...customerPages,
  ...customerProgrammePages,
  ...servicePages,
];

export const router = createRouter({
  routeTree: root.addChildren([sell, office.addChildren(pages)]),
  history: createHashHistory(),
  // The page around the routes says in words that something broke; the router's own words are for programmers.
  defaultErrorComponent: ({ error }) => {
    throw error;
  },
});
