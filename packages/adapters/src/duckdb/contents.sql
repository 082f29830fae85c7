-- What kinds of line a file holds.
SELECT
  coalesce(strftime(period_start, '%Y-%m'), '') AS period,
  * EXCLUDE (period_start)
FROM (
  SELECT
    period_start,
    currency,
    payer,
    line_item_type,
    unused_commitment,
    service,
    service_name,
    bool_or(has_net) AS has_net,
    count(*) AS lines,
    min(row) AS first_row
  FROM charges
  GROUP BY ALL
)
