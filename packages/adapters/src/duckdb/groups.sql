-- Charges that no rule can tell apart, summed exactly.
SELECT
  account,
  region,
  service,
  service_name,
  usage_type,
  line_item_type,
  unused_commitment,
  commitment,
  CASE WHEN resource_needed OR followed THEN resource ELSE '' END AS resource,
  principal,
  invoice,
  issuer,
  epoch,
  followed,
  count(*) AS lines,
  count_if(unreadable) AS unreadable,
  sum(value) AS amount,
  sum(greatest(value, 0)) AS positive,
  sum(billed) AS billed,
  COLUMNS('^tag_[0-9]+$')
FROM (
  SELECT
    *,
    CASE WHEN list_contains(getvariable('net_payers'), payer) THEN net_amount ELSE amount END AS value,
    resource <> '' AND resource_end(resource) IN (SELECT resource FROM followed_resources) AS followed
  FROM slice
  WHERE period_start BETWEEN getvariable('period_start') AND getvariable('period_last')
    AND (currency = getvariable('currency') OR currency = '')
)
GROUP BY ALL
