import { claimsNothing } from '../bonus/not-claimed.ts';
import { modelOriginData } from '../generated/model-origins.ts';
import type { Programme } from '../programme/parse-programme.ts';
import { assertProgramme } from '../programme/programme.ts';
import { maxModelName, modelKey, publisher } from './model-name.ts';
import { isPlainBuild, type Recognised, recognise } from './recognise.ts';

/** A model as field of the form describe it. At least one of `name` and `base` is needed. */
export interface ModelDescription {
  readonly name?: string | undefined;
  /** The model it was made from (A-4 基礎模型名稱). */
  readonly base?: string | undefined;
  /** The model it was distilled from. */
  readonly teacher?: string | undefined;
  /** An embedding, reranker, OCR or TTS part inside an allowed system. */
  readonly component?: boolean | undefined;
}

export type ModelOriginReason =
  | 'in-programme-list'
  /** Listed, and the list wins; but the publisher, base or teacher stated beside the name is of Chinese origin. */
  | 'listed-though-stated-otherwise'
  | 'chinese-publisher'
  | 'chinese-family'
  | 'chinese-base'
  /** Base and teacher, or publisher and family, come from different places. */
  | 'mixed-origin'
  | 'component-of-chinese-origin'
  /** The base is on the list; the model made of it is not. */
  | 'base-listed'
  /** Made of, or itself, a known model from outside China that the list does not name. */
  | 'known-but-not-listed'
  | 'unknown-model';

export interface ModelPart {
  readonly part: 'name' | 'base' | 'teacher';
  readonly text: string;
  readonly listed: string | null;
  readonly recognised: readonly {
    readonly id: string;
    readonly name: string;
    readonly origin: string;
    readonly by: string;
    readonly how: 'publisher' | 'family';
  }[];
}

export interface ModelOriginAnswer {
  readonly answer: 'listed' | 'forbidden' | 'ask-organiser';
  readonly reason: ModelOriginReason;
  /** The model's name as the programme prints it, when it is listed. */
  readonly listed: string | null;
  /** Environments whose lists name it (category and environment). */
  readonly environments: readonly { readonly category: string; readonly environment: string }[];
  /** What a listed model is made from, where known. */
  readonly listedBase: string | null;
  readonly parts: readonly ModelPart[];
  /** The rule in the programme, and the origin data. */
  readonly source: { readonly rule: string; readonly origins: string };
}

/**
 * May this model be used on the platform, as far as its origin goes?
 *
 * The programme's own list wins over everything else. Otherwise name, base and teacher are all checked: Chinese origin or
 * capital is forbidden, mixed origin and what nobody knows is for the organiser to say. Never "allowed": only the list allows.
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
    return [{ part, text, listed: listedName(programme, text), recognised: recognise(text).map(summary) }];
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
  if (
    isMixed(
      parts,
      all.some(({ origin }) => origin !== 'CN'),
    )
  )
    return { answer: 'ask-organiser', reason: 'mixed-origin' };
  const inName = parts.find(({ part }) => part === 'name')?.recognised.some(({ origin }) => origin === 'CN');
  if (!inName) return { answer: 'forbidden', reason: 'chinese-base' };
  const byPublisher = chinese.some(({ how }) => how === 'publisher');
  return { answer: 'forbidden', reason: byPublisher ? 'chinese-publisher' : 'chinese-family' };
}

/** A model somebody else made out of a Chinese one, or a Chinese one made out of somebody else's. */
function isMixed(parts: readonly ModelPart[], otherOrigin: boolean): boolean {
  if (otherOrigin) return true;
  const name = parts.find(({ part }) => part === 'name');
  if (!name) return false;
  const by = publisher(name.text);
  // `acme/acme-qwen2.5-7b`: a publisher that is not known beside a Chinese family, unless the name is that of a mere copy.
  const foreignPublisher =
    by !== null && !name.recognised.some(({ how }) => how === 'publisher') && !isPlainBuild(name.text);
  // A name nobody knows over a Chinese base: a fine-tune by others.
  return foreignPublisher || name.recognised.length === 0;
}

function listedName(programme: Programme, text: string): string | null {
  const key = modelKey(text);
  if (key === '') return null;
  for (const { models } of programme.modelLists) {
    const model = models.find(({ name }) => modelKey(name) === key);
    if (model) return model.name;
  }
  return null;
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
