import { SEALED_FORMAT, sealedContent } from './envelope.document.js';

it('the seal covers everything but itself and the certificates, whatever else was put in', () => {
  const envelope = {
    format: SEALED_FORMAT, statement: { type: 'kenshu.response/1' }, acts: [], digest: 'd', sealedAt: 't', jws: 'a..b', chain: ['c'], extra: 1,
  } as const;
  expect(sealedContent(envelope)).toEqual({ format: 'kenshu.sealed/1', statement: { type: 'kenshu.response/1' }, acts: [], digest: 'd', sealedAt: 't' });
});
