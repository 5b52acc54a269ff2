/**
 * The state of a request in SQL, for lists that filter and count by it; the words are those of `requestState` (a test compares them).
 * Aliases: r request, a acknowledgement, g agreement, p progress, s newest submission that may be seen, l its release, t its return.
 */
export const REQUEST_STATE = `case
    when g.agreed_at is not null then 'agreed'
    when r.withdrawn_at is not null then 'withdrawn'
    when s.submitted_at > coalesce(coalesce(l.released_at, s.proxied_at), '-infinity') and s.submitted_at > coalesce(t.returned_at, '-infinity') then 'submitted'
    when t.returned_at > coalesce(coalesce(l.released_at, s.proxied_at), '-infinity') then 'returned'
    when coalesce(l.released_at, s.proxied_at) is not null then 'under_review'
    when p.started_at is not null then 'answering'
    when a.acknowledged_at is not null then 'acknowledged'
    else 'sent' end`;

/** States in which the supplier has the next step: only then a passed due date is late. */
export const WAITS_FOR_SUPPLIER = `('sent', 'acknowledged', 'answering', 'returned')`;

/**
 * A statement that the supplier took back before signing is as if it had not been submitted; a buyer cannot see one anyway. A reply that the
 * buyer registered itself needs no release.
 */
export const REQUEST_JOINS = `left join app.request_acknowledgement a on a.request_id = r.id
  left join app.agreement g on g.request_id = r.id
  left join app.response_progress p on p.request_id = r.id
  left join lateral (
    select n.id, n.revision, n.submitted_at, case when n.proxy_evidence_id is not null then n.submitted_at end as proxied_at from app.response_statement n
    where n.request_id = r.id and not exists (select from app.response_withdrawal w where w.statement_id = n.id)
    order by n.submitted_at desc, n.revision desc limit 1) s on true
  left join app.response_release l on l.statement_id = s.id
  left join app.response_return t on t.statement_id = s.id`;

/**
 * The same for thousands of requests of one buyer at once: each table is read once instead of once per request. What a buyer sees of a
 * submission is its release.
 */
export const BUYER_JOINS = `left join app.request_acknowledgement a on a.buyer_organization_id = $1 and a.request_id = r.id
  left join app.agreement g on g.buyer_organization_id = $1 and g.request_id = r.id
  left join app.response_progress p on p.buyer_organization_id = $1 and p.request_id = r.id
  left join (
    select distinct on (n.request_id) n.request_id, n.id, n.revision, n.submitted_at, case when n.proxy_evidence_id is not null then n.submitted_at end as proxied_at from app.response_statement n
    where n.buyer_organization_id = $1 and not exists (select from app.response_withdrawal w where w.statement_id = n.id)
    order by n.request_id, n.submitted_at desc, n.revision desc) s on s.request_id = r.id
  left join app.response_release l on l.buyer_organization_id = $1 and l.statement_id = s.id
  left join app.response_return t on t.buyer_organization_id = $1 and t.statement_id = s.id`;
