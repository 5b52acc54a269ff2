import { lookAtPages } from './all-pages.js';
import { everyone } from './pages/everyone.js';
import { ledgers } from './pages/ledgers.js';
import { lots } from './pages/lots.js';
import { notices } from './pages/notices.js';
import { proxies } from './pages/proxies.js';
import { tokens } from './pages/tokens.js';

// two files, so that two workers share them, and no more: each makes the whole test world first
lookAtPages('the pages of everyone, of the ledgers and of the dock', [...everyone, ...ledgers, ...lots, ...notices, ...proxies, ...tokens]);
