-- The first pair of files that hold the same charges, and why.
SELECT pairs.a AS first, pairs.b AS second, why
FROM (
  SELECT a.file AS a, b.file AS b, 'the same line ids' AS why
  FROM line_ids AS a
  JOIN line_ids AS b USING (line)
  WHERE a.file < b.file
  UNION ALL
  SELECT a, b, 'the same lines' AS why
  FROM (
    SELECT a.file AS a, b.file AS b, count(*) AS common
    FROM line_contents AS a
    JOIN line_contents AS b USING (line)
    WHERE a.file < b.file
    GROUP BY ALL
  )
  WHERE common = least(
    (SELECT count(*) FROM line_contents WHERE file = a),
    (SELECT count(*) FROM line_contents WHERE file = b)
  )
  UNION ALL
  SELECT a.file AS a, b.file AS b, 'account ' || a.account || ', ' || a.period || ', in two formats' AS why
  FROM account_months AS a
  JOIN account_months AS b USING (payer, account, period)
  WHERE a.file < b.file AND a.format <> b.format
) AS pairs
ORDER BY first, second
LIMIT 1
