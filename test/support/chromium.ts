import { join } from 'node:path';
import { projectRoot } from '@platform/i18n';

/** Where the tests keep the unpacked browser: in this checkout, so that another user's tests on the same machine have their own. */
export const chromiumDir = join(projectRoot(), 'node_modules', '.cache', 'kenshu-chromium');
