import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCrosswalk, parseEdition } from './pure.js';
import { FACT_NAMES, ShippedCrosswalks, ShippedEditions, askableItems, countItems, coverage } from './pure.js';
import type { EditionDocument } from './pure.js';

const file = (name: string) => JSON.parse(readFileSync(join(__dirname, '../data', `${name}.json`), 'utf8')) as { id: string; document: unknown };
const load = (name: string): EditionDocument => parseEdition(file(name).document);
const meti = load('meti-factory-checklist');
const draft = load('semiconductor-draft');
const smart = load('smart-factory-checks');
const acceptance = load('acceptance-checklist');
const all = [meti, draft, smart, acceptance];
const codes = (document: EditionDocument, pattern: RegExp) => document.requirements.map((item) => item.code).filter((code) => pattern.test(code));
const countBy = <T>(items: readonly T[], key: (item: T) => string) =>
  items.reduce<Record<string, number>>((sum, item) => ({ ...sum, [key(item)]: (sum[key(item)] ?? 0) + 1 }), {});

describe('the shipped editions', () => {
  it('carry the ids the code names them by', () => {
    expect(file('meti-factory-checklist').id).toBe(ShippedEditions.metiFactoryChecklist);
    expect(file('semiconductor-draft').id).toBe(ShippedEditions.semiconductorDraft);
    expect(file('smart-factory-checks').id).toBe(ShippedEditions.smartFactoryChecks);
    expect(file('acceptance-checklist').id).toBe(ShippedEditions.acceptanceChecklist);
    expect(file('crosswalk-semiconductor-draft').id).toBe(ShippedCrosswalks.semiconductorDraft);
  });
  it('say what they are: public comment, drafts, and only our own is final', () =>
    expect(all.map((document) => document.status)).toEqual(['public_comment', 'draft', 'draft', 'final']));
  it('never contain Japanese in an English text, nor English alone in a Japanese one', () => {
    const texts = (value: unknown): { ja: string; en: string }[] => {
      if (typeof value !== 'object' || value === null) return [];
      return 'ja' in value && 'en' in value ? [value as { ja: string; en: string }] : Object.values(value).flatMap(texts);
    };
    const found = all.flatMap(texts);
    expect(found.length).toBeGreaterThan(800);
    expect(found.filter(({ en }) => /[\u3040-\u30ff\u4e00-\u9fff]/.test(en))).toEqual([]);
    expect(found.filter(({ ja }) => !/[\u3040-\u30ff\u4e00-\u9fff]/.test(ja) && !/^SBOM/.test(ja))).toEqual([]);
  });
  it('hold no official text, only our summaries', () =>
    expect(all.flatMap((document) => document.requirements).filter((item) => item.officialText !== null)).toEqual([]));
});

describe('the METI factory checklist', () => {
  it('has 32 known items in four groups and three known by number only', () => {
    expect(countItems(meti)).toEqual({ listed: 35, known: 32, notSeen: 3 });
    expect(['1', '2', '3', '4'].map((group) => codes(meti, new RegExp(`^${group}-`)).length)).toEqual([5, 13, 8, 6]);
    expect(codes(meti, /^0-/)).toEqual(['0-1', '0-2', '0-3']);
  });
  it('is not complete with 32 of 32', () => expect(coverage(meti, askableItems(meti).map((item) => item.code)).complete).toBe(false));
  it('is answered on five levels', () => expect(meti.scale.kind === 'levels' && meti.scale.levels.map((level) => level.value)).toEqual([1, 2, 3, 4, 5]));
  it('asks about wireless and access from outside only where there is any', () =>
    expect(meti.requirements.filter((item) => item.condition).map((item) => [item.code, item.necessity, item.condition])).toEqual([
      ['2-7', 'must_if', 'wlan'], ['3-6', 'must_if', 'internet_access']]));
  it('gives every item a criterion and a reason of its own', () => {
    const known = askableItems(meti);
    expect(new Set(known.map((item) => item.defaults.criterion.ja)).size).toBe(32);
    expect(new Set(known.map((item) => item.defaults.rationale.ja)).size).toBe(32);
  });
});

