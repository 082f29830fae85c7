-- The accounts and months that a file is about.
INSERT INTO account_months
SELECT DISTINCT getvariable('file'), getvariable('layout'), payer, account, strftime(period_start, '%Y-%m')
FROM charges
WHERE payer <> '';
