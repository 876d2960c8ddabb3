import { claimsNothing } from '../bonus/not-claimed.ts';
import { modelOriginData } from '../generated/model-origins.ts';
import type { Programme } from '../programme/parse-programme.ts';
import { assertProgramme } from '../programme/programme.ts';
import { listedName } from './listed.ts';
import { maxModelName, modelKey } from './model-name.ts';
import { type Recognised, recognise, unreadWords } from './recognise.ts';

/** A model as field of the form describe it. At least one of `name` and `base` is needed. */
export interface ModelDescription {
  /** Any writing: a name, a repository, a link. */
  readonly name?: string | undefined;
  /** The model it was made from (A-4 基礎模型名稱). */
  readonly base?: string | undefined;
  /** The model it was distilled from. */
  readonly teacher?: string | undefined;
  /** An embedding, reranker, OCR or TTS part inside an allowed system. */
  readonly component?: boolean | undefined;
}

/** Why a model has its answer. A code never changes its meaning. */
export const modelOriginReasons = [
  'in-programme-list',
  /** Listed, and the list wins; but the publisher, base or teacher stated beside the name is of Chinese origin. */
  'listed-though-stated-otherwise',
  'chinese-publisher',
  'chinese-family',
  'chinese-base',
  /** Base and teacher, or publisher and family, come from different places. */
  'mixed-origin',
  'component-of-chinese-origin',
  /** The base is on the list; the model made of it is not. */
  'base-listed',
  /** Made of, or itself, a known model from outside China that the list does not name. */
  'known-but-not-listed',
  'unknown-model',
] as const;
/** One of {@link modelOriginReasons}. */
export type ModelOriginReason = (typeof modelOriginReasons)[number];

/** One name of a description, and what was recognised in it. */
export interface ModelPart {
  /** The model itself, what it was made from, or the model it was distilled from. */
  readonly part: 'name' | 'base' | 'teacher';
  /** As it stands in the text. */
  readonly text: string;
  /** Name of the listed model it was read as; `null` when it is none. */
  readonly listed: string | null;
  /** Publishers and families that were found in it, with the country of origin; empty when nothing is known. */
  readonly recognised: readonly {
    readonly id: string;
    readonly name: string;
    readonly origin: string;
    readonly by: string;
    readonly how: 'publisher' | 'family';
  }[];
  /** Words of the name that say nothing known, in lower case: what the organiser has to be asked about. */
  readonly unread: readonly string[];
}

/** Listed, forbidden, or a question to the organiser; with its reason. */
export interface ModelOriginAnswer {
  /** `ask-organiser`: neither list nor rule decides. */
  readonly answer: 'listed' | 'forbidden' | 'ask-organiser';
  /** Why the answer is what it is. */
  readonly reason: ModelOriginReason;
  /** The model's name as the programme prints it, when it is listed. */
  readonly listed: string | null;
  /** Environments whose lists name it (category and environment). */
  readonly environments: readonly { readonly category: string; readonly environment: string }[];
  /** What a listed model is made from, where known. */
  readonly listedBase: string | null;
  /** What the text was taken apart into, in its order. */
  readonly parts: readonly ModelPart[];
  /** The rule in the programme, and the origin data. */
  readonly source: { readonly rule: string; readonly origins: string };
}

/**
 * May this model be used on the platform, as far as its origin goes?
 *
 * The programme's own list wins over everything else. Otherwise name, base and teacher are all checked: Chinese origin or
 * capital is forbidden, also under another publisher, quantised, or as the base of a derivative; mixed origin and what nobody knows is for the
 * organiser to say. Never "allowed": only the list allows.
 *
 * @param model a name, or a description with base and teacher; each at most 300 characters. 無 beside another
 * part counts as left out.
 * @throws TypeError when nothing is named or a name is too long.
 * @example modelOrigin(programme115, 'Qwen/Qwen2.5-7B-Instruct').answer // 'forbidden'
 */
