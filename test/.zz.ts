import { readFileSync } from 'node:fs';
import { matchCapabilities } from '@aipower/matcher';
const s: number[] = []; const ev: number[] = []; for (const f of ['real','real-2','short','english']) for (const l of readFileSync(`/work/wt-match/test/cases/matching/${f}.jsonl`,'utf8').trim().split('\n')) { const a = matchCapabilities(JSON.parse(l).query); const m = a.matches[0]; if (m) { s.push(-Math.log(1-m.score)); ev.push(m.score); } }
s.sort((a,b)=>a-b); ev.sort((a,b)=>a-b); console.log('median sum', s[s.length>>1], 'q1', s[s.length>>2], 'q3', s[(s.length*3)>>2]);
