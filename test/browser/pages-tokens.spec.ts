import { lookAtPages } from './all-pages.js';
import { tokens } from './pages/tokens.js';

lookAtPages('the pages of access tokens', tokens);
