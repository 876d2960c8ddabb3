import { SaxesParser } from 'saxes';

/** An element as it opens: its name without prefix, and its attributes as they are written. */
export interface Opening {
  readonly name: string;
  /** An attribute by its name, whatever prefix stands before it. */
  attribute(name: string): string | undefined;
}

export interface XmlHandlers {
  open(element: Opening, path: readonly string[]): void;
  /** `path` ends with the element that the text stands in. */
  text(text: string, path: readonly string[]): void;
  /** `path` still ends with the element that closes. */
  close(name: string, path: readonly string[]): void;
}

/** The part is no well-formed XML. */
export class BrokenXml extends Error {
  override name = 'BrokenXml';
}

const SLICE = 64 * 1024;
const MAX_DEPTH = 200;

const local = (name: string) => name.slice(name.indexOf(':') + 1);

/**
 * Reads one XML part from top to bottom, a slice at a time, keeping nothing. The parser is strict, resolves no entity but
 * the five of XML, and opens no address.
 * @throws BrokenXml at the first fault.
 */
export function readXml(bytes: Uint8Array, handlers: XmlHandlers): void {
  const parser = new SaxesParser();
  const path: string[] = [];
  parser.on('error', (error) => {
    throw new BrokenXml(error.message);
  });
  parser.on('doctype', () => {
    throw new BrokenXml('a document type: no office program writes one');
  });
  parser.on('opentag', (tag) => {
    const name = local(tag.name);
    path.push(name);
    if (path.length > MAX_DEPTH) throw new BrokenXml('elements nested too deep');
    const { attributes } = tag;
    handlers.open(
      {
        name,
        attribute(wanted) {
          const plain = attributes[wanted];
          if (plain !== undefined) return plain;
          for (const key in attributes) if (local(key) === wanted) return attributes[key];
          return undefined;
        },
      },
      path,
    );
  });
  parser.on('text', (text) => handlers.text(text, path));
  parser.on('cdata', (text) => handlers.text(text, path));
  parser.on('closetag', () => {
    handlers.close(path.at(-1)!, path);
    path.pop();
  });
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  const decoder = new TextDecoder(wide, { fatal: true });
  try {
    for (let at = 0; at < bytes.length; at += SLICE)
      parser.write(decoder.decode(bytes.subarray(at, at + SLICE), { stream: true }));
    parser.write(decoder.decode());
    parser.close();
  } catch (error) {
    if (error instanceof TypeError && 'code' in error) throw new BrokenXml('text that is not UTF-8');
    throw error;
  }
}
