import busboy from 'busboy';
import type { Request } from 'express';

/** Sheets of ten thousand rows stay far below. */
export const MAX_BYTES = 8 * 1024 * 1024;
/** For all that is not the file: pasted text, and the table that travels with the page. */
export const MAX_FIELD_BYTES = 2 * MAX_BYTES;
/** Heads of the parts and their borders. */
const MAX_FRAME_BYTES = 64 * 1024;

/** What keeps a form from being read: its file or a field is above its limit, or its body is broken. */
export type UploadFault = 'file-too-large' | 'field-too-large' | 'malformed';

export interface Upload {
  /** Name → value as sent; several values where a name came several times. No name has a meaning here, `__proto__` neither. */
  readonly fields: Readonly<Record<string, string | readonly string[]>>;
  readonly file: { readonly name: string; readonly bytes: Buffer } | null;
  /** The file that was chosen, also where it is empty or too large to be kept; `null`: none was chosen. `size` in bytes. */
  readonly chosen: { readonly name: string; readonly size: number } | null;
  /** `null` when all was read. Else `fields` holds what was: everything when only the file is too large, else what came before. */
  readonly fault: UploadFault | null;
}

/**
 * Reads a multipart form with at most one file, in memory and nowhere else. What is kept of it is bounded as a whole, not
 * field by field, and reading ends at the first field that the form does not have: its answer is an error anyway.
 *
 * A file above its limit is read to its end and dropped, because the other fields of the form may stand behind it.
 *
 * @param known the names that the form has
 * @param options.most how many fields the form can have: where several boxes are ticked under one name, each is one
 */
export function receiveUpload(
  req: Request,
  known: readonly string[],
  { most = 40 }: { readonly most?: number } = {},
): Promise<Upload> {
  return new Promise((resolve) => {
    const fields: Record<string, string | string[]> = Object.create(null);
    let file: Upload['file'] = null;
    let chosenName: string | null = null;
    let size = 0;
    let received = 0;
    let ended = false;

    const end = (fault: UploadFault | null) => {
      if (ended) return;
      ended = true;
      req.off('data', count);
      req.unpipe();
      // The rest is thrown away as it comes, within the time a request has; the answer need not wait for it.
      req.resume();
      const chosen = chosenName === null ? null : { name: chosenName, size };
      resolve({ fields, file, chosen, fault: fault ?? (size > MAX_BYTES ? 'file-too-large' : null) });
    };

    function count(chunk: Buffer): void {
      received += chunk.length;
      if (received - size > MAX_FIELD_BYTES + MAX_FRAME_BYTES) end('field-too-large');
    }

    let parser: busboy.Busboy;
    try {
      parser = busboy({
        headers: req.headers,
        // File names come in UTF-8 from every browser; the library reads Latin-1 unless told.
        defParamCharset: 'utf8',
        limits: { fieldSize: MAX_FIELD_BYTES, files: 1, fields: most, parts: most + 1, fieldNameSize: 60 },
      });
    } catch {
      // No multipart form, or one without a border.
      return end('malformed');
    }
    // A part may have no name at all, whatever the types say.
    parser.on('field', (name = '', value, { nameTruncated, valueTruncated }) => {
      if (ended) return;
      if (nameTruncated) return end('malformed');
      if (valueTruncated) return end('field-too-large');
      const before = fields[name];
      fields[name] = before === undefined ? value : [before, value].flat();
      if (!known.includes(name)) end(null);
    });
    parser.on('file', (name = '', stream, { filename }) => {
      const chunks: Buffer[] = [];
      // A box that was left empty is sent as a file without a name and without a byte.
      if (name === 'file' && filename !== undefined) chosenName = fileName(filename);
      // Counted apart from the rest also while it is dropped.
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size <= MAX_BYTES) chunks.push(chunk);
        else chunks.length = 0;
      });
      stream.on('error', () => end('malformed'));
      stream.on('end', () => {
        if (name !== 'file') {
          fields[name.slice(0, 60)] = '';
          return end(null);
        }
        if (size > 0) file = { name: fileName(filename), bytes: Buffer.concat(chunks) };
      });
    });
    for (const event of ['partsLimit', 'filesLimit', 'fieldsLimit']) parser.on(event, () => end('malformed'));
    parser.on('error', () => end('malformed'));
    parser.on('close', () => end(null));
    req.once('close', () => end('malformed'));
    req.on('data', count);
    req.pipe(parser);
  });
}

/** Signs that are not seen, among them those that turn the order of what is read: a name must read as it is. */
const UNSEEN = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/** What a browser calls the file, as it can be shown, without the halves of letters that cutting it may leave. */
const fileName = (sent: string | undefined) => (sent ?? 'sheet').replace(UNSEEN, '').slice(0, 200).toWellFormed();
