import { crc32, deflateRawSync } from 'node:zlib';

export interface Entry { readonly name: string; readonly body: string | Buffer; /** Lies in the directory about the unpacked size. */ readonly claims?: number; readonly flags?: number }

/** A ZIP made by hand, so that it can lie. */
export function archive(entries: readonly Entry[]): Buffer {
  const [bodies, index]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const { name, body, claims, flags = 0 } of entries) {
    const [raw, title] = [Buffer.from(body), Buffer.from(name)];
    const packed = deflateRawSync(raw);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0); head.writeUInt16LE(flags, 2); head.writeUInt16LE(8, 4); head.writeUInt32LE(crc32(raw), 10);
    head.writeUInt32LE(packed.length, 14); head.writeUInt32LE(claims ?? raw.length, 18); head.writeUInt16LE(title.length, 22);
    const tail = Buffer.alloc(14); tail.writeUInt32LE(offset, 10);
    bodies.push(Buffer.from('PK\x03\x04', 'latin1'), head, title, packed);
    index.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), head, tail, title);
    offset += 30 + title.length + packed.length;
  }
  const directory = Buffer.concat(index);
  const end = Buffer.alloc(22); end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(entries.length, 8); end.writeUInt16LE(entries.length, 10); end.writeUInt32LE(directory.length, 12); end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, directory, end]);
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

export interface Parts { readonly sheet: string; readonly strings?: string; readonly styles?: string; readonly workbook?: string; readonly types?: string; readonly extra?: readonly Entry[]; readonly claims?: number }

/** The parts Excel writes, with the ones given. */
export function workbookOf({ sheet, strings, styles, workbook, types = '', extra = [], claims }: Parts): Buffer {
  const rels = (inner: string) => `${XML}<Relationships xmlns="${PACKAGE}/relationships">${inner}</Relationships>`;
  const content = (part: string, kind: string) => `<Override PartName="/xl/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
  const relation = (id: string, type: string, target: string) => `<Relationship Id="${id}" Type="${REL}/${type}" Target="${target}"/>`;
  return archive([
    { name: '[Content_Types].xml', body: `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${types}${content('workbook', 'sheet.main')}${content('worksheets/sheet1', 'worksheet')}</Types>` },
    { name: '_rels/.rels', body: rels(relation('rId1', 'officeDocument', 'xl/workbook.xml')) },
    { name: 'xl/workbook.xml', body: workbook ?? `${XML}<workbook xmlns="${MAIN}" xmlns:r="${REL}"><sheets><sheet name="台帳" sheetId="1" r:id="rId1"/></sheets></workbook>` },
    { name: 'xl/_rels/workbook.xml.rels', body: rels(relation('rId1', 'worksheet', 'worksheets/sheet1.xml') + (strings ? relation('rId2', 'sharedStrings', 'sharedStrings.xml') : '') + (styles ? relation('rId3', 'styles', 'styles.xml') : '')) },
    ...(strings ? [{ name: 'xl/sharedStrings.xml', body: `${XML}${strings}` }] : []), ...(styles ? [{ name: 'xl/styles.xml', body: `${XML}${styles}` }] : []),
    { name: 'xl/worksheets/sheet1.xml', body: sheet, ...(claims === undefined ? {} : { claims }) }, ...extra,
  ]);
}

export const sheetXml = (rows: string, before = '', after = ''): string => `${XML}<worksheet xmlns="${MAIN}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;
