import { type Problem, problem } from '../import/problem.ts';
import { Budget, OverBudget, type ReadLimits } from './budget.ts';
import type { Grid } from './grid.ts';
import { readOds } from './ods.ts';
import { BrokenSheet, readXlsx } from './xlsx.ts';
import { BrokenXml } from './xml.ts';
import { BrokenArchive, openArchive } from './zip.ts';

/** What other office programs pack, by a part that only they have. */
const others: readonly (readonly [part: string, name: string])[] = [
  ['word/document.xml', 'DOCX'],
  ['ppt/presentation.xml', 'PPTX'],
  ['xl/workbook.bin', 'XLSB'],
  ['Index/Document.iwa', 'Numbers'],
];

/** Which kind of workbook is this archive? By what it holds, not by the name of the file; else the name of what it is. */
function kindOf(bytes: Uint8Array, limits: ReadLimits): 'xlsx' | 'ods' | { readonly other: string } {
  const archive = openArchive(bytes, new Budget(limits));
  const other = others.find(([part]) => archive.has(part));
  if (other) return { other: other[1] };
  if (archive.has('[Content_Types].xml') || archive.has('xl/workbook.xml')) return 'xlsx';
  return archive.has('content.xml') ? 'ods' : { other: 'ZIP' };
}

/** Reads every sheet of an XLSX or ODS file; with a problem there are none. */
export function readWorkbook(bytes: Uint8Array, limits: ReadLimits): { grids: Grid[]; problems: Problem[] } {
  const refuse = (one: Problem) => ({ grids: [], problems: [one] });
  try {
    const kind = kindOf(bytes, limits);
    if (typeof kind === 'object') return refuse(problem('file-unreadable', kind.other));
    return { grids: kind === 'xlsx' ? readXlsx(bytes, limits) : readOds(bytes, limits), problems: [] };
  } catch (error) {
    if (error instanceof OverBudget) return refuse(problem(error.code, error.found, error));
    if (error instanceof BrokenSheet) return refuse(problem('workbook-broken', error.message, error));
    if (error instanceof BrokenArchive || error instanceof BrokenXml)
      return refuse(problem('file-unreadable', error.message));
    throw error;
  }
}
