/** After which sales the till offers to ask the customer how it was. */

/**
 * Only whoever is known, so that nobody is asked by a stranger's count, and only at every so many receipts; 0 never.
 *
 * | receipt | customer known | every | offered |
 * |---------|----------------|-------|---------|
 * | 20      | yes            | 10    | yes     |
 * | 21      | yes            | 10    | no      |
 * | 20      | no             | 10    | no      |
 * | 20      | yes            | 0     | no      |
 */
export function offersFeedback(receiptNumber: number, isCustomerKnown: boolean, every: number): boolean {
  return every > 0 && isCustomerKnown && receiptNumber % every === 0;
}
