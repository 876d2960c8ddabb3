import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { taipeiIso } from '@aipower/taiwan/dates';
import type { Request, Response } from 'express';
import { type Clock, taipeiToday } from '../clock.ts';
import { assetAddress } from './asset-address.ts';
import { type Language, languageTag, splitLanguage } from './language.ts';
import { isForEverybody, menuPages, ownAddress, pages } from './pages.ts';
import { inLanguage, type Paths, pathsFor } from './paths.ts';
import { type Show, showIn } from './show.ts';
import type { DeskFrame, PageFrame, Views } from './views.ts';
import { en } from './words.en.ts';
import { type Messages, zh } from './words.zh.ts';

const messages: Readonly<Record<Language, Messages>> = { zh, en };
const paths: Readonly<Record<Language, Paths>> = { zh: pathsFor('zh'), en: pathsFor('en') };
const shows: Readonly<Record<Language, Show>> = { zh: showIn('zh'), en: showIn('en') };

/** What every route knows of its visitor: language, words, addresses, the day in Taipei. */
export interface Visit {
  readonly language: Language;
  readonly t: Messages;
  readonly paths: Paths;
  readonly show: Show;
  readonly today: string;
  /** The address without its language prefix, with that part of its query which the page reads. */
  readonly rest: string;
}

export function visitOf(req: Request, clock: Clock): Visit {
  const address = ownAddress(req.originalUrl);
  const { language, rest } = splitLanguage(address.split('?')[0] ?? '/');
  const query = address.includes('?') ? address.slice(address.indexOf('?')) : '';
  return visitIn(language, taipeiToday(clock), rest + query);
}

/** What a page would know of a visitor who reads this language: for answers to programs in the words of the pages. */
export function visitIn(language: Language, today: string, rest = '/'): Visit {
  return { language, t: messages[language], paths: paths[language], show: shows[language], today, rest };
}

export interface PageOptions {
  readonly title: string;
  readonly description?: string;
  /** schema.org description of what the page is about; escaped here. */
  readonly jsonLd?: object;
  readonly status?: number;
  /** The one address of what is shown, without its language prefix, when it is shown under several. */
  readonly canonical?: string;
  /** What was posted to this page: the switch of language posts it again, so that nothing typed is lost. */
  readonly posted?: Readonly<Record<string, string>>;
  /** The id of a form on the page that the switch of language sends instead: one that carries more than fields. */
  readonly carriedBy?: string;
  /** Set on the pages of a desk: its masthead, and nobody between keeps the page. */
  readonly desk?: DeskFrame | undefined;
}

/** Renders a page and sends it: the model must be what the template of that name shows. */
export type PageRenderer = <Name extends keyof Views>(
  req: Request,
  res: Response,
  view: Name,
  options: PageOptions,
  model: Views[Name],
) => void;

interface RendererParts {
  readonly render: (view: string, locals: object) => string;
  readonly clock: Clock;
  readonly origin: string;
  readonly publicDirectory: string;
  /** Where the joined style sheets are served, with the digests of their content. */
  readonly styles: Readonly<Record<'css' | 'deskCss', string>>;
  /** Whether the register in use is the fictional sample. */
  readonly isSample: () => boolean;
  /** Since when what is shown could not be confirmed; `null`: it is current. */
  readonly lateSince: () => Date | null;
  /** Whether the clock shows the day of a demonstration. */
  readonly isDemonstration: () => boolean;
  /** What caches between us and the visitor may do with the page that is asked for; `null`: nothing. */
  readonly shared: (req: Request) => { readonly cacheControl: string; readonly version: string } | null;
  /** The page as it leaves: its addresses as they are from outside. */
  readonly fromOutside: (html: string) => string;
  /** Takes a page that has just been sent, for the next visitor who asks for the same. */
  readonly keep: (res: Response, body: Buffer) => void;
}

/** The version in an asset's address changes with its content, so that it may be cached for a year. */
function asset(directory: string, file: string): string {
  return assetAddress(file, readFileSync(join(directory, file)));
}

/** A form that comes back with its faults marked; its title says so first, for whoever only hears the title. */
const refused: ReadonlySet<number> = new Set([400, 413]);
/** A page that is nothing but the fault says so in its own title. */
const unmarked: ReadonlySet<string> = new Set(['error']);

