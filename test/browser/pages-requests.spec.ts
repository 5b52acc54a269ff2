import { lookAtPages } from './all-pages.js';
import { requests } from './pages/requests.js';

lookAtPages('requests and reviews', requests);
