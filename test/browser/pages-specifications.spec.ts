import { lookAtPages } from './all-pages.js';
import { specifications } from './pages/specifications.js';

lookAtPages('the catalogues and the specification editor', specifications);
