-- The first pair of files that hold the same charges, and why.
SELECT first, second, why
FROM (
  SELECT a.file AS first, b.file AS second, 'lines with the same ids' AS why
  FROM line_ids AS a
  JOIN line_ids AS b USING (line)
  WHERE a.file < b.file
  UNION ALL
  -- A few lines may be alike by chance, but hardly a whole file, or several lines that are a quarter of one.
  SELECT first, second, 'the same lines' AS why
  FROM (
    SELECT
      a.file AS first,
      b.file AS second,
      count(*) AS common,
      (SELECT count(*) FROM line_contents WHERE file = first) AS lines_of_first,
      (SELECT count(*) FROM line_contents WHERE file = second) AS lines_of_second
    FROM line_contents AS a
    JOIN line_contents AS b USING (line)
    WHERE a.file < b.file
    GROUP BY first, second
  )
  WHERE (common = lines_of_first AND common = lines_of_second)
    OR (common >= 5 AND 4 * common >= least(lines_of_first, lines_of_second))
  UNION ALL
  -- One export has the same columns in all its files of a month.
  SELECT a.file AS first, b.file AS second, 'account ' || a.account || ' in ' || a.period || ', in two exports' AS why
  FROM account_months AS a
  JOIN account_months AS b USING (payer, account, period)
  WHERE a.file < b.file AND a.layout <> b.layout
)
ORDER BY first, second, why
LIMIT 1
