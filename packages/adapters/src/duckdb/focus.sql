-- Canonical charges of a FOCUS bill, whose four costs are columns.
SELECT
  row,
  unreadable,
  '' AS line_id,
  '' AS time_interval,
  coalesce(period_start, usage_start) AS period_start,
  coalesce(usage_start, period_start) AS usage_start,
  upper(currency) AS currency,
  payer,
  account,
  region,
  CASE WHEN service_code = '' THEN service_name ELSE service_code END AS service,
  service_name,
  usage_type,
  charge_category AS line_item_type,
  lower(commitment_status) = 'unused' AS unused_commitment,
  resource,
  sku AS detail,
  '' AS principal,
  invoice,
  CASE WHEN invoice_issuer = '' THEN provider ELSE invoice_issuer END AS issuer,
  COLUMNS('^tag_[0-9]+$'),
  coalesce(billed_cost, 0) AS billed,
  FALSE AS has_net,
  coalesce(
    CASE getvariable('basis')
      WHEN 'billed' THEN billed_cost
      WHEN 'effective' THEN effective_cost
      WHEN 'contracted' THEN contracted_cost
      WHEN 'list' THEN list_cost
    END,
    0
  ) AS amount,
  amount AS net_amount
FROM source
