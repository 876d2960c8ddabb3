import type { Request, Response } from 'express';
import multer from 'multer';

/** Sheets of ten thousand rows stay far below. */
export const MAX_BYTES = 8 * 1024 * 1024;
/** For pasted text and for the table that travels with the page. */
export const MAX_FIELD_BYTES = 2 * MAX_BYTES;

/**
 * Keeps a file in memory. One above the limit is read to its end and dropped, where multer's own limit would end the
 * reading: the other fields of the form stand behind the file, and would be lost with it.
 */
const storage: multer.StorageEngine = {
  _handleFile(_req, { stream }, done) {
    const chunks: Buffer[] = [];
    let size = 0;
    stream.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= MAX_BYTES) chunks.push(chunk);
      else chunks.length = 0;
    });
    stream.on('error', done);
    stream.on('end', () => done(null, { buffer: Buffer.concat(chunks), size }));
  },
  _removeFile(_req, _file, done) {
    done(null);
  },
};

const receive = multer({
  storage,
  // File names come in UTF-8 from every browser; the library reads Latin-1 unless told.
  defParamCharset: 'utf8',
  limits: { fieldSize: MAX_FIELD_BYTES, files: 1, fields: 40, parts: 41, fieldNameSize: 60 },
}).single('file');

/** What keeps a form from being read: its file or a field is above its limit, or its body is broken. */
export type UploadFault = 'file-too-large' | 'field-too-large' | 'malformed';

/**
 * Reads a multipart form with at most one file, in memory and nowhere else.
 * @returns `null` when it was read. After a fault `req.body` holds the fields that were: all of them when only the file is
 *   too large, else those before the one at fault.
 */
export function receiveUpload(req: Request, res: Response): Promise<UploadFault | null> {
  return new Promise((resolve, reject) => {
    receive(req, res, (error: unknown) => {
      if (!error) return resolve(req.file && req.file.size > MAX_BYTES ? 'file-too-large' : null);
      if (!(error instanceof multer.MulterError)) return isBroken(error) ? resolve('malformed') : reject(error);
      resolve(error.code === 'LIMIT_FIELD_VALUE' ? 'field-too-large' : 'malformed');
    });
  });
}

/** busboy and multer throw plain errors for bodies that break off or have no boundary; a cancelled upload is one. */
function isBroken(error: unknown): boolean {
  return (
    error instanceof Error &&
    /Multipart|boundary|Unexpected end of form|Malformed|Request (aborted|closed)/i.test(error.message)
  );
}
