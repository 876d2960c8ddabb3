import type { Facts } from '@aipower/applications';
import { getScheme, type TaxUnit } from '@aipower/registry';
import { taipeiToday } from '../../clock.ts';
import type { Deps } from '../../deps.ts';
import type { Visit } from '../../page/page.ts';
import { holdingsOf, markOf } from '../../presenters/holding.ts';
import type { Company } from './company.ts';

/** What the desk's rules need to know of the company and the case file cannot: is it a branch? */
export async function outsideFacts({ register }: Deps, { ubn, kind }: Company): Promise<Facts> {
  if (kind === 'branch') return { establishment: 'branch' };
  const unit = register.tax.status().loaded ? await register.tax.byUbn(ubn) : null;
  if (unit) return { establishment: unit.headOfficeUbn === null ? 'head-office' : 'branch' };
  return { establishment: kind === 'company' ? 'head-office' : 'unknown' };
}

/** What card, tax register and register say of the company that logged in. */
export async function companyView(deps: Deps, company: Company, { t, show, language }: Visit) {
  const { register } = deps;
  const words = t.apply.company;
  const { loaded, snapshotOn } = register.tax.status();
  const unit: TaxUnit | null = loaded ? await register.tax.byUbn(company.ubn) : null;
  const provider = register.snapshot().provider(company.ubn);
  const kinds: Readonly<Record<string, string>> = words.kinds;
  const headOffice = unit?.headOfficeUbn ?? (company.kind === 'branch' ? t.words.unknown : null);
  return {
    card: {
      ...company,
      kind: kinds[company.kind] ?? t.words.unknown,
      until: show.day(String(company.detail['validUntil']).slice(0, 10)),
    },
    warning: headOffice === null ? null : words.headOffice(headOffice),
    tax: {
      loaded,
      day: snapshotOn ? show.day(snapshotOn) : t.words.unknown,
      unit,
      differs: unit !== null && unit.name !== company.name,
      industries: unit ? show.list(unit.industries.map(({ code, name }) => `${code} ${name}`)) : '',
      since: unit?.taxRegisteredOn ? show.day(unit.taxRegisteredOn) : t.words.unknown,
    },
    holdings: provider
      ? holdingsOf(provider, taipeiToday(deps.clock)).map(({ certificate, state }) => ({
          status: markOf[state],
          word: t.providers.state[state],
          scheme: getScheme(certificate.scheme).shortName[language],
          number: certificate.number ?? '',
        }))
      : [],
  };
}
