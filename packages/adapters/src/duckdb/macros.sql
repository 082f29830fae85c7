-- How values of bills are read. Amounts are exact at scale 24: what cannot be read exactly becomes NULL, which is told from absent.

-- A text, empty where the bill writes that there is none. (A list of five after IN would become a join.)
CREATE OR REPLACE MACRO text_of(value) AS
  coalesce(nullif(nullif(nullif(nullif(value, 'NULL'), 'null'), '\N'), 'None'), '');

CREATE OR REPLACE MACRO is_absent(value) AS
  text_of(trim(value)) = '';

-- `1e-7` has 7 places: those written less the exponent. Casting alone would round a 25th place away unseen.
CREATE OR REPLACE MACRO places_of(number) AS
  length(regexp_extract(number, '^[+-]?[0-9]*\.?([0-9]*)', 1))
  - CAST(coalesce(nullif(regexp_extract(number, '[eE]([+-]?[0-9]+)$', 1), ''), '0') AS INTEGER);

CREATE OR REPLACE MACRO amount_of_text(value) AS
  CASE
    WHEN regexp_full_match(trim(value), '[+-]?([0-9]+(\.[0-9]{0,24})?|\.[0-9]{1,24})')
      THEN TRY_CAST(trim(value) AS DECIMAL(38, 24))
    WHEN regexp_full_match(trim(value), '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)[eE][+-]?[0-9]{1,3}')
      AND places_of(trim(value)) <= 24
      THEN TRY_CAST(trim(value) AS DECIMAL(38, 24))
  END;

-- A double means its shortest decimal form. A decimal of at most 15 significant digits that casts back to the same
-- double is that form; the cast of the double's text is the slow way for the rest.
CREATE OR REPLACE MACRO amount_of_double(value) AS
  CASE
    WHEN value IS NULL THEN NULL
    WHEN abs(value) < 1e3 AND CAST(TRY_CAST(value AS DECIMAL(18, 12)) AS DOUBLE) = value
      THEN CAST(TRY_CAST(value AS DECIMAL(18, 12)) AS DECIMAL(38, 24))
    WHEN abs(value) < 1e7 AND CAST(TRY_CAST(value AS DECIMAL(18, 8)) AS DOUBLE) = value
      THEN CAST(TRY_CAST(value AS DECIMAL(18, 8)) AS DECIMAL(38, 24))
    ELSE amount_of_text(CAST(value AS VARCHAR))
  END;

-- A time in any of the ways bills write it, in UTC where it does not say.
CREATE OR REPLACE MACRO time_of_text(value) AS
  CASE
    WHEN is_absent(value) THEN NULL
    ELSE coalesce(
      TRY_CAST(trim(value) AS TIMESTAMPTZ),
      CAST(try_strptime(trim(value), ['%m/%d/%Y %H:%M:%S', '%m/%d/%Y %H:%M', '%m/%d/%Y', '%Y%m%dT%H%M%S.%gZ']) AS TIMESTAMPTZ)
    )
  END;
