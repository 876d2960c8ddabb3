// What the tests use of validators that ship no types.
declare module 'jskos-validate' {
  interface Validator {
    (data: unknown, options?: { knownSchemes: unknown[] }): boolean;
    errorMessages: string[] | null;
  }
  export const validate: { concept: Validator; scheme: Validator };
}

declare module 'datapackage' {
  interface Resource {
    valid: boolean;
    errors: Error[];
    read(options: { keyed: true }): Promise<Record<string, string | null>[]>;
  }
  export class Package {
    static load(descriptor: unknown, options?: { basePath?: string; strict?: boolean }): Promise<Package>;
    valid: boolean;
    errors: Error[];
    resources: Resource[];
  }
}

declare module 'rdf-parser-csvw' {
  import type { Quad, Store } from 'n3';

  export default class CsvwParser {
    constructor(options: { metadata: Store; baseIRI: string });
    import(csv: NodeJS.ReadableStream): AsyncIterable<Quad>;
  }
}
