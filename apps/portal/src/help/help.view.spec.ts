import { ROLES } from '@pure/organization';
import { Messages } from '@platform/i18n';
import { helpTopic, helpView } from './help.view.js';

describe('the help pages', () => {
  it('have one for every role, with words in both languages', () => {
    const messages = new Messages();
    const keys = ROLES.flatMap((role) => [`portal_help.${role}.lead`, ...helpTopic(role, [])!.steps.map(({ key }) => key), ...helpTopic(role, [])!.notes]);
    expect((['ja', 'en'] as const).flatMap((language) => keys.filter((key) => !messages.has(language, key)))).toEqual([]);
  });

  it('put one’s own roles first and know no others', () => {
    expect(helpView(['inspector']).mine).toEqual(['inspector']);
    expect(helpView(['inspector']).others).toHaveLength(ROLES.length - 1);
    const hrefs = (mine: string[]) => helpTopic('receiver', mine)!.steps.map(({ href }) => href);
    expect([hrefs(['receiver']), hrefs(['inspector'])]).toEqual([['/deliveries', '/deliveries/new'], [null, null]]); // somebody else's page leads nowhere that would refuse
    expect(helpTopic('constructor', [])).toBeUndefined();
  });
});
