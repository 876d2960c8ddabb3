import type { Widen } from '../page/widen.ts';
import type { statisticsZh } from './words.zh.ts';

export const statisticsEn: Widen<typeof statisticsZh> = {
  title: 'Application statistics',
  description:
    'Applications, reviews and approvals of the Compute Platform by category, round and industry, as tables, CSV and JSON.',
  asOf: (day) => `as of ${day}`,
  rule: 'No company is named. Numbers below 5 are not published and cannot be found by subtraction.',
  csv: 'Download CSV',
  json: 'JSON (API)',
  asTable: 'As a table',
  withheld: 'Not published',
  rest: 'Total of those not published one by one',
  nothing: 'There is nothing to publish at present.',
  totals: { all: 'All applications', approved: 'Approved' },
  tables: {
    rounds: 'Applications by round',
    others: 'Where they stand',
    domains: 'Industries of use',
    items: 'Asked for and registered',
    days: 'Days taken',
    points: 'Points granted and used',
  },
  notes: {
    rounds: 'Submitted applications by their round.',
    others: 'Approved means published. Until then an application counts as in progress.',
    domains: 'An application may name several.',
    items:
      'Service items matched from the applications’ texts (three each at most), for orientation. Providers have a valid registration.',
    days: 'Completed steps. Medians need 5 applications, 90th percentiles 10.',
    points: 'Needs 5 awards in use. Use is left out where days have no record.',
  },
  round: 'Round',
  roundOf: (category, round) => `${round}, ${category}`,
  applications: 'Applications',
  providers: 'Registered providers',
  domain: 'Industry',
  item: 'Service item',
  step: 'Step',
  median: 'Median (days)',
  p90: '90th percentile (days)',
  category: 'Category',
  granted: 'Points granted',
  used: 'Points used',
  codes: {
    'in-progress': 'In progress',
    withdrawn: 'Withdrawn',
    'not-accepted': 'Not accepted for review',
    waitlisted: 'Reserve list',
    declined: 'Not selected',
  },
  days: {
    submitted: 'Received to start of check',
    screening: 'Eligibility check',
    'supplement-requested': 'Waiting for missing items',
    result: 'Received to published result',
  },
};
