import { lookAtPages } from './all-pages.js';
import { lots } from './pages/lots.js';

lookAtPages('the pages of lots, from the dock to the certificate', lots);