export function pageRenderer(parts: RendererParts): PageRenderer {
  const file = (name: string) => asset(parts.publicDirectory, name);
  const assets = {
    ...parts.styles,
    js: file('site.js'),
    sheet: file('sheet.js'),
    card: file('generated/card.js'),
    draft: file('draft.js'),
  };
  return (req, res, view, options, model) => {
    const visit = visitOf(req, parts.clock);
    const { language, rest } = visit;
    const other: Language = language === 'zh' ? 'en' : 'zh';
    const late = parts.lateSince();
    const frame: PageFrame = {
      title:
        !unmarked.has(view) && refused.has(options.status ?? 200)
          ? visit.t.errors.titled(options.title)
          : options.title,
      description: options.description ?? visit.t.home.lead,
      // "</script>" inside the data must not end the element.
      jsonLd: options.jsonLd && JSON.stringify(options.jsonLd).replaceAll('<', '\\u003c'),
      languageTag: languageTag[language],
      canonical: parts.origin + inLanguage(language, options.canonical ?? rest),
      alternates: hasAddress(req, options) ? alternates(parts.origin, options.canonical ?? rest) : [],
      other: { language: other, tag: languageTag[other], href: inLanguage(other, rest) },
      nav: navigation(visit),
      sample: parts.isSample(),
      late: late && visit.show.moment(taipeiIso(late)),
      demonstration: parts.isDemonstration() ? visit.show.day(visit.today) : null,
      desk: options.desk,
      printedAt: visit.show.day(visit.today),
      assets,
      posted: options.posted,
      carriedBy: options.carriedBy,
      sources: /[?&]sources=1(?:&|$)/.test(rest),
    };
    const html = parts.fromOutside(parts.render(view, { ...visit, ...frame, view: model }));
    // Once, for the digest of its ETag, for sending and for keeping: a long Chinese page takes 50 µs each time.
    const body = bytesOf(html);
    const status = options.status ?? 200;
    const shared = status === 200 && !options.desk ? parts.shared(req) : null;
    // Of the content, so that it is right after every release, too.
    if (shared) res.setHeader('ETag', `W/"${shared.version}-${digestOf(body)}"`);
    res.setHeader('Content-Language', languageTag[language]);
    // Asked for again, by its ETag, each time it is opened, but not on the way back: there the browser shows what it has,
    // where without it the answer to a form would be gone.
    res.setHeader(
      'Cache-Control',
      shared?.cacheControl ?? (isSecret(req, options) ? 'private, no-cache, no-transform' : 'private, no-cache'),
    );
    res.setHeader('Content-Type', 'text/html; charset=utf-8');
    res.status(status).send(body);
    if (res.statusCode === 200) parts.keep(res, body);
  };
}

/**
 * Whether what is shown can be opened again by its address: no answer to a form, no error, and of a desk only what is there
 * before anybody logs in.
 */
const hasAddress = (req: Request, { status = 200, desk }: PageOptions) =>
  req.method !== 'POST' && status === 200 && (desk === undefined || isForEverybody(req.originalUrl) === true);

/** Whether a page is of somebody's desk: not what the desk shows to everybody before they log in. */
const isSecret = (req: Request, options: PageOptions) =>
  options.desk !== undefined && (options.desk.sitter !== null || !hasAddress(req, options));

/** The page in each language and, for whoever reads neither, the Chinese one. */
function alternates(origin: string, rest: string) {
  const href = (language: Language) => origin + inLanguage(language, rest);
  return [
    { tag: languageTag.zh, href: href('zh') },
    { tag: languageTag.en, href: href('en') },
    { tag: 'x-default', href: href('zh') },
  ];
}

const room = Buffer.allocUnsafeSlow(512 * 1024);

/** A text as bytes. `Buffer.from` goes through it twice, once to learn how long it is; written where there is room, it takes two thirds. */
function bytesOf(text: string): Buffer {
  // A character takes three bytes at most.
  return text.length * 3 > room.length ? Buffer.from(text) : Buffer.from(room.subarray(0, room.write(text)));
}

/**
 * Tells two bodies of one address, revision and day apart: another release, a register that was restored, a programme that
 * closed, another tax register. Bodies of one length agree by chance once in 2³²; it takes a fifth of the time of a digest.
 */
const digestOf = (body: Buffer) => `${crc32(body).toString(36)}-${body.length.toString(36)}`;

function navigation({ t, paths: p, rest }: Visit) {
  const path = rest.split('?')[0] ?? '/';
  return menuPages.map((name) => {
    const root = pages[name].path;
    return {
      label: t.nav[name],
      href: p[name](),
      current: path === root || path.startsWith(`${root}/`) || path.startsWith(`${root}.`),
    };
  });
}
