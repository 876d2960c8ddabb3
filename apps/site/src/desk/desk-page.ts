import type { Request, Response } from 'express';
import type { Deps } from '../deps.ts';
import { type PageOptions, type PageRenderer, visitOf } from '../page/page.ts';
import type { Views } from '../page/views.ts';
import type { Place } from './sessions.ts';

/** Who sits at the desk, as the masthead says it. */
export interface Sitter {
  readonly name: string;
  readonly id: string;
  /** What somebody of staff may do: the menu names no page that would refuse them. */
  readonly roles?: readonly string[];
}

export type DeskPage = <Name extends keyof Views>(
  req: Request,
  res: Response,
  view: Name,
  options: PageOptions,
  model: Views[Name],
  sitter?: Sitter | null,
) => void;

interface Entry {
  readonly label: string;
  readonly href: string;
  readonly roles?: readonly string[];
}

/** The pages of a desk: a light masthead with the name of the place, who is logged in, and nothing kept by anybody between. */
export function deskPage(deps: Deps, page: PageRenderer, place: Place): DeskPage {
  return (req, res, view, options, model, sitter = null) => {
    const { t, paths, rest } = visitOf(req, deps.clock);
    const here = rest.split('?')[0];
    const home = place.name === 'apply' ? paths.apply() : paths.staff();
    const navs: Readonly<Record<Place['name'], readonly Entry[]>> = {
      apply: [
        { label: t.desk.guide, href: paths.programme() },
        { label: t.desk.mine, href: paths.apply() },
        { label: t.desk.environment, href: paths.applyEnvironment() },
      ],
      staff: [
        { label: t.desk.queue, href: paths.staff() },
        { label: t.desk.rounds, href: paths.staffRounds() },
        { label: t.desk.awards, href: paths.staffAwards(), roles: ['officer', 'chair', 'auditor'] },
        { label: t.desk.outbox, href: paths.staffOutbox(), roles: ['officer'] },
        { label: t.desk.dashboard, href: paths.staffDashboard(), roles: ['officer', 'chair', 'auditor'] },
        { label: t.desk.audit, href: paths.staffAudit() },
        { label: t.desk.sheet, href: paths.verifySheet() },
        { label: t.desk.guide, href: paths.programme() },
      ],
    };
    const mayOpen = ({ roles }: Entry) => !roles || roles.some((role) => sitter?.roles?.includes(role));
    const nav = place.name === 'staff' && !sitter ? [] : navs[place.name].filter(mayOpen);
    const desk = {
      place: t.desk.places[place.name],
      home,
      nav: nav.map(({ label, href }) => ({ label, href, current: href.replace(/^\/en/, '') === here })),
      sitter,
      logout: `${home}/logout`,
    };
    page(req, res, view, { ...options, desk }, model);
  };
}

/** Every entry of a form, one after the other, to be carried by another. */
export function keptEntries(body: unknown): readonly { readonly name: string; readonly value: string }[] {
  return Object.entries((body ?? {}) as Record<string, string | string[]>).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((one) => ({ name, value: String(one) })),
  );
}
