/** `@aipower/taiwan/dates`: days, the ROC calendar, and moments in Taiwan. No clock: time is always an argument. */
export { addDays, addMonths, addYears, assertDay, type Day, daysBetween, isCalendarDay, isDay } from './day.ts';
export { dayEnd, dayStart, type Moment, momentToMs, taipeiDay, taipeiIso } from './moment.ts';
export {
  adYear,
  type DayFault,
  type DayReading,
  formatRocDay,
  type ParseDayOptions,
  parseDay,
  type RocStyle,
  rocYear,
} from './roc-date.ts';