describe('the semiconductor draft', () => {
  it('has six OT items with 21 criteria and the matching IT rows with 26', () => {
    expect(codes(draft, /^OT-\d-\d$/)).toEqual(['OT-1-2', 'OT-3-1', 'OT-3-2', 'OT-4-3', 'OT-4-4', 'OT-6-1']);
    expect(codes(draft, /^IT-\d-\d$/)).toHaveLength(6);
    expect(codes(draft, /^OT-\d-\d-\d$/)).toHaveLength(21);
    expect(codes(draft, /^IT-\d-\d-\d$/)).toHaveLength(26);
    expect(countItems(draft)).toEqual({ listed: 47, known: 47, notSeen: 0 });
  });
  it('is no obligation on equipment and materials makers, and nothing in it is a must', () => {
    expect(draft.applicability).toEqual({ device_maker: 'applies', equipment_maker: 'to_be_considered', materials_maker: 'to_be_considered' });
    expect(new Set(draft.requirements.map((item) => item.necessity))).toEqual(new Set(['recommended']));
  });
  it('keeps the sheet its items were chosen from', () =>
    expect(countBy(draft.candidates ?? [], (line) => line.status)).toEqual({ chosen: 7, not_chosen: 4, removed: 2, none: 3, unclear: 1 }));
});

describe('the smart-factory checks', () => {
  it('are 44: cloud 12, off-the-shelf 13, software 19', () => {
    expect(smart.requirements).toHaveLength(44);
    expect(['cloud', 'cots', 'software'].map((kind) => codes(smart, new RegExp(`^${kind}\\.`)).length)).toEqual([12, 13, 19]);
  });
  it('concern only what is delivered', () =>
    expect(smart.requirements.every((item) => item.condition === item.code.split('.')[0] && item.necessity === 'rec_scoped')).toBe(true));
});

describe('the acceptance checklist', () => {
  const items = acceptance.checklist ?? [];
  it('runs from AC-01 to AC-26 through the six gates', () => {
    expect(items.map((item) => item.code)).toEqual(Array.from({ length: 26 }, (_, index) => `AC-${String(index + 1).padStart(2, '0')}`));
    expect(countBy(items, (item) => item.gate)).toEqual({ G0: 4, G1: 11, G2: 3, G3: 3, G4: 4, G5: 1 });
  });
  it('leaves four reminders to the buyer and one item to its own gate', () => {
    expect(items.filter((item) => item.owner === 'buyer').map((item) => item.code)).toEqual(['AC-01', 'AC-02', 'AC-20', 'AC-24']);
    expect(items.filter((item) => item.gateOnly).map((item) => item.code)).toEqual(['AC-26']);
  });
  it('spares materials without a computer what only a computer can fail', () =>
    expect(items.filter((item) => item.condition === 'has_computing').map((item) => item.code)).toEqual(
      ['06', '07', '09', '10', '13', '14', '15', '17', '21', '22', '23'].map((number) => `AC-${number}`)));
  it('uses no fact that nobody can state', () => expect(items.every((item) => item.condition === null || FACT_NAMES.includes(item.condition))).toBe(true));
});

describe('the crosswalk of the semiconductor draft', () => {
  const { rows } = parseCrosswalk(file('crosswalk-semiconductor-draft').document);
  it('has every pair the sheet prints, claims no more than that they meet, and says where it says nothing', () => {
    expect(countBy(rows, (row) => `${row.target.catalog} ${row.relation} ${row.provenance}`)).toEqual({
      'meti-factory-checklist intersects explicit': 15, 'semiconductor-ot-guideline intersects explicit': 15,
      'meti-factory-checklist none explicit': 3, 'meti-factory-checklist none inferred': 1,
    });
  });
  it('starts and ends at items that exist', () => {
    const sources = new Set([...draft.requirements, ...(draft.candidates ?? [])].map((item) => item.code));
    const targets = new Set(meti.requirements.map((item) => item.code));
    expect(rows.filter((row) => !sources.has(row.source.code))).toEqual([]);
    expect(rows.filter((row) => row.target.catalog === meti.key && row.target.code !== null && !targets.has(row.target.code))).toEqual([]);
  });
});
