/** Pages of what the shop owes its customers in care: complaints, contacts, wishes, orders, tasks, polls. */
import { createRoute } from '@tanstack/react-router';
import { ComplaintPage } from '../service/ComplaintPage.tsx';
import { ComplaintsPage } from '../service/ComplaintsPage.tsx';
import { ContactsPage } from '../service/ContactsPage.tsx';
import { FeedbackPage } from '../service/FeedbackPage.tsx';
import { OrdersPage } from '../service/OrdersPage.tsx';
import { PollsPage } from '../service/PollsPage.tsx';
import { TasksPage } from '../service/TasksPage.tsx';
import { TemplatesPage } from '../service/TemplatesPage.tsx';
import { WishesPage } from '../service/WishesPage.tsx';
import { office } from './officeRoute.tsx';

const complaints = createRoute({ getParentRoute: () => office, path: '/service', component: ComplaintsPage });
const complaint = createRoute({
  getParentRoute: () => office,
  path: '/service/complaints/$complaintId',
  component: OneComplaint,
});
const feedback = createRoute({
  getParentRoute: () => office,
  path: '/service/feedback',
  component: FeedbackPage,
});
const contacts = createRoute({
  getParentRoute: () => office,
  path: '/service/contacts',
  component: ContactsPage,
});
const polls = createRoute({ getParentRoute: () => office, path: '/service/polls', component: PollsPage });
const templates = createRoute({
  getParentRoute: () => office,
  path: '/service/templates',
  component: TemplatesPage,
});

const wishes = createRoute({ getParentRoute: () => office, path: '/service/wishes', component: WishesPage });
const orders = createRoute({ getParentRoute: () => office, path: '/service/orders', component: OrdersPage });
const tasks = createRoute({ getParentRoute: () => office, path: '/service/tasks', component: TasksPage });

function OneComplaint() {
  const { complaintId } = complaint.useParams();
  return <ComplaintPage key={complaintId} complaintId={complaintId} />;
}

export const servicePages = [
  complaints,
  complaint,
  feedback,
  contacts,
  polls,
  templates,
  wishes,
  orders,
  tasks,
];
