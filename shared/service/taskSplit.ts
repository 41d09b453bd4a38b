/** Splits a list of customers over the people on shift: evenly, and a customer stays with whoever already has them. */

export interface ToSplit {
  readonly customerId: string;
  /** Who speaks with this customer already; null for nobody, and for somebody who is not among the people. */
  readonly withPersonId: string | null;
}

/**
 * Who takes which customer, in the order of the list. Shares differ by at most one. As long as a share has room the customer
 * stays with their own person; whoever is left goes to the shortest share, the first of equals in the order of the people.
 * With nobody to take them the answer is null for each.
 *
 * | customers (with whom)      | people | answer        |
 * |----------------------------|--------|---------------|
 * | a, b, c                    | X, Y   | X, Y, X       |
 * | a (Y), b, c                | X, Y   | Y, X, X       |
 * | a (Y), b (Y), c (Y), d (Y) | X, Y   | Y, Y, X, X    |
 * | a, b                       | –      | nobody        |
 */
export function splitTasks(
  customers: readonly ToSplit[],
  personIds: readonly string[],
): readonly (string | null)[] {
  const people = [...new Set(personIds)];
  if (people.length === 0) return customers.map(() => null);
  const least = Math.floor(customers.length / people.length);
  // So many people may have one more than the others.
  let larger = customers.length - least * people.length;
  const share = new Map(people.map((id) => [id, 0]));
  const take = (personId: string): string => {
    const size = (share.get(personId) ?? 0) + 1;
    if (size > least) larger -= 1;
    share.set(personId, size);
    return personId;
  };
  const hasRoom = (personId: string): boolean => {
    const size = share.get(personId);
    return size !== undefined && (size < least || (size === least && larger > 0));
  };
  const kept = customers.map(({ withPersonId }) =>
    withPersonId !== null && hasRoom(withPersonId) ? take(withPersonId) : null,
  );
  return kept.map((personId) => personId ?? take(shortest(people, share)));
}

function shortest(people: readonly string[], share: ReadonlyMap<string, number>): string {
  const sizeOf = (id: string) => share.get(id) ?? 0;
  return people.reduce((best, id) => (sizeOf(id) < sizeOf(best) ? id : best));
}
