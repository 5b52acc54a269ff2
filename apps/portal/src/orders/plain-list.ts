import type { ListView } from '../web/list.view.js';

/** A list without its first column: the boxes of who may not place orders. */
export function plainList(list: ListView): ListView {
  const { table } = list;
  return { ...list, table: { ...table, columns: table.columns.slice(1), heads: table.heads.slice(1), rows: table.rows.map(({ cells }) => ({ cells: cells.slice(1) })) } };
}
