// The least a server could do to save an answer: one route, the form, and the same statements: whose session it is, who that is in the
// organisation, and the save in a transaction of the tenant. No roles, no token, no checks of what was sent. `x-anonymous` leaves the first two out.
const express = require('express');
const { Pool } = require('pg');

const { DATABASE_URL, SQL, SESSION_SQL, MEMBER_SQL, SESSION, ORGANIZATION, MEMBER, NAME, LANES, PORT } = process.env;
const pool = new Pool({ connectionString: DATABASE_URL, max: Number(LANES) });
const tenant = `select set_config('app.organization_id', '${ORGANIZATION}', true)`;
const app = express();
app.disable('x-powered-by');
app.use(express.urlencoded({ extended: false }));
app.get('/healthz', (_request, reply) => reply.json({ status: 'ok' }));
app.post('/questionnaires/:requestId/answers/:key', async (request, reply) => {
  const { responseId, version, answer, comment } = request.body;
  if (!request.headers['x-anonymous']) {
    const { rows: [session] } = await pool.query(SESSION_SQL, [SESSION, new Date()]);
    const [, { rows: [member] }] = await pool.query(`${tenant}; ${MEMBER_SQL.replace('$1', `'${session.memberId}'`)}`);
    if (!member) return reply.status(401).json({});
  }
  const client = await pool.connect();
  try {
    await client.query(`begin; ${tenant}`);
    const { rows } = await client.query(SQL, [responseId, request.params.key, Number(version), 'level', answer, null, comment, null, MEMBER, NAME, new Date(), request.params.requestId]);
    await client.query('commit');
    return reply.status(rows[0] ? 200 : 409).json(rows[0] ?? {});
  } catch (error) {
    await client.query('rollback');
    return reply.status(500).json({ error: String(error) });
  } finally {
    client.release();
  }
});
app.listen(Number(PORT), '127.0.0.1');
