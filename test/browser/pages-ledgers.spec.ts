import { lookAtPages } from './all-pages.js';
import { ledgers } from './pages/ledgers.js';

lookAtPages('the ledgers', ledgers);
