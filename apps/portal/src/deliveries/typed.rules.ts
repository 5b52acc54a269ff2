import type { LotContent, LotInput } from '@pure/delivery';

/** What a person typed for one lot. */
export interface TypedLot { readonly quantity: string; readonly total: string; readonly serials: string; readonly versions: string }

/** 「１，２００」 is 1200; what is no number is not a number, for the verb to say. */
export function typedNumber(text: string): number {
  const plain = text.normalize('NFKC').replaceAll(/[\s,]/g, '');
  return plain === '' ? Number.NaN : Number(plain);
}

const linesOf = (text: string): string[] => text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== '');

/** One serial per line, or several with a comma between them, as they come from a scanner or a table. */
export function typedSerials(text: string): string[] {
  return linesOf(text).flatMap((line) => line.split(/[,、，\t]/)).map((serial) => serial.trim()).filter((serial) => serial !== '');
}

/** One program per line, its version last: 「制御ソフト 2.1.0」. */
function typedVersions(text: string): { name: string; version: string }[] {
  return linesOf(text).map((line) => {
    const [, name, version] = /^(.*?)[\s\u3000,、:：\t]+([^\s\u3000,、:：]+)$/.exec(line) ?? ['', line, ''];
    return { name: name!, version: version! };
  });
}

export function typedLot({ quantity, total, serials, versions }: TypedLot): Omit<LotInput, 'noteNumber'> {
  return { quantity: typedNumber(quantity), installmentsTotal: total.trim() === '' ? null : typedNumber(total), serials: typedSerials(serials), versions: typedVersions(versions) };
}

/** The same lot as it stands in the fields. */
export function typedOf(lot: Omit<LotContent, 'noteNumber'>): TypedLot {
  return {
    quantity: String(lot.quantity), total: lot.installmentsTotal === null ? '' : String(lot.installmentsTotal), serials: lot.serials.join('\n'),
    versions: lot.versions.map(({ name, version }) => `${name} ${version}`).join('\n'),
  };
}
