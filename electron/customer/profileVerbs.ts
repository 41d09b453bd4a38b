/** What a screen may ask and change of a customer's profile, in one object for the router. */
import { about, changeProfile, districts } from './about.ts';
import { addFact, facts, removeFact } from './facts.ts';
import { joinHousehold, leaveHousehold, saveHousehold } from './household.ts';
import { addPhone, removePhone } from './phones.ts';
import { photo, removePhoto, savePhoto } from './photo.ts';

export const profileVerbs = {
  about,
  changeProfile,
  districts,
  addPhone,
  removePhone,
  facts,
  addFact,
  removeFact,
  saveHousehold,
  joinHousehold,
  leaveHousehold,
  photo,
  savePhoto,
  removePhoto,
};
