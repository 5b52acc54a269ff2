import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { FACT_NAMES, GATES, METHODS, NECESSITIES } from '@pure/catalog';
import { isNotificationKind, TASKS, THREAD_STEPS, certificateStatus, inspectionStatus, requestStatus } from '@pure/insight';
import { RESULTS } from '@pure/inspection';
import { ROLES } from '@pure/organization';
import { REQUEST_STATES } from '@pure/request';
import { Messages } from '@platform/i18n';
import { projectRoot } from '@platform/i18n';

const messages = new Messages();
const missing = (keys: readonly string[]): string[] => (['ja', 'en'] as const).flatMap((language) => keys.filter((key) => !messages.has(language, key)).map((key) => `${language} ${key}`));

describe('what the pages say', () => {
  it('is written in both languages, wherever a view names a text', () => {
    const keys = new Set<string>();
    for (const folder of ['apps/portal/src', 'libs/insight/src']) {
      for (const name of readdirSync(join(projectRoot(), folder), { recursive: true, encoding: 'utf8' }).filter((file) => /(?<!\.spec)\.ts$/.test(file))) {
        const source = readFileSync(join(projectRoot(), folder, name), 'utf8');
        for (const [, key] of source.matchAll(/'((?:portal|insight|common|catalog|specification|request|response|review|attestation|evidence|identity|organization)\.[a-z0-9_.]+)'/g)) keys.add(key);
      }
    }
    const codes = [...keys].filter((key) => !messages.has('ja', key) && messages.has('ja', key.replace('.', '.errors.')));
    expect(keys.size).toBeGreaterThan(150);
    expect(missing([...keys].filter((key) => !codes.includes(key) && !isNotificationKind(key)))).toEqual([]);
  });

  it('has a word for every state, task, role, step, method and result', () => {
    const states = [
      ...REQUEST_STATES.flatMap((state) => [requestStatus(state, false), requestStatus(state, true)]),
      ...(['open', 'judged', 'confirmed', 'approved'] as const).flatMap((state) => [inspectionStatus(state, 'passed'), inspectionStatus(state, 'rejected'), inspectionStatus(state, null)]),
      ...(['prepared', 'issuing', 'issued', 'superseded', 'revoked'] as const).map(certificateStatus),
    ].map(({ key }) => key);
    expect(missing([
      ...states, ...TASKS.map((task) => `insight.task.${task}`), ...ROLES.map((role) => `organization.roles.${role}`), ...THREAD_STEPS.map((step) => `common.thread.${step}`),
      ...RESULTS.map((result) => `portal.result.${result}`), ...METHODS.map((method) => `catalog.method.${method}`), ...GATES.map((gate) => `catalog.gate.${gate}`),
      ...NECESSITIES.map((one) => `catalog.necessity.${one}`), ...FACT_NAMES.flatMap((name) => [`catalog.fact.${name}`, `catalog.fact_clause.${name}`]),
      ...['passkey', 'password_totp', 'password_mail_code', 'session'].map((method) => `portal.method.${method}`),
      ...['public', 'parties', 'restricted', 'secret'].map((one) => `evidence.disclosure_class.${one}`), ...['high', 'middle', 'low'].map((one) => `specification.criticality.${one}`),
    ])).toEqual([]);
  });
});
