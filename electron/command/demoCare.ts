/** How the demo shop looks after people: what is noted of them, what they rate, ask and complain of, and who answers. */
import { customerSources } from '../../shared/customer/profileContract.ts';
import { feedbackReasons } from '../../shared/service/feedback.ts';
import { changeProfile } from '../customer/about.ts';
import { addFact } from '../customer/facts.ts';
import { firmVerbs } from '../customer/firms.ts';
import { listComplaints } from '../service/complaintReads.ts';
import { answerComplaint, closeComplaint, openComplaint } from '../service/complaintVerbs.ts';
import { answerContact, contacts, noteContact } from '../service/contacts.ts';
import { noteFeedback } from '../service/feedback.ts';
import { demoCareWords } from './demoCareWords.ts';
import type { DemoVisitor } from './demoStock.ts';
import type { DemoWorld } from './demoWorld.ts';

const channels = ['phone', 'telegram', 'instagram', 'shop'] as const;

/** What a new customer told of themselves; few tell all of it. By the owner, as the cashier may not change customers. */
export async function noteAbout(world: DemoWorld, customerId: string, { name }: DemoVisitor): Promise<void> {
  const { random } = world;
  const words = demoCareWords[world.language];
  if (random.chance(0.6)) {
    await world.call(changeProfile, {
      intentionId: world.newId(),
      customerId,
      gender: /[aа]$/u.test(name) ? 'female' : 'male',
      address: '',
      district: random.oneOf(words.districts),
      source: random.oneOf(customerSources),
      preferredChannel: random.oneOf<'phone' | 'telegram' | null>(['phone', 'telegram', null]),
      preferredHour: random.oneOf([null, 10, 17, 19]),
    });
  }
  if (random.chance(0.08)) await note(world, customerId, 'allergy', random.oneOf(words.allergies));
  if (random.chance(0.2)) await note(world, customerId, 'likes', random.oneOf(words.likes));
}

async function note(
  world: DemoWorld,
  customerId: string,
  kind: 'allergy' | 'likes',
  words: string,
): Promise<void> {
  await world.call(addFact, { intentionId: world.newId(), customerId, kind, words });
}

/** After a receipt: now and then a rating is asked, and rarely somebody comes back to complain. */
export async function hearCustomer(
  world: DemoWorld,
  saleId: string,
  customerId: string | null,
  isLastDay: boolean,
): Promise<void> {
  const { random } = world;
  const words = demoCareWords[world.language];
  if (random.chance(0.06)) {
    const score = random.oneOf([10, 10, 10, 9, 9, 9, 8, 8, 7, 5]);
    await world.call(noteFeedback, {
      intentionId: world.newId(),
      saleId,
      customerId: null,
      answer: { kind: 'nps', score },
      reason: score < 7 ? random.oneOf(feedbackReasons) : null,
      words: '',
      channel: 'shop',
    });
  }
  if (random.chance(isLastDay ? 0.06 : 0.004)) {
    const said = random.oneOf(words.complaints);
    await world.call(openComplaint, {
      intentionId: world.newId(),
      saleId,
      lineNumber: 1,
      productId: null,
      sellerId: null,
      customerId: null,
      ...said,
      reach: '',
      channel: random.oneOf(channels),
    });
  }
  if (customerId !== null && random.chance(isLastDay ? 0.15 : 0.015)) {
    await world.call(noteContact, {
      intentionId: world.newId(),
      customerId,
      channel: random.oneOf(channels),
      direction: 'in',
      words: random.oneOf(words.questions),
      isQuestion: true,
    });
  }
}

/** The owner's evening: nearly everything that waits is answered, and what was answered is brought to its end. */
export async function answerCustomers(world: DemoWorld): Promise<void> {
  const { random } = world;
  const words = demoCareWords[world.language];
  world.workAs(world.ownerId);
  const { complaints } = await world.call(listComplaints, {
    list: 'living',
    customerId: null,
    cursor: null,
    limit: 20,
  });
  for (const { complaintId, state, channel } of complaints) {
    if (!random.chance(0.8)) continue;
    const intention = { intentionId: world.newId(), complaintId };
    if (state === 'open') await world.call(answerComplaint, { ...intention, channel, words: words.answer });
    else await world.call(closeComplaint, { ...intention, outcome: 'solved', words: '' });
  }
  const waiting = await world.call(contacts, {
    customerId: null,
    isWaiting: true,
    cursor: null,
    limit: 20,
  });
  for (const { contactId, channel } of waiting.contacts) {
    if (!random.chance(0.85)) continue;
    await world.call(answerContact, {
      intentionId: world.newId(),
      contactId,
      channel,
      words: words.reply,
    });
  }
  world.workAs(world.cashierId);
}

/** One customer buys for a firm, under contract, at the prices of the tag for wholesale. */
export async function makeFirm(world: DemoWorld, customerId: string): Promise<void> {
  await world.call(firmVerbs.saveFirm, {
    intentionId: world.newId(),
    customerId,
    legalName: demoCareWords[world.language].firm,
    taxNumber: '300000001',
    contractNumber: '1/26',
    contractOn: null,
    priceListTag: 'ulgurji',
  });
  world.firms.add(customerId);
}
