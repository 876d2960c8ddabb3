import { EXPIRING_DAYS, getScheme, isSchemeId } from '@aipower/registry';
import { addDays } from '@aipower/taiwan/dates';
import type { Router } from 'express';
import type { Deps } from '../deps.ts';
import { BadQuery, readQuery } from '../http/query.ts';
import { SHARED_AT_ANY_TIME } from '../http/shared-caches.ts';
import { languageTag } from '../page/language.ts';
import { type Visit, visitOf } from '../page/page.ts';
import { downloads } from '../page/pages.ts';
import { type Ending, endingSoon } from '../presenters/ending-soon.ts';
import { urnOf } from './change-entry.ts';
import { xmlText } from './xml.ts';

const PER_PAGE = 100;

/**
 * Atom of certificates that are valid and end within 90 days, the ones that came to it last first: an entry appears once, on the
 * day on which 90 days are left, and is gone when the certificate is renewed or has ended. With `scheme`, those of one.
 */
export function expiringFeedRoutes(router: Router, { register, clock, origin }: Deps): void {
  router.get(downloads.expiringFeed, (req, res) => {
    const visit = visitOf(req, clock);
    const { t, paths, language, today } = visit;
    const { scheme, page } = readQuery(req, t, ['scheme', 'page']);
    if (scheme !== '' && !isSchemeId(scheme)) throw new BadQuery(t.verify.errors.schemeUnknown(scheme.slice(0, 40)));
    if (!/^(?:[1-9]\d{0,4})?$/.test(page)) throw new BadQuery(t.errors.badCursor(page.slice(0, 40)));
    const all = endingSoon(register, today, EXPIRING_DAYS)
      .filter(({ certificate }) => scheme === '' || certificate.scheme === scheme)
      .sort((a, b) => b.daysLeft - a.daysLeft);
    const from = (Number(page || 1) - 1) * PER_PAGE;
    const link = (rel: string, href: string) =>
      `<link rel="${rel}" type="application/atom+xml" href="${xmlText(origin + href)}"/>`;
    const query = { scheme: scheme || undefined };
    const subscription = paths.expiringFeed(query);
    const more = from + PER_PAGE < all.length;
    const name = isSchemeId(scheme) ? [getScheme(scheme).shortName[language]] : [];
    const newest = all[0] ? enteredAt(all[0]) : `${today}T00:00:00+08:00`;
    res
      .set({ 'Cache-Control': SHARED_AT_ANY_TIME, 'Content-Type': 'application/atom+xml; charset=utf-8' })
      .send(`<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${languageTag[language]}">
<id>${urnOf(origin, subscription)}</id>
<title>${xmlText([t.providers.state.expiring, ...name].join('｜'))}</title>
<updated>${newest}</updated>
<author><name>${xmlText(t.site.name)}</name><uri>${xmlText(origin)}</uri></author>
${link('self', req.originalUrl)}
${link('first', subscription)}
${more ? `${link('next', paths.expiringFeed({ ...query, page: Number(page || 1) + 1 }))}\n` : ''}<link rel="alternate" type="text/html" href="${xmlText(origin + paths.providers({ ...query, state: 'expiring' }))}"/>
${all
  .slice(from, from + PER_PAGE)
  .map((one) => entryXml(one, origin, visit))
  .join('\n')}
</feed>
`);
  });
}

/** The beginning of the first day on which it ends within the 90 days, in Taipei. */
const enteredAt = ({ until }: Ending) => `${addDays(until, -EXPIRING_DAYS)}T00:00:00+08:00`;

function entryXml(one: Ending, origin: string, { t, paths, language, show }: Visit): string {
  const { provider, certificate, until } = one;
  const registration = [getScheme(certificate.scheme).shortName[language], certificate.number]
    .filter(Boolean)
    .join(' ');
  const sentence = t.rules.partners['valid-until'](show.day(until));
  const page = certificate.number
    ? paths.certificate(certificate.scheme, certificate.number)
    : paths.provider(provider.ubn);
  return `<entry>
<id>${urnOf(origin, 'expiring', provider.ubn, certificate.scheme, certificate.number ?? '', until)}</id>
<title>${xmlText(show.labelled(provider.name, registration))}</title>
<updated>${enteredAt(one)}</updated>
<link rel="alternate" type="text/html" href="${xmlText(origin + page)}"/>
<content type="text">${xmlText(show.sentence(sentence))}</content>
</entry>`;
}
