import { getProgramme, type Programme } from '@aipower/programme';

/** Programme 115 whose call does not close while the tests run. */
export function openCall(): Programme {
  const programme = getProgramme('115');
  return { ...programme, window: { ...programme.window, closesAt: '2099-10-30T23:59:59+08:00' } };
}
