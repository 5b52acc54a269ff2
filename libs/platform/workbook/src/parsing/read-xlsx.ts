import { streamXlsxRows } from 'hucre/xlsx';
import { repack, unpack } from './container.js';
import { LIMITS } from './limits.js';
import { Refusal } from './refusal.js';
import type { AnsweredSheet } from './refusal.js';
import { cleanText, Tally } from './tally.js';

const PARTS = /^(\[content_types\]\.xml|_rels\/\.rels|xl\/(_rels\/)?[^/]+\.(xml|rels)|xl\/worksheets\/[^/]+\.xml)$/i;
/** Orders of calculation and the like, which can be large. */
const UNREAD = /^xl\/(calcChain|metadata|connections|volatileDependencies)\.xml$/i;
interface SheetEntry { readonly name: string; readonly hidden: boolean }

/**
 * A workbook's cells. Drawings, links to other files, comments, caches and macros are never unpacked; a formula is never run: its cached
 * value is taken, and without one the cell is blank.
 */
export async function readXlsx(file: Buffer): Promise<AnsweredSheet[]> {
  const { names, parts } = unpack(file, (name) => PARTS.test(name) && !UNREAD.test(name));
  refuseOtherKinds(names, parts);
  const workbook = [...parts].find(([name]) => /^xl\/workbook[^/]*\.xml$/i.test(name))?.[1];
  if (!workbook) throw new Refusal('unreadable');
  const sheets = sheetEntries(workbook.toString('utf8'));
  const texts = [...parts].filter(([name]) => /^xl\/[^/]*strings[^/]*\.xml$/i.test(name)).reduce((sum, [, part]) => sum + countOf(part, '<si'), 0);
  const describing = [...parts].filter(([name]) => !/strings|styles|worksheets\//i.test(name)).reduce((sum, [, part]) => sum + part.length, 0);
  if (describing > LIMITS.describingBytes || sheets.length > LIMITS.sheets || texts > LIMITS.texts) throw new Refusal('too_large');
  const honest = repack(parts);
  parts.clear();
  const tally = new Tally();
  const read: AnsweredSheet[] = [];
  for (const [index, sheet] of sheets.entries()) read.push({ ...sheet, rows: await rowsOf(honest, index, tally) });
  return read;
}

function countOf(part: Buffer, piece: string): number {
  let count = 0;
  for (let at = part.indexOf(piece); at >= 0 && count <= LIMITS.texts; at = part.indexOf(piece, at + piece.length)) count += 1;
  return count;
}

function refuseOtherKinds(names: readonly string[], parts: ReadonlyMap<string, Buffer>): void {
  const types = parts.get('[Content_Types].xml')?.toString('utf8') ?? '';
  if (/macroEnabled/i.test(types) || names.some((name) => /vbaProject|^xl\/(macrosheets|dialogsheets)\//i.test(name))) throw new Refusal('macros');
  if (names.some((name) => /^xl\/workbook\.bin$/i.test(name))) throw new Refusal('old_kind');
  if (!names.some((name) => /^xl\//i.test(name)) || types === '') throw new Refusal('unknown_kind');
}

/** Names and visibility in the order of the workbook; the library reads by this order and does not say what is hidden. */
function sheetEntries(xml: string): SheetEntry[] {
  const entries: SheetEntry[] = [];
  for (const [tag] of xml.matchAll(/<(?:\w{1,20}:)?sheet\s[^>]{0,2000}>/g)) {
    const [name, id] = [attribute(tag, 'name'), /\s\w{1,20}:id\s*=/.test(tag)];
    if (name && id) entries.push({ name: cleanText(unescapeXml(name)), hidden: /^(hidden|veryHidden)$/.test(attribute(tag, 'state') ?? '') });
  }
  return entries;
}

const attribute = (tag: string, name: string): string | undefined => new RegExp(`\\s${name}\\s*=\\s*("([^"]*)"|'([^']*)')`).exec(tag)?.slice(2).find((text) => text !== undefined);

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const unescapeXml = (text: string): string => text.replace(/&(\w{1,10});/g, (whole, name: string) => ENTITIES[name] ?? whole)
  .replace(/&#(x?)([0-9a-f]{1,6});/gi, (whole, hex: string, digits: string) => {
    const code = parseInt(digits, hex ? 16 : 10);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

/** The declared dimension is not looked at; a row's own number is believed only while it rises. */
async function rowsOf(file: Buffer, sheet: number, tally: Tally): Promise<AnsweredSheet['rows']> {
  const rows: { number: number; cells: (string | number | boolean | null)[] }[] = [];
  let last = 0;
  for await (const { index, values } of streamXlsxRows(file, { sheet })) {
    const number = Number.isInteger(index) && index >= last && index < 1_048_576 ? index + 1 : last + 1;
    last = number;
    const cells = tally.row(values);
    if (cells) rows.push({ number, cells });
  }
  return rows;
}
