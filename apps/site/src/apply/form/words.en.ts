import type { Widen } from '../../page/widen.ts';
import type { formZh } from './words.zh.ts';

export const formEn: Widen<typeof formZh> = { title: '-' };
