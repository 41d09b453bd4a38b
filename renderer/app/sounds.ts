/** The four sounds of the till. Never the only sign of anything: the screen always shows the same. */

export const sounds = ['scanned', 'notFound', 'warning', 'sold'] as const;
export type Sound = (typeof sounds)[number];

interface Tone {
  readonly hertz: number;
  /** Where the tone ends, when it slides. */
  readonly toHertz?: number;
  readonly afterMs: number;
  readonly lengthMs: number;
}

const tones: Readonly<Record<Sound, readonly Tone[]>> = {
  scanned: [{ hertz: 1200, afterMs: 0, lengthMs: 60 }],
  notFound: [
    { hertz: 300, afterMs: 0, lengthMs: 120 },
    { hertz: 300, afterMs: 180, lengthMs: 120 },
  ],
  warning: [{ hertz: 700, toHertz: 500, afterMs: 0, lengthMs: 250 }],
  sold: [
    { hertz: 660, afterMs: 0, lengthMs: 110 },
    { hertz: 880, afterMs: 120, lengthMs: 180 },
  ],
};

const storageKey = 'daftar.volume';
let context: AudioContext | null = null;

/** 0 is silent, 1 is full; kept for this machine. */
export function soundVolume(): number {
  const stored = Number(localStorage.getItem(storageKey) ?? '0.4');
  return Number.isFinite(stored) ? Math.min(1, Math.max(0, stored)) : 0.4;
}

export function setSoundVolume(volume: number): void {
  localStorage.setItem(storageKey, String(volume));
}

/** Plays at once and never fails: a PC without a sound card sells just as well. */
export function playSound(sound: Sound): void {
  const volume = soundVolume();
  if (volume === 0) return;
  try {
    context ??= new AudioContext();
    if (context.state === 'suspended') void context.resume();
    for (const tone of tones[sound]) playTone(context, tone, volume);
  } catch {
    context = null;
  }
}

function playTone(audio: AudioContext, tone: Tone, volume: number): void {
  const from = audio.currentTime + tone.afterMs / 1000;
  const to = from + tone.lengthMs / 1000;
  const oscillator = audio.createOscillator();
  const gain = audio.createGain();
  oscillator.frequency.setValueAtTime(tone.hertz, from);
  if (tone.toHertz !== undefined) oscillator.frequency.linearRampToValueAtTime(tone.toHertz, to);
  // Ramps of a few milliseconds, because a tone that starts at full strength clicks.
  gain.gain.setValueAtTime(0, from);
  gain.gain.linearRampToValueAtTime(volume, from + 0.005);
  gain.gain.setValueAtTime(volume, to - 0.015);
  gain.gain.linearRampToValueAtTime(0, to);
  oscillator.connect(gain).connect(audio.destination);
  oscillator.start(from);
  oscillator.stop(to);
}
