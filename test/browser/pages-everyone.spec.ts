import { lookAtPages } from './all-pages.js';
import { everyone } from './pages/everyone.js';

lookAtPages('the pages of everyone', everyone);
