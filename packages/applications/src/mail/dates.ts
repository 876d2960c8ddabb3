import { formatRocDay, taipeiIso } from '@aipower/taiwan';

const weekdays = {
  zh: ['日', '一', '二', '三', '四', '五', '六'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const;
const months = 'January February March April May June July August September October November December'.split(' ');

/** A day as letters write it: `115年8月20日（星期四）`, `Thursday 20 August 2026`. */
export function letterDay(day: string): { readonly zh: string; readonly en: string } {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  const [year, month, date] = day.split('-').map(Number);
  return {
    zh: `${formatRocDay(day, 'words')}（星期${weekdays.zh[weekday]}）`,
    en: `${weekdays.en[weekday]} ${date} ${months[month! - 1]} ${year}`,
  };
}

/** A moment to the minute, in Taipei time. @param instant ISO. */
export function letterMoment(instant: string): { readonly zh: string; readonly en: string } {
  const [day, time] = taipeiIso(instant).split('T') as [string, string];
  const [year, month, date] = day.split('-').map(Number);
  const minute = time.slice(0, 5);
  return {
    zh: `${formatRocDay(day, 'words')}${minute}`,
    en: `${minute} on ${date} ${months[month! - 1]} ${year}`,
  };
}
