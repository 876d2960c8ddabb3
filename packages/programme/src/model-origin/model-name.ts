/** Longest model name that is looked at; names on model hubs stay under 100 characters. */
export const maxModelName = 300;

/**
 * One spelling for all writings of a model name: without organisation prefix, case, blanks, hyphens, `-Lora` and `(…B)`.
 * Idempotent.
 * @example modelKey('meta-llama/Llama-4-Scout-17B-16E-Instruct (108B)') // 'llama4scout17b16einstruct'
 */
export function modelKey(name: string): string {
  return words(name).join('');
}

/** A name of an organisation or family without what sets its writings apart: case, width, blanks, points and hyphens. */
export const plainName = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s._-]+/g, '');

/** The parts of a model name between separators, in lower case: `Qwen2.5-7B-Instruct` → qwen2.5, 7b, instruct. */
export function words(name: string): readonly string[] {
  const plain = withoutAddress(name).normalize('NFKC').toLowerCase();
  const bare = plain
    .slice(plain.lastIndexOf('/') + 1)
    // `(23.6B)`, `(120B A12B)`: a size in brackets is a remark, not a name.
    .replace(/\([^()]*\d\s*b\)/g, ' ')
    // Names on model hubs write 3_3 for 3.3.
    .replace(/(?<=\d)_(?=\d)/g, '.')
    .replace(/[^\p{L}\p{N}.]+/gu, ' ')
    .replace(/(?<!\d)\.|\.(?!\d)/g, ' ')
    // 使用DeepSeek模型: a change of script ends a word.
    .replace(/(?<=\p{sc=Han})(?=[a-z\d])|(?<=[a-z\d])(?=\p{sc=Han})/gu, ' ')
    .trim();
  return bare.split(' ').filter((word) => word !== '' && word !== 'lora');
}

/** The publisher before the slash, or null. @example publisher('Qwen/Qwen2.5-7B') // 'qwen' */
export function publisher(name: string): string | null {
  const plain = withoutAddress(name).normalize('NFKC').toLowerCase();
  const slash = plain.indexOf('/');
  return slash > 0 ? plain.slice(0, slash).trim() : null;
}

/** `https://huggingface.co/Qwen/Qwen2.5-7B/tree/main` → `Qwen/Qwen2.5-7B`; of other addresses only the last part is a name. */
function withoutAddress(name: string): string {
  const trimmed = name.trim().slice(0, maxModelName);
  const address =
    /^(?:https?:\/\/)?(?:www\.)?(?:huggingface\.co|hf\.co|github\.com|modelscope\.cn\/models)\/([^/\s?#]+\/[^/\s?#]+)/i.exec(
      trimmed,
    );
  if (address?.[1]) return address[1];
  return /^https?:\/\/[^?#]*\/([^/?#]+)\/?(?:[?#].*)?$/i.exec(trimmed)?.[1] ?? trimmed;
}
