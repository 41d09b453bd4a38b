/** Who stood at this machine last most likely comes again. */
const key = 'daftar.lastPerson';

export function rememberedPerson(): string | null {
  return localStorage.getItem(key);
}

export function rememberPerson(personId: string): void {
  localStorage.setItem(key, personId);
}
