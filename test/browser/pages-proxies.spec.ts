import { lookAtPages } from './all-pages.js';
import { proxies } from './pages/proxies.js';

lookAtPages('a reply that came by mail', proxies);
