import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** A YAML file of test/cases or data, as it is. */
export function readYaml<T>(path: string): T {
  return parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')) as T;
}

interface SampleApplication {
  readonly fictional: boolean;
  readonly programme: string;
  readonly category: 'training' | 'inference';
  readonly submittedAt: string;
  readonly facts: Record<string, unknown>;
  readonly application: Record<string, unknown>;
}

export const sampleApplications = (['training', 'inference'] as const).map((category) =>
  readYaml<SampleApplication>(`data/sample/applications/${category}.yml`),
);

/** The data of programme 115, fresh each time, to be changed by a test. */
export function programmeFile(): Record<string, never> {
  return structuredClone(readYaml<Record<string, never>>('data/programmes/115.yml'));
}
