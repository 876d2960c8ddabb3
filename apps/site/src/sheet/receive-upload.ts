import type { Request, Response } from 'express';
import multer from 'multer';

/** Sheets of ten thousand rows stay far below; the same limit holds for pasted text and for the table that travels. */
export const MOST_BYTES = 8 * 1024 * 1024;

const receive = multer({
  storage: multer.memoryStorage(),
  // File names come in UTF-8 from every browser; the library reads Latin-1 unless told.
  defParamCharset: 'utf8',
  limits: { fileSize: MOST_BYTES, fieldSize: MOST_BYTES * 2, files: 1, fields: 40, parts: 41, fieldNameSize: 60 },
}).single('file');

/**
 * Reads a multipart form with at most one file, in memory and nowhere else.
 * @returns `too-large` when the file or a field is above its limit, `malformed` for a broken body, else `null`.
 */
export function receiveUpload(req: Request, res: Response): Promise<'too-large' | 'malformed' | null> {
  return new Promise((resolve, reject) => {
    receive(req, res, (error: unknown) => {
      if (!error) return resolve(null);
      if (!(error instanceof multer.MulterError)) return isBroken(error) ? resolve('malformed') : reject(error);
      resolve(/^LIMIT_(FILE_SIZE|FIELD_VALUE)$/.test(error.code) ? 'too-large' : 'malformed');
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
