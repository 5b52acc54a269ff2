import { lookAtPages } from './all-pages.js';
import { thread } from './pages/thread.js';

lookAtPages('the pages along the thread', thread);
