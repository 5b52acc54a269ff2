import { account } from './account.js';
import { everyone } from './everyone.js';
import { ledgers } from './ledgers.js';
import { lots } from './lots.js';
import { notices } from './notices.js';
import { proxies } from './proxies.js';
import { questionnaires } from './questionnaires.js';
import { requests } from './requests.js';
import type { AreaRoutes } from './routes.js';
import { specifications } from './specifications.js';
import { thread } from './thread.js';
import { tokens } from './tokens.js';
import { workbooks } from './workbooks.js';

const AREAS: readonly AreaRoutes[] = [account, thread, everyone, ledgers, specifications, requests, proxies, questionnaires, lots, workbooks, notices, tokens];
const all = <K extends keyof AreaRoutes>(kind: K): NonNullable<AreaRoutes[K]> => Object.assign({}, ...AREAS.map((area) => area[kind] ?? {})) as NonNullable<AreaRoutes[K]>;

export const OBJECTS = all('objects');
export const FORMS = all('forms');
export const NO_OBJECT = all('noObject');
export const NO_IDS = all('noIds');
/** Names of the two parties and of their things: none of them may stand on a page of somebody else. */
export const WORDS_OF_OTHERS: readonly string[] = ['山手デバイス', '髙﨑精機', 'YMT-2026', '枚葉式洗浄装置', 'SWC-300', '高純度薬品'];
