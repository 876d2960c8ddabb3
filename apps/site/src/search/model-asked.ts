import { modelOrigin, type Programme } from '@aipower/programme';

/** What people put around the name of a model when they ask whether it may be used. */
const mayBeUsed = /^(?:可以?用|可否使用|能用|能不能用|使用|用|模型|可以|use|used|allowed|model|models)$/u;

/** Whether the words ask about a model by its name: 可以用 llama 嗎. */
export function asksForModel(typed: string, programme: Programme): boolean {
  const tokens = typed.split(/\s+|(?<=\p{Script=Han})(?=[a-z])|(?<=[a-z\d])(?=\p{Script=Han})/u);
  // Gemma 4 is one name.
  const name = tokens.filter((token) => !mayBeUsed.test(token)).join(' ');
  if (!/^[a-z][\w.:/-]{2,60}(?: v?\d[\w.]{0,8})?$/.test(name)) return false;
  return modelOrigin(programme, name).reason !== 'unknown-model';
}
