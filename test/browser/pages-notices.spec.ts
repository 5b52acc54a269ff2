import { lookAtPages } from './all-pages.js';
import { notices } from './pages/notices.js';

lookAtPages('finding things, and help', notices);
