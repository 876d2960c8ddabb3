import type { Request } from 'express';
import type { Deps } from '../deps.ts';
import { type Visit, visitOf } from '../page/page.ts';
import type { ErrorsAt } from '../problems/error-pages.ts';
import type { DeskPage, Sitter } from './desk-page.ts';

/**
 * What goes wrong is said at the desk it was asked for at: whoever sits there keeps the menu and the way back.
 *
 * @param path of the desk, below the language
 * @param sitterAt who is logged in; where that cannot be found out, or the site is asked too much, nobody
 */
export const errorsAtDesk = (
  deps: Deps,
  page: DeskPage,
  path: string,
  sitterAt: (req: Request, visit: Visit) => Promise<Sitter | null>,
): ErrorsAt => ({
  path,
  async show(req, res, { options, model, isCrowded }) {
    const sitter = isCrowded ? null : await sitterAt(req, visitOf(req, deps.clock)).catch(() => null);
    page(req, res, 'error', options, model, sitter);
  },
});
