import { modelOriginData } from '../generated/model-origins.ts';
import { plainName } from './model-name.ts';

const sameModel = new Set(modelOriginData.sameModel);
/** q4, iq3, q4.0, int8, w4a16, nvfp4: how a copy is quantised. */
const quantised = /^(?:i?q\d(?:\.\d)?|u?int\d+|w\d+a\d+|(?:nv|mx)?fp\d+(?:e\dm\d)?|bf16|\d+bit|bpw)$/;

/** Does the word name a build of one model (GGUF, Instruct, q4)? Another word may mean another model. */
export const isBuildWord = (word: string): boolean => sameModel.has(word) || quantised.test(word);

const families = new Set(
  modelOriginData.organisations.flatMap(({ families: names, exact }) => [...names, ...exact].map(plainName)),
);
const publishers = new Set(
  modelOriginData.organisations
    .flatMap(({ organisations }) => organisations.map(plainName))
    .filter((name) => !families.has(name)),
);

/** A publisher's name in front of the model's (NVIDIA-Nemotron-3-Nano), unless it is a family too (Mistral). */
export const isPublisherWord = (word: string): boolean => publishers.has(word);
