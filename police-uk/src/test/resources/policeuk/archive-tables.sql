-- The rows of a folder of data.police.uk CSV files, and from them the current crimes and outcomes, counted straight from the
-- files. The folder comes in the variable "archive":  SET VARIABLE archive = '/folder';
-- One thread and the order of insertion keep the lines of a file in order.
SET threads = 1;
SET preserve_insertion_order = true;

-- Outcomes files have ten columns, street files twelve: the tenth is the crime type or the outcome type.
CREATE OR REPLACE TEMP TABLE archive_row AS
SELECT
    row_number() OVER () AS place,
    regexp_extract(filename, '(\d{4}-\d{2})-([a-z0-9-]+)-(street|outcomes)\.csv$', 1) AS month,
    regexp_extract(filename, '(\d{4}-\d{2})-([a-z0-9-]+)-(street|outcomes)\.csv$', 2) AS force,
    regexp_extract(filename, '(\d{4}-\d{2})-([a-z0-9-]+)-(street|outcomes)\.csv$', 3) AS kind,
    coalesce(trim(crime_id), '') AS crime_id,
    trim(label) AS label,
    trim(lsoa) AS lsoa
FROM read_csv(
    getvariable('archive') || '/**/*.csv',
    filename = true, header = true, delim = ',', quote = '"', escape = '"', null_padding = true, parallel = false,
    auto_detect = false,
    columns = {
        'crime_id': 'VARCHAR', 'row_month': 'VARCHAR', 'reported_by': 'VARCHAR', 'falls_within': 'VARCHAR',
        'longitude': 'VARCHAR', 'latitude': 'VARCHAR', 'location': 'VARCHAR', 'lsoa': 'VARCHAR', 'lsoa_name': 'VARCHAR',
        'label': 'VARCHAR', 'last_outcome': 'VARCHAR', 'context': 'VARCHAR'});

CREATE OR REPLACE TEMP VIEW street AS SELECT * FROM archive_row WHERE kind = 'street';
CREATE OR REPLACE TEMP VIEW outcomes AS SELECT * FROM archive_row WHERE kind = 'outcomes';

CREATE OR REPLACE TEMP TABLE crime_now AS
SELECT force, crime_id, month, label AS crime_type, lsoa
FROM street
WHERE crime_id <> ''
QUALIFY row_number() OVER (PARTITION BY force, crime_id ORDER BY month DESC, place DESC) = 1;

CREATE OR REPLACE TEMP TABLE outcome_now AS
SELECT force, crime_id, month, label AS outcome
FROM outcomes
WHERE crime_id <> ''
QUALIFY row_number() OVER (PARTITION BY force, crime_id ORDER BY month DESC, place DESC) = 1;
