import { lookAtPages } from './all-pages.js';
import { workbooks } from './pages/workbooks.js';

lookAtPages('the questionnaire as a workbook, out and back', workbooks);
