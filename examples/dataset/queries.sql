-- What happened in a period, as far as the texts tell, and who told it?
-- first_day and last_day hold the days that an event can touch. Open ends are null.
SELECT e.first_day, e.last_day, e.summary, a.title
FROM events e JOIN articles a USING (position)
WHERE e.factuality = 'actual'
  AND coalesce(e.last_day, DATE '9999-12-31') >= DATE '2024-01-01'
  AND coalesce(e.first_day, DATE '0001-01-01') < DATE '2024-07-01'
  AND e.placed_by = 'explicit'
ORDER BY e.first_day, e.position, e.number;

-- What is announced for after the day of publication, and when at the latest?
SELECT a.published, e.last_day, e.edtf, e.summary
FROM events e JOIN articles a USING (position)
WHERE e.relation_to_publication = 'after'
ORDER BY e.last_day, e.position, e.number;

-- Who acts most often, and in which years?
SELECT lower(e.p.head) AS who, count(*) AS times, min(e.first_day) AS since, max(e.last_day) AS until
FROM (SELECT unnest(participants) AS p, * FROM events) e
WHERE e.p.role = 'agent'
GROUP BY who
ORDER BY times DESC, who
LIMIT 10;
