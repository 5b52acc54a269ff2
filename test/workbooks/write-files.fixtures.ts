import { BookWriter } from '@platform/workbook';
import { bookOf } from './questionnaire.fixtures.js';

/** What `npm test` reads from files/ was made of: the Japanese questionnaire of the fixtures, before anybody edited it. */
export const questionnaireFile = (language: 'ja' | 'en' = 'ja'): Promise<Buffer> => new BookWriter().xlsx(bookOf(language));
