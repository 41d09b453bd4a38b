/** The verb customer.printConsent: the words of a consent on the receipt printer, to be signed. */
import { consentChannels, consentVersion, consentWording } from '../../shared/customer/consent.ts';
import { consentPaperWords } from '../../shared/customer/consentPaperWords.ts';
import { customerContract } from '../../shared/customer/contract.ts';
import { phoneMask } from '../../shared/customer/phoneMask.ts';
import { Refusal } from '../../shared/errors.ts';
import { createFormat } from '../../shared/format.ts';
import type { Block } from '../../shared/receipt/blocks.ts';
import type { Language } from '../../shared/text.ts';
import type { BusinessDay } from '../../shared/time.ts';
import { documentOf } from '../document.ts';
import type { PrintQueue } from '../parts.ts';
import { queuePrint } from '../receipt/inTransaction.ts';
import { defaultPrinter } from '../receipt/queries.ts';
import { writingVerb } from '../verb.ts';
import { knownCustomer } from './about.ts';

export interface ConsentOnPaper {
  readonly shopName: string;
  readonly language: Language;
  readonly day: BusinessDay;
  readonly name: string;
  /** E.164; the paper shows its last digits only, because anybody may find it. */
  readonly phone: string | null;
  readonly version: string;
  readonly wording: { readonly profile: string; readonly messages: string };
}

/** Two signatures, because each may be given without the other; a box for each channel, none of them ticked. */
export function consentPaper(paper: ConsentOnPaper): readonly Block[] {
  const words = consentPaperWords[paper.language];
  const signature: readonly Block[] = [
    { kind: 'feed', lines: 1 },
    { kind: 'text', text: `${words.signature}: ${'_'.repeat(18)}` },
  ];
  return [
    { kind: 'text', text: paper.shopName, align: 'center', bold: true },
    { kind: 'heading', text: words.title },
    { kind: 'row', left: words.day, right: createFormat(paper.language).day(paper.day) },
    { kind: 'text', text: `${words.customer}: ${paper.name === '' ? '_'.repeat(18) : paper.name}` },
    ...(paper.phone === null
      ? []
      : [{ kind: 'row', left: words.phone, right: phoneMask(paper.phone, '*') } as const]),
    { kind: 'rule' },
    { kind: 'text', text: words.profile, bold: true },
    { kind: 'text', text: paper.wording.profile },
    ...signature,
    { kind: 'rule' },
    { kind: 'text', text: words.messages, bold: true },
    { kind: 'text', text: paper.wording.messages },
    { kind: 'feed', lines: 1 },
    { kind: 'text', text: words.tickChannels },
    ...consentChannels.map((channel) => ({ kind: 'text', text: `[  ] ${words.channel[channel]}` }) as const),
    ...signature,
    { kind: 'rule' },
    { kind: 'text', text: words.version(paper.version), align: 'center' },
    { kind: 'cut' },
  ];
}

/** What was signed is noted by `giveConsent`: a paper that came out is no consent yet. */
export const printConsent = (parts: { readonly printQueue: Pick<PrintQueue, 'wake'> }) =>
  writingVerb(customerContract.printConsent, async (scope, { customerId, language }) => {
    const { trx, settings } = scope;
    const customer = await knownCustomer(trx, customerId);
    const printer = await defaultPrinter(trx);
    if (printer === null) throw new Refusal('NoPrinter');
    const wording = consentWording(consentVersion, language);
    if (wording === null) throw new Error(`there is no wording ${consentVersion}`);

    const document = documentOf(scope, 'consentPaper', {
      customerId: customer.id,
      consentVersion,
      consentLanguage: language,
    });
    await queuePrint(trx, {
      id: scope.newId(),
      documentKind: 'consentPaper',
      documentId: document.id,
      purpose: 'original',
      copyNumber: 0,
      printerId: printer.id,
      blocks: consentPaper({
        shopName: settings.name,
        language,
        day: scope.businessDay,
        name: customer.name,
        phone: customer.phone,
        version: consentVersion,
        wording,
      }),
      at: scope.now,
    });
    await scope.follow({ ...document, customerId: customer.id });
    scope.changed('receipt');
    scope.afterCommit(parts.printQueue.wake);
    return {};
  });
