/**
 * What one file may cost. Generous for what people send (20,000 rows of 20 columns), small for what attackers send.
 * Sizes are measured while unpacking; what a file declares about itself is never believed.
 */
export const LIMITS = {
  /** Bytes as uploaded. */
  fileBytes: 10 * 1024 * 1024,
  /** Parts in the container. */
  entries: 2_000,
  /** Bytes of the parts that are read, unpacked. */
  unpackedBytes: 36 * 1024 * 1024,
  sheets: 60,
  /** Shared texts: the library keeps a tree of them. */
  texts: 150_000,
  /** Bytes of the parts that only say which parts there are. */
  describingBytes: 4 * 1024 * 1024,
  /** Rows with something in them, of all sheets. */
  rows: 50_000,
  /** Excel's own limit is 16,384; nobody's list is that wide. */
  columns: 1_000,
  /** Cells with something in them, of all sheets. */
  cells: 600_000,
  /** Characters of one cell (Excel's own limit). */
  textLength: 32_767,
  /** Characters of all cells. */
  textTotal: 15_000_000,
} as const;

/** Bytes of resident memory and milliseconds of one reading, enforced from outside. */
export const MEMORY_BYTES = 256 * 1024 * 1024;
export const TIME_MS = 9_000;
/** Megabytes of V8's heap: with the buffers beside it the process stays below the limit above. */
export const HEAP_MB = 112;
