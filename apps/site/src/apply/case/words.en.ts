import type { Widen } from '../../page/widen.ts';
import type { caseZh } from './words.zh.ts';

export const caseEn: Widen<typeof caseZh> = { title: '-' };
