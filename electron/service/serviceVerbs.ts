/** Every verb of feedback, complaints and contacts, for the router. */
import type { TillParts } from '../parts.ts';
import { apologise, apologyBudget } from './apologise.ts';
import { complaintReceipt, listComplaints, showComplaint, waiting } from './complaintReads.ts';
import {
  answerComplaint,
  assignComplaint,
  closeComplaint,
  noteComplaint,
  openComplaint,
  promiseDay,
  reopenComplaint,
} from './complaintVerbs.ts';
import { answerContact, contacts, noteContact, response } from './contacts.ts';
import { listFeedback, noteFeedback, opinion } from './feedback.ts';
import { listOrders, showOrder } from './orderReads.ts';
import { addDeposit, cancelOrder, moveOrder, printOrder, promiseOrder, takeOrder } from './orders.ts';
import { planContacts, planTask } from './planTasks.ts';
import { answerPoll, pollCustomers, polls, pollsNow, savePoll } from './polls.ts';
import { listTasks, taskFigures, taskPeople } from './taskReads.ts';
import { dropTask, moveTask, noteTaskResult } from './tasks.ts';
import { removeTemplate, saveTemplate, templates } from './templates.ts';
import { waitingForCustomer } from './waitingGoods.ts';
import { moveWish, noteWish, tellWish, wishIsHere } from './wishes.ts';
import { wishers, wishes } from './wishReads.ts';

/** The verbs by their names in the contract. */
export const serviceVerbs = (parts: TillParts) => ({
  complaintReceipt,
  openComplaint,
  complaints: listComplaints,
  complaint: showComplaint,
  assignComplaint,
  answerComplaint,
  promiseDay,
  noteComplaint,
  closeComplaint,
  reopenComplaint,
  apologyBudget,
  apologise: apologise(parts),
  templates,
  saveTemplate,
  removeTemplate,
  noteFeedback,
  feedback: listFeedback,
  opinion,
  noteContact,
  answerContact,
  contacts,
  response,
  waiting,
  pollsNow,
  answerPoll,
  polls,
  savePoll,
  pollCustomers,
  noteWish,
  wishes,
  wishers,
  moveWish,
  wishIsHere,
  tellWish,
  waitingForCustomer,
  takeOrder: takeOrder(parts),
  orders: listOrders,
  order: showOrder,
  promiseOrder,
  moveOrder,
  addDeposit: addDeposit(parts),
  cancelOrder: cancelOrder(parts),
  printOrder: printOrder(parts),
  planTask,
  planContacts,
  tasks: listTasks,
  noteTaskResult,
  moveTask,
  dropTask,
  taskPeople,
  taskFigures,
});
