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
import { removeTemplate, saveTemplate, templates } from './templates.ts';

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
});
