/** Every verb of the people, in one place for the router. */
import type { TillParts } from '../parts.ts';
import { type BadgeRooms, giveBadge, takeBadge } from './badges.ts';
import { comeBack, type HandOver, leave } from './leaving.ts';
import { lock, logIn, logInByBadge } from './logIn.ts';
import { addOwner, addPerson, changeOwnSecret, changePin, people, unlock } from './people.ts';
import { plan, removePlannedShift, savePlannedShift } from './plan.ts';
import { type RecoveryRooms, recover } from './recover.ts';
import { matrix, setPermission } from './rights.ts';
import { saveSkill, skills, tickSkill, tickTour, tour } from './skills.ts';
import { changePerson, team } from './team.ts';

/** `handOvers` give the open work of somebody who leaves to another person, each in a room above. */
export const staffVerbs = (
  parts: TillParts,
  rooms: RecoveryRooms & BadgeRooms,
  handOvers: readonly HandOver[],
) => ({
  people,
  logIn: logIn(parts),
  logInByBadge: logInByBadge(parts),
  lock: lock(parts),
  addPerson,
  addOwner,
  changePin,
  changeOwnSecret,
  unlock,
  recover: recover(parts, rooms),
  team,
  changePerson: changePerson(parts),
  leave: leave(parts, handOvers),
  comeBack,
  giveBadge: giveBadge(parts, rooms),
  takeBadge,
  matrix,
  setPermission,
  skills,
  saveSkill,
  tickSkill,
  tour,
  tickTour,
  plan,
  savePlannedShift,
  removePlannedShift,
});
