import { lookAtPages } from './all-pages.js';
import { questionnaires } from './pages/questionnaires.js';
import { requests } from './pages/requests.js';
import { specifications } from './pages/specifications.js';
import { thread } from './pages/thread.js';
import { workbooks } from './pages/workbooks.js';

lookAtPages('the pages of specifications, requests and answers', [...specifications, ...requests, ...questionnaires, ...thread, ...workbooks]);
