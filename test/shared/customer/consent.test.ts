import { expect, test } from 'vitest';
import { channelsOfWording, consentVersion, consentWording } from '../../../shared/customer/consent.ts';
import { languages } from '../../../shared/text.ts';

const purposes = ['profile', 'messages'] as const;

test('every purpose is told in every language, short enough to be spoken', () => {
  for (const language of languages) {
    for (const purpose of purposes) {
      const words = consentWording(consentVersion, language)?.[purpose] ?? '';
      expect(words.length).toBeGreaterThan(100);
      expect(words.length).toBeLessThan(400);
      expect(words).toMatch(/\?/);
    }
  }
});

test('the wording names the law, the way to withdraw and the way to be erased', () => {
  const told = (language: 'uz' | 'ru' | 'en') => consentWording(consentVersion, language)?.profile ?? '';
  expect(told('uz')).toMatch(/qaytarib olishingiz.*oʻchirishni.*547/s);
  expect(told('ru')).toMatch(/отозвать.*удалить.*547/s);
  expect(told('en')).toMatch(/withdraw.*erased.*547/s);
});

test('the wording names what a profile may hold and the ways of messages', () => {
  const told = consentWording(consentVersion, 'ru');
  for (const word of ['день рождения', 'адрес', 'семью', 'размеры', 'вкусы', 'аллергии', 'фото']) {
    expect(told?.profile).toContain(word);
  }
  for (const way of ['СМС', 'Telegram', 'звонком', 'почте']) expect(told?.messages).toContain(way);
});

test('what was told before stays readable, and counts for the ways it spoke of', () => {
  for (const version of ['2026-11', '2026-11-birthday']) {
    for (const language of languages) {
      expect(consentWording(version, language)?.messages.length).toBeGreaterThan(100);
    }
    expect(channelsOfWording(version)).toEqual(['sms', 'phone']);
  }
  expect(channelsOfWording(consentVersion)).toEqual(['sms', 'telegram', 'phone']);
});

test('Uzbek is written with its own letters', () => {
  for (const purpose of purposes) {
    expect(consentWording(consentVersion, 'uz')?.[purpose]).not.toMatch(/['`‘’´]/);
  }
});

test('a version that nobody told has no words', () => {
  for (const version of ['', '2026-12', 'constructor']) expect(consentWording(version, 'uz')).toBeNull();
});
