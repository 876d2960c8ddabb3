import { peopleWords } from '../generated/sentences.ts';

const { by, who, acts, otherwise } = peopleWords;
/** 「並請一位技術人員管理各棟用電」, 「由工友每週抄寫電表」; written as texts are folded. */
const BY_PEOPLE = new RegExp(`(?:${by})[^,。;]{0,8}(?:${who})[^,。;]{0,6}(?:${acts})`);
/** What says that something judges after all, or that the people are the trouble and something else is wished for. */
const OTHERWISE = new RegExp(`(?<![a-z])ai(?![a-z])|${otherwise}`);
/** Characters: in a few words nobody says who does what. */
const MIN_LENGTH = 16;

/** Does a folded text say that people do the work, and name nothing that judges? It has an item's aim and an ordinary way to it (decision 221). */
export function isDoneByPeople(folded: string): boolean {
  return folded.length >= MIN_LENGTH && BY_PEOPLE.test(folded) && !OTHERWISE.test(folded);
}