export function modelOrigin(programme: Programme, model: string | ModelDescription): ModelOriginAnswer {
  assertProgramme(programme, 'modelOrigin(programme)');
  const described = typeof model === 'string' ? { name: model } : (model ?? {});
  const given = (['name', 'base', 'teacher'] as const).flatMap((part): ModelPart[] => {
    const text = described[part];
    if (text === undefined || text === null || (typeof text === 'string' && text.trim() === '')) return [];
    if (typeof text !== 'string' || text.length > maxModelName) {
      throw new TypeError(`modelOrigin(${part}): expected text of at most ${maxModelName} characters`);
    }
    const listed = listedName(programme, text);
    return [{ part, text, listed, recognised: recognise(text).map(summary), unread: listed ? [] : unreadWords(text) }];
  });
  const telling = given.filter(({ text }) => !claimsNothing(text));
  const parts = telling.length > 0 ? telling : given;
  const name = parts.find(({ part }) => part === 'name');
  const base = parts.find(({ part }) => part === 'base');
  if (!name && !base) throw new TypeError('modelOrigin(model): name a model, or its base');

  const shown = (name ?? base)!;
  const listed = shown.listed;
  const decided = listed ? decideListed(parts) : decide(parts, described.component === true);
  return {
    ...decided,
    listed,
    environments: listed ? environmentsOf(programme, listed) : [],
    listedBase: listed
      ? (modelOriginData.bases.find(({ match }) => modelKey(listed).includes(modelKey(match)))?.base ?? null)
      : null,
    parts,
    source: { rule: `${programme.source}: forbiddenUse.chinese-models-and-tools`, origins: 'data/model-origins.yml' },
  };
}

type Decision = Pick<ModelOriginAnswer, 'answer' | 'reason'>;

function decideListed(parts: readonly ModelPart[]): Decision {
  const otherwise = parts.some(({ recognised }) => recognised.some(({ origin }) => origin === 'CN'));
  return { answer: 'listed', reason: otherwise ? 'listed-though-stated-otherwise' : 'in-programme-list' };
}

function decide(parts: readonly ModelPart[], component: boolean): Decision {
  const all = parts.flatMap(({ recognised }) => recognised);
  const chinese = all.filter(({ origin }) => origin === 'CN');
  if (chinese.length === 0) {
    // An applicant's own name for what it made says nothing; the base does, and so does a teacher.
    const base = parts.find(({ part }) => part === 'base');
    const telling = parts.filter(({ part }) => !base || part !== 'name');
    const known = telling.every(({ recognised, listed }) => recognised.length > 0 || listed !== null);
    if (!known) return { answer: 'ask-organiser', reason: 'unknown-model' };
    const allListed = telling.every(({ listed }) => listed !== null);
    return { answer: 'ask-organiser', reason: allListed ? 'base-listed' : 'known-but-not-listed' };
  }
  if (component) return { answer: 'ask-organiser', reason: 'component-of-chinese-origin' };
  const name = parts.find(({ part }) => part === 'name');
  // Who publishes a copy, and what was made of it, changes nothing: it is never milder than its base.
  const itself = name !== undefined && isChinese(name);
  if (!itself && !parts.some((part) => part.part === 'base' && isChinese(part)))
    return { answer: 'ask-organiser', reason: 'mixed-origin' };
  if (!itself) return { answer: 'forbidden', reason: 'chinese-base' };
  const byPublisher = name.recognised.some(({ how, origin }) => how === 'publisher' && origin === 'CN');
  return { answer: 'forbidden', reason: byPublisher ? 'chinese-publisher' : 'chinese-family' };
}

/**
 * Is it a model of Chinese origin? Its publisher, or the family its name begins with, is Chinese (DeepSeek-R1-Distill-Llama), or no other
 * family is named (dolphin-qwen2). Llama-3-Qwen-Distill is somebody else's that learned from a Chinese one.
 */
function isChinese({ recognised }: ModelPart): boolean {
  if (recognised.some(({ how, origin }) => how === 'publisher' && origin === 'CN')) return true;
  return recognised.find(({ how }) => how === 'family')?.origin === 'CN';
}

function environmentsOf(programme: Programme, listed: string) {
  const key = modelKey(listed);
  return programme.modelLists
    .filter(({ models }) => models.some(({ name }) => modelKey(name) === key))
    .map(({ category, environment }) => ({ category, environment }));
}

function summary({ organisation: { id, name, origin }, by, how }: Recognised): ModelPart['recognised'][number] {
  return { id, name, origin, by, how };
}
