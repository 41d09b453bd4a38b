/** Shifts as rows, for tests of what hangs on a shift and not of its money. */
import type { RoomWorld } from '../roomWorld.ts';

/** Opens the next shift of the world's till and answers its id. */
export async function beginShift(world: RoomWorld, number: number, at: string): Promise<string> {
  const id = world.newId();
  world.setClock(at);
  await world.db
    .insertInto('shift')
    .values({
      id,
      till_id: world.tillId,
      number,
      business_day: at.slice(0, 10),
      opened_at: at,
      opened_by: world.people.owner,
      float_som: 0,
    })
    .execute();
  return id;
}

export async function endShift(world: RoomWorld, id: string, at: string): Promise<void> {
  world.setClock(at);
  await world.db
    .updateTable('shift')
    .set({ closed_at: at, closed_by: world.people.owner, counted_som: 0, expected_som: 0 })
    .where('id', '=', id)
    .execute();
}
