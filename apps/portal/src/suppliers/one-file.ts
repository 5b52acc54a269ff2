import { invalid } from '@platform-pure/errors';
import type { UploadedFile } from '../web/uploads.js';

/** @throws `workbook.no_file` for a form that was sent without one. */
export function oneFile(files: readonly UploadedFile[]): UploadedFile {
  const [file] = files;
  if (!file) throw invalid('workbook.no_file', {}, [{ field: 'file', code: 'workbook.no_file' }]);
  return file;
}
