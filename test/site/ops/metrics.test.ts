import { afterEach, expect, it } from 'vitest';
import { type SiteProcess, startProcess } from './site-process.ts';

let site: SiteProcess | undefined;
afterEach(() => site?.clean());

it('figures stand on a port of their own, not on the public one, and name nobody', async () => {
  site = startProcess({ METRICS_PORT: '0' });
  const url = await site.ready;
  for (const path of ['/', '/providers/00000254?x=1', '/nothing-here']) await fetch(url + path);
  expect((await fetch(`${url}/metrics`)).status).toBe(404);
  await expect.poll(() => site!.stdout()).toContain('figures for Prometheus');
  const line = site
    .stdout()
    .split('\n')
    .find((one) => one.includes('figures for Prometheus'))!;
  const metrics = await fetch(`http://127.0.0.1:${JSON.parse(line).port}/metrics`);
  expect(metrics.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  const text = await metrics.text();
  // Every line is a comment or a sample of the exposition format.
  for (const one of text.trim().split('\n'))
    expect(one).toMatch(/^(# (HELP|TYPE) aipower_\w+ .+|aipower_\w+(\{\w+="[^"]*"(,\w+="[^"]*")*\})? -?[\d.e+-]+)$/);
  const value = (name: string) =>
    Number(
      text
        .split('\n')
        .find((one) => one.startsWith(`${name} `))!
        .split(' ')[1],
    );
  expect(value('aipower_request_seconds_count{method="GET",status="2xx"}')).toBeGreaterThan(0);
  expect(value('aipower_request_seconds_count{method="GET",status="4xx"}')).toBeGreaterThan(1);
  expect(value('aipower_register_revision')).toBe(1);
  expect(value('aipower_register_failing')).toBe(0);
  expect(value('aipower_resident_memory_bytes')).toBeGreaterThan(1e7);
  expect(text).toContain('aipower_list_age_days{scheme="ai"} 0');
  expect(text).not.toMatch(/00000254|nothing-here|providers/);
});
