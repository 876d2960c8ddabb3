/**
 * The register in other people's tools, with the tools themselves: `npm run interop`. Not part of `npm test`, for OpenRefine
 * comes from Debian (`apt-get install --no-install-recommends openrefine`) and needs Java.
 */
import { strict as assert } from 'node:assert';
import { matchCompany } from '@aipower/matcher';
import { parse } from 'csv-parse/sync';
import { startSite } from '../site/running-site.ts';
import { OpenRefine, openRefineVersion } from './openrefine.ts';

const version = openRefineVersion();
if (version === null) {
  console.error('openrefine is not installed: apt-get install --no-install-recommends openrefine');
  process.exit(2);
}

const engineConfig = { facets: [], mode: 'row-based' };
const site = await startSite({ SAMPLE_DATA: 'yes' });
const refine = await OpenRefine.start();
try {
  const manifest = (await (await fetch(`${site.url}/reconcile`)).json()) as Record<string, string>;
  const { identifierSpace, schemaSpace } = manifest;
  const { providers } = site.deps.register.snapshot();
  const names = providers.flatMap(({ name }) => [name, name.replace('股份有限公司', '(股)公司'), name.slice(0, -4)]);
  const project = await refine.createProject('firms', ['name', ...names].join('\n'));
  const started = performance.now();
  await refine.apply(project, [
    {
      op: 'core/recon',
      engineConfig,
      columnName: 'name',
      config: {
        mode: 'standard-service',
        service: `${site.url}/reconcile`,
        identifierSpace,
        schemaSpace,
        type: { id: 'firm', name: 'firm' },
        autoMatch: true,
        columnDetails: [],
        limit: 0,
      },
    },
  ]);
  const seconds = (performance.now() - started) / 1000;
  await refine.apply(project, [
    {
      op: 'core/column-addition',
      engineConfig,
      baseColumnName: 'name',
      newColumnName: 'id',
      expression: "grel:if(cell.recon.matched, cell.recon.match.id, '')",
      onError: 'store-error',
      columnInsertIndex: 1,
    },
    {
      op: 'core/extend-reconciled-data',
      engineConfig,
      baseColumnName: 'name',
      endpoint: `${site.url}/reconcile`,
      identifierSpace,
      schemaSpace,
      extension: {
        properties: [
          { id: 'ubn', name: 'ubn' },
          { id: 'state_code', name: 'state_code' },
        ],
      },
      columnInsertIndex: 2,
    },
  ]);
  const rows = parse(await refine.rows(project), { columns: true }) as Record<string, string>[];
  const named = rows.filter((row) => row['name'] !== '');
  assert.equal(named.length, names.length);
  const index = await site.deps.companies();
  let matched = 0;
  for (const [i, row] of named.entries()) {
    const link = matchCompany(index, { name: names[i]! }).link?.ubn ?? '';
    assert.equal(row['id'], link, `${names[i]}: ${row['id']} in OpenRefine, ${link} by the matcher`);
    if (link === '') continue;
    matched++;
    // Columns are called as the service calls its properties.
    assert.equal(row['統一編號'], link, 'the 統一編號 came as text');
    const states = site.deps.register.provider(link)!.certificates.length;
    assert.equal(row['狀態代碼'] !== '', states > 0, `${names[i]}: a state where there is a certificate`);
  }
  assert.ok(matched > 0 && matched < names.length);
  console.log(
    `OpenRefine ${version}: ${names.length} names reconciled in ${seconds.toFixed(1)} s, ${matched} matched as the matcher links them; ubn and state fetched for each.`,
  );
} finally {
  await refine.stop();
  await site.stop();
}
