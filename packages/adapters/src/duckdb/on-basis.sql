-- Charges valued on the basis that is set.
SELECT
  *,
  CASE getvariable('basis')
    WHEN 'billed' THEN billed
    WHEN 'effective' THEN effective
    WHEN 'contracted' THEN contracted
    WHEN 'list' THEN list
  END AS amount,
  CASE WHEN getvariable('basis') = 'effective' THEN net_effective ELSE amount END AS net_amount
FROM charges
