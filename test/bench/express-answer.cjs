// The reference of test/bench/api.ts: Express and pg with the very statements that the API sends for one answer, under the same role and policies, and nothing else.
const express = require('express');
const { Pool } = require('pg');
const { createHash } = require('node:crypto');

const { DATABASE_URL_RUNTIME, BENCH_SQL, PORT } = process.env;
const sql = JSON.parse(BENCH_SQL);
const pool = new Pool({ connectionString: DATABASE_URL_RUNTIME, max: 10 });
const app = express();

async function inTenant(organizationId, text, values) {
  const client = await pool.connect();
  try {
    await client.query(`begin; select set_config('app.organization_id', '${organizationId}', true)`);
    const { rows } = await client.query(text, values);
    await client.query('commit');
    return rows;
  } finally {
    client.release();
  }
}

app.get('/api/v1/responses/:id/answers/:key', async (request, reply) => {
  const token = /^Bearer (.+)$/.exec(request.headers.authorization)[1];
  const { rows: [found] } = await pool.query(sql.token, [createHash('sha256').update(token).digest('hex'), new Date()]);
  if (!found) { reply.status(401).end(); return; }
  const [member] = await inTenant(found.organizationId, sql.member, [found.memberId]);
  if (!member) { reply.status(401).end(); return; }
  const [answer] = await inTenant(found.organizationId, sql.answer, [request.params.id, request.params.key]);
  reply.json(answer);
});
app.listen(Number(PORT), '127.0.0.1', () => process.stdout.write('listening\n'));
