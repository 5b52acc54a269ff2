import { lookAtPages } from './all-pages.js';
import { questionnaires } from './pages/questionnaires.js';

lookAtPages('the pages of those who answer', questionnaires);
