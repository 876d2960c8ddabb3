import { modelOrigin, type Programme } from '@aipower/programme';
import { asking } from './generated/questions.ts';

/** What people put around the name of a model when they ask whether it may be used. */
const mayBeUsed = new RegExp(`^(?:${asking.models})$`, 'u');

/** Whether the words ask about a model by its name: 可以用 llama 嗎. */
export function asksForModel(typed: string, programme: Programme): boolean {
  const tokens = typed.split(/\s+|(?<=\p{Script=Han})(?=[a-z])|(?<=[a-z\d])(?=\p{Script=Han})/u);
  // Gemma 4 is one name.
  const name = tokens.filter((token) => !mayBeUsed.test(token)).join(' ');
  if (!/^[a-z][\w.:/-]{2,60}(?: v?\d[\w.]{0,8})?$/.test(name)) return false;
  return modelOrigin(programme, name).reason !== 'unknown-model';
}
