-- The tables of figures, of the report's editions and of the lock, with their functions and with what the job and the report's secretary may
-- write. Views, the functions that they need, and what readers may see are in R__views.sql; what each table and column means is in
-- afterMigrate__comments.sql. Wide columns stand first in tables of many rows, so that rows carry no padding.

-- Group roles without login: an administrator grants them to the people and services that log in. They belong to the whole server, so another
-- database may have made them already.
DO $$
DECLARE
    missing text;
BEGIN
    SELECT string_agg(name, ', ' ORDER BY name) INTO missing
    FROM unnest(ARRAY['vaiwg_writer', 'vaiwg_reader', 'vaiwg_conduct', 'vaiwg_explain', 'vaiwg_dashboard', 'vaiwg_secretary', 'vaiwg_audit']) AS name
    WHERE name NOT IN (SELECT rolname FROM pg_roles);

    IF missing IS NULL THEN
        RETURN;
    END IF;
    IF NOT (SELECT rolcreaterole OR rolsuper FROM pg_roles WHERE rolname = current_user) THEN
        RAISE EXCEPTION 'The roles % are missing and the user % may not create them: ask an administrator to create them as NOLOGIN roles, or to give this user CREATEROLE, and start again.',
            missing, current_user
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    EXECUTE (SELECT string_agg(format('CREATE ROLE %I NOLOGIN', name), '; ')
             FROM unnest(string_to_array(missing, ', ')) AS name);
END
$$;

GRANT USAGE ON SCHEMA vaiwg TO vaiwg_writer, vaiwg_reader, vaiwg_conduct, vaiwg_explain, vaiwg_dashboard, vaiwg_secretary, vaiwg_audit;

-- A table of one's own fills the disk on which everything lies. Of another's database PostgreSQL only warns.
DO $$
BEGIN
    EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
END
$$;

-- The job logs in as a member of vaiwg_writer and owns nothing: it asks the history of migrations whether it finds its tables.
GRANT SELECT ON flyway_schema_history TO vaiwg_writer;

-- What was published stays.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is insert-only: what is otherwise is a further row.', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END
$$;

-- What is said in a publication is closed and never rewritten.
CREATE FUNCTION refuse_other_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.until = 'infinity' THEN
        OLD.until := NEW.until;
        IF NEW IS NOT DISTINCT FROM OLD THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'The dictionary of a publication is not rewritten: what is said otherwise is a new edition.'
        USING ERRCODE = 'insufficient_privilege';
END
$$;

---------------------------------------------------------------------------------------------------------------------------- publications

CREATE TABLE kpi_publication (
    publication smallint PRIMARY KEY,
    started_at  timestamptz NOT NULL,
    reason      text NOT NULL,
    daily_from  date,
    -- The fingerprint of the definitions under which it was published: a start with others begins a new one.
    catalogue   text NOT NULL DEFAULT '',
    -- By which the job knows which of two builds is the newer.
    version     int NOT NULL DEFAULT 0,
    -- Of which topics it is: figures of another log are never added to it.
    topics      text
);
GRANT SELECT, INSERT, UPDATE (version, topics) ON kpi_publication TO vaiwg_writer;

-- What is said of a measure stays with the snapshots that were published while it was said, so that a report of last year has last year's
-- titles, places and minimum numbers. since and until are as-ats, until not included.
CREATE TABLE kpi_dictionary (
    publication        smallint NOT NULL REFERENCES kpi_publication,
    edition            smallint NOT NULL,
    since              date NOT NULL,
    until              date NOT NULL DEFAULT 'infinity' CHECK (since <= until),
    kpi                text NOT NULL,
    priority           text NOT NULL,
    title              text NOT NULL,
    definition         text NOT NULL,
    unit               text NOT NULL,
    direction          text NOT NULL,
    owner              text NOT NULL,
    section            text NOT NULL,
    definition_hash    text NOT NULL,
    kind               text NOT NULL CHECK (kind IN ('count', 'share', 'rate', 'population_rate', 'percentile')),
    minimum_n          int NOT NULL CHECK (minimum_n >= 0),
    restricted         boolean NOT NULL DEFAULT false,
    needs              text,
    caveats            text NOT NULL DEFAULT '',
    place              text NOT NULL DEFAULT 'area' CHECK (place IN ('headline', 'area', 'annex', 'restricted_annex')),
    place_order        smallint CHECK (place_order > 0),
    place_name         text NOT NULL DEFAULT '',
    place_slice        text NOT NULL DEFAULT '',
    row_order          smallint,
    short_title        text,
    read_basis         text,
    read_window        text,
    read_basis_months  text,
    read_window_months text,
    shown_as_count     boolean NOT NULL DEFAULT false,
    concern            text,
    about_nobody       boolean NOT NULL DEFAULT false,
    oldest_of          text,
    one_of             text,
    dimension          text,
    dimension_values   text CHECK ((dimension_values IS NULL) = (dimension IS NULL)),
    PRIMARY KEY (kpi, publication, edition),
    CONSTRAINT kpi_dictionary_headline_check CHECK (place <> 'headline' OR (place_order IS NOT NULL AND place_name <> '')),
    CONSTRAINT kpi_dictionary_view_check CHECK ((read_basis IS NULL) = (read_window IS NULL)),
    CONSTRAINT kpi_dictionary_view_months_check CHECK ((read_basis_months IS NULL) = (read_window_months IS NULL))
);
CREATE TRIGGER dictionaries_stay BEFORE UPDATE OR DELETE ON kpi_dictionary FOR EACH ROW EXECUTE FUNCTION refuse_other_words();
CREATE TRIGGER dictionaries_are_not_emptied BEFORE TRUNCATE ON kpi_dictionary FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT, UPDATE (until) ON kpi_dictionary TO vaiwg_writer;

-- The rebase register: limits that were set again last year keep the reason that was given last year, whichever build makes the report again.
CREATE TABLE kpi_rebase (
    publication smallint NOT NULL REFERENCES kpi_publication,
    edition     smallint NOT NULL CHECK (edition > 0),
    since       date NOT NULL,
    until       date NOT NULL DEFAULT 'infinity' CHECK (since <= until),
    force       text NOT NULL,
    day         date NOT NULL,
    affects     text NOT NULL CHECK (affects <> ''),
    reason      text NOT NULL CHECK (reason <> ''),
    PRIMARY KEY (publication, force, day, affects, reason, edition)
);
CREATE TRIGGER rebases_stay BEFORE UPDATE OR DELETE ON kpi_rebase FOR EACH ROW EXECUTE FUNCTION refuse_other_words();
CREATE TRIGGER rebases_are_not_emptied BEFORE TRUNCATE ON kpi_rebase FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT, UPDATE (until) ON kpi_rebase TO vaiwg_writer;

-- What figures are read beside.
CREATE TABLE kpi_benchmark (
    publication smallint NOT NULL REFERENCES kpi_publication,
    edition     smallint NOT NULL CHECK (edition > 0),
    since       date NOT NULL,
    until       date NOT NULL DEFAULT 'infinity' CHECK (since <= until),
    force       text NOT NULL,
    kpi         text NOT NULL,
    slice       text NOT NULL,
    kind        text NOT NULL CHECK (kind IN ('baseline', 'target', 'comparator')),
    name        text NOT NULL CHECK (name <> ''),
    valid_from  date NOT NULL,
    stated      double precision NOT NULL,
    unit        text NOT NULL CHECK (unit IN ('count', 'percent', 'per_100', 'per_1000', 'per_10000', 'days', 'hours')),
    first_day   date,
    last_day    date,
    reason      text NOT NULL,
    source      text NOT NULL CHECK (source <> ''),
    quote       text NOT NULL,
    PRIMARY KEY (publication, force, kpi, slice, kind, name, valid_from, edition)
);
CREATE TRIGGER benchmarks_stay BEFORE UPDATE OR DELETE ON kpi_benchmark FOR EACH ROW EXECUTE FUNCTION refuse_other_words();
CREATE TRIGGER benchmarks_are_not_emptied BEFORE TRUNCATE ON kpi_benchmark FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT, UPDATE (until) ON kpi_benchmark TO vaiwg_writer;

-- What the force was asked for, planned, was given or did.
CREATE TABLE kpi_commitment (
    publication smallint NOT NULL REFERENCES kpi_publication,
    edition     smallint NOT NULL CHECK (edition > 0),
    since       date NOT NULL,
    until       date NOT NULL DEFAULT 'infinity' CHECK (since <= until),
    force       text NOT NULL CHECK (force <> ''),
    id          text NOT NULL CHECK (id <> ''),
    register    text NOT NULL CHECK (register IN ('recommendation', 'step', 'post', 'intervention')),
    place       smallint NOT NULL CHECK (place > 0),
    number      int NOT NULL CHECK (number > 0),
    set_title   text NOT NULL CHECK (set_title <> ''),
    body        text NOT NULL CHECK (body <> ''),
    addressed   text NOT NULL,
    owner       text NOT NULL,
    day         date,
    when_said   text NOT NULL,
    measures    text NOT NULL,
    reason      text NOT NULL CHECK ((reason = '') = (measures <> '')),
    section     text NOT NULL,
    PRIMARY KEY (publication, force, id, edition)
);
CREATE TRIGGER commitments_stay BEFORE UPDATE OR DELETE ON kpi_commitment FOR EACH ROW EXECUTE FUNCTION refuse_other_words();
CREATE TRIGGER commitments_are_not_emptied BEFORE TRUNCATE ON kpi_commitment FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT, UPDATE (until) ON kpi_commitment TO vaiwg_writer;

---------------------------------------------------------------------------------------------------------------------------------- slices

-- The cut by which a slice is finer than a theme, such as lpa; null where there is none. A measure's own dimension, an arm and a headline are none:
-- their rows are figures of their own.
CREATE FUNCTION finer_dimension(slice text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT substring(slice FROM '(?:^|;)(lpa|sex|age|ethnicity|disability|route|relationship|day|time|stratum)=')
$$;

-- By what a slice is a part of another: its finer dimension; else theme for the three that exclude one another, detail for the two parts of
-- stalking and harassment, and the theme itself where it overlaps with the others.
CREATE FUNCTION slice_part_by(slice text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(vaiwg.finer_dimension(slice), CASE substring(slice FROM 'theme=([^;]+)')
        WHEN 'rape' THEN 'theme'
        WHEN 'other_sexual' THEN 'theme'
        WHEN 'stalking_harassment' THEN 'theme'
        WHEN 'stalking' THEN 'detail'
        WHEN 'harassment' THEN 'detail'
        ELSE substring(slice FROM 'theme=([^;]+)')
    END)
$$;

-- The slice that it is a part of; null where it is a part of none.
CREATE FUNCTION slice_part_of(slice text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE
        WHEN vaiwg.finer_dimension(slice) IS NOT NULL
            THEN btrim(regexp_replace(slice, '(^|;)' || vaiwg.finer_dimension(slice) || '=[^;]*', ''), ';')
        WHEN slice ~ 'theme=(stalking|harassment)$' THEN regexp_replace(slice, 'theme=(stalking|harassment)$', 'theme=stalking_harassment')
        WHEN slice LIKE '%theme=%' THEN btrim(regexp_replace(slice, 'theme=[^;]*', ''), ';')
    END
$$;

-- What is constant along a line of values. The id is computed by the job from the other columns, so that a rebuild arrives at the same ids. The
-- window of a series of days is the empty text. reach: how far a value reaches back from its as-at, by its window and its horizon, lag: by its horizon
-- alone; a stock has neither, and reaches nowhere.
CREATE TABLE kpi_series (
    series_id       bigint PRIMARY KEY,
    force           text NOT NULL,
    kpi             text NOT NULL,
    basis           text NOT NULL,
    "window"        text NOT NULL,
    slice           text NOT NULL,
    definition_hash text NOT NULL,
    horizon_days    int CHECK (horizon_days >= 0),
    restricted      boolean NOT NULL DEFAULT false,
    reach_days      int NOT NULL GENERATED ALWAYS AS (
        coalesce(substring("window" FROM '^([0-9]+)d$')::int, 0) + coalesce(substring(basis FROM '_([0-9]+)d$')::int, 0)) STORED,
    reach_months    int NOT NULL GENERATED ALWAYS AS (
        coalesce(substring("window" FROM '^([0-9]+)m$')::int, 0) + coalesce(substring(basis FROM '_([0-9]+)m$')::int, 0)) STORED,
    finer           boolean NOT NULL GENERATED ALWAYS AS (finer_dimension(slice) IS NOT NULL) STORED,
    part_of         text GENERATED ALWAYS AS (slice_part_of(slice)) STORED,
    part_by         text GENERATED ALWAYS AS (slice_part_by(slice)) STORED,
    lag_days        int NOT NULL GENERATED ALWAYS AS (coalesce(substring(basis FROM '_([0-9]+)d$')::int, 0)) STORED,
    lag_months      int NOT NULL GENERATED ALWAYS AS (coalesce(substring(basis FROM '_([0-9]+)m$')::int, 0)) STORED,
    UNIQUE (force, kpi, basis, "window", slice, definition_hash)
);
CREATE INDEX kpi_series_parts ON kpi_series (force, kpi, basis, "window", part_of) WHERE part_of IS NOT NULL;
GRANT SELECT, INSERT ON kpi_series TO vaiwg_writer;

----------------------------------------------------------------------------------------- what is published, in one transaction a midnight

-- A snapshot's marker; it exists if and only if the snapshot's rows do. history_from: the day of the oldest event that the job had of the
-- force; a window that begins before it holds less than it says.
CREATE TABLE kpi_snapshot (
    published_at timestamptz NOT NULL DEFAULT now(),
    as_at        date NOT NULL,
    daily_from   date,
    row_count    int NOT NULL CHECK (row_count >= 0),
    publication  smallint NOT NULL,
    complete     boolean NOT NULL,
    force        text NOT NULL,
    kind         text NOT NULL CHECK (kind IN ('published', 'reconstructed')),
    granularity  text NOT NULL CHECK (granularity IN ('all', 'total_and_theme')),
    digest       text NOT NULL,
    catalogue    text NOT NULL,
    data_through jsonb NOT NULL,
    history_from date,
    PRIMARY KEY (publication, force, as_at)
);
CREATE TRIGGER published_snapshots_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON kpi_snapshot
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Where a series lies in packs of values. The id of a pack is computed by the job from the series that may be in it.
CREATE TABLE kpi_pack_place (
    series_id bigint NOT NULL,
    pack_id   bigint NOT NULL,
    place     smallint NOT NULL CHECK (place > 0),
    PRIMARY KEY (pack_id, place)
);
CREATE INDEX kpi_pack_place_series ON kpi_pack_place (series_id);
GRANT SELECT, INSERT ON kpi_pack_place TO vaiwg_writer;

-- What was published of a measure at a midnight, or of two hundred of its series: a row for each value was six times as large (docs/decisions/0196).
-- Numbers and letters lie at the places of kpi_pack_place. There is no foreign key: the job writes the places first. A cell of zero of zero is
-- null. A percentile's numerator is the percentile itself, its denominator the number of cases.
CREATE TABLE kpi_value_pack (
    pack_id      bigint NOT NULL,
    as_at        date NOT NULL,
    publication  smallint NOT NULL,
    -- Why each is withheld from those who may not see all: s where it is small, p where a part of a whole with one, a dot where it is shown; decided
    -- where it is published (docs/figures.md). Null where all are shown.
    withheld     text CHECK (withheld ~ '^[.sp]+$'),
    numerators   int[] NOT NULL,
    denominators int[],
    PRIMARY KEY (pack_id, as_at, publication)
);
-- Rows arrive a snapshot at a time, so the days lie in order on disk: a few pages of index find one snapshot.
CREATE INDEX kpi_value_pack_as_at ON kpi_value_pack USING brin (as_at) WITH (pages_per_range = 8);
CREATE TRIGGER published_values_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON kpi_value_pack
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Shares that are estimated or standardised. A share that cannot be estimated has no row; a difference of two shares lies between -1 and 1. All
-- events through data_through are in it; at_risk is the greatest number of cases at risk at one age.
CREATE TABLE kpi_estimate_row (
    series_id    bigint NOT NULL,
    value        double precision NOT NULL CHECK (value BETWEEN -1 AND 1),
    lower        double precision NOT NULL,
    upper        double precision NOT NULL,
    as_at        date NOT NULL,
    data_through date NOT NULL,
    at_risk      int NOT NULL CHECK (at_risk > 0),
    publication  smallint NOT NULL,
    PRIMARY KEY (series_id, as_at, publication),
    CHECK (lower <= value AND value <= upper)
);
CREATE INDEX kpi_estimate_row_as_at ON kpi_estimate_row USING brin (as_at) WITH (pages_per_range = 32);
CREATE TRIGGER published_estimates_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON kpi_estimate_row
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A block of a control chart at the midnight that ended it. The window of the series is the block's: 28d, or 1m where a source knows months
-- only. With t and t_rest, value and limits are days between events (or between those that are not counted); with change they are by how much a
-- stock changed from the block end before, and numerator and denominator are the stock. Limits of year move with the block a year before.
CREATE TABLE kpi_limit_row (
    series_id   bigint NOT NULL,
    value       double precision NOT NULL,
    lower       double precision NOT NULL,
    centre      double precision NOT NULL,
    upper       double precision NOT NULL,
    as_at       date NOT NULL,
    first_day   date NOT NULL,
    numerator   int NOT NULL,
    denominator int,
    -- How many blocks there are since the limits began: they are made of the first twelve, and on trial until then.
    blocks      int NOT NULL CHECK (blocks > 1),
    publication smallint NOT NULL,
    -- On which side of the centre the rule is completed; 0 where none is. Of days between events 1 is a longer time.
    side        smallint NOT NULL,
    trial       boolean NOT NULL,
    chart       text NOT NULL CHECK (chart IN ('xmr', 'year', 'rate', 'p', 'laney', 't', 't_rest', 'change')),
    variation   text CHECK (variation IN ('common_cause', 'improvement', 'concern', 'neutral')),
    rule        text CHECK (rule IN ('outside', 'shift', 'trend', 'outer_third')),
    assurance   text CHECK (assurance IN ('passes', 'fails', 'hit_or_miss')),
    -- As in kpi_value_row.
    withheld    text CHECK (withheld IN ('small', 'part')),
    PRIMARY KEY (series_id, as_at, publication),
    CONSTRAINT kpi_limit_row_order_check CHECK (lower <= centre AND centre <= upper),
    CONSTRAINT kpi_limit_row_side_check CHECK ((side <> 0) = (rule IS NOT NULL)),
    CONSTRAINT kpi_limit_row_trial_check CHECK (trial OR blocks >= 12),
    CONSTRAINT kpi_limit_row_variation_trial_check CHECK (trial = (variation IS NULL)),
    CONSTRAINT kpi_limit_row_judged_check CHECK (NOT trial OR (rule IS NULL AND assurance IS NULL)),
    CONSTRAINT kpi_limit_row_times_check
        CHECK (chart <> 't' OR (assurance IS NULL AND numerator > 0 AND coalesce(rule, 'shift') IN ('outside', 'shift'))),
    CONSTRAINT kpi_limit_row_rest_check
        CHECK (chart <> 't_rest'
            OR (assurance IS NULL AND denominator > numerator AND coalesce(rule, 'shift') IN ('outside', 'shift'))),
    CONSTRAINT kpi_limit_row_change_check CHECK (chart <> 'change' OR assurance IS NULL)
);
CREATE TRIGGER published_limits_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON kpi_limit_row
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The ranges in which areas of their size are to be expected; the shares themselves are in kpi_value_row.
CREATE TABLE kpi_funnel_row (
    series_id   bigint NOT NULL,
    centre      double precision NOT NULL,
    lower_95    double precision NOT NULL,
    upper_95    double precision NOT NULL,
    lower_998   double precision NOT NULL,
    upper_998   double precision NOT NULL,
    as_at       date NOT NULL,
    publication smallint NOT NULL,
    PRIMARY KEY (series_id, as_at, publication),
    CHECK (lower_998 <= lower_95 AND lower_95 <= centre AND centre <= upper_95 AND upper_95 <= upper_998)
);
CREATE TRIGGER published_funnels_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON kpi_funnel_row
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A signal has one id and a row for each thing said of it; nothing is taken back, a withdrawal is a row of its own. A daily alarm that stands
-- turns where a block that ended since tells that the data changed in its days: from then on its state is data_quality.
CREATE TABLE kpi_signal_row (
    observed     double precision NOT NULL,
    expected     double precision NOT NULL,
    sigma_z      double precision NOT NULL CHECK (sigma_z >= 1),
    as_at        date NOT NULL,
    day          date NOT NULL,
    since        date NOT NULL CHECK (since <= day),
    n            int NOT NULL CHECK (n >= 0),
    publication  smallint NOT NULL,
    restricted   boolean NOT NULL,
    force        text NOT NULL,
    signal_id    text NOT NULL,
    kpi          text NOT NULL,
    basis        text NOT NULL,
    "window"     text NOT NULL,
    slice        text NOT NULL,
    rule         text NOT NULL,
    state        text NOT NULL CHECK (state IN ('watch', 'act', 'data_quality')),
    change       text NOT NULL CHECK (change IN ('raised', 'confirmed', 'turned', 'acknowledged', 'ended', 'withdrawn')),
    false_alarms text NOT NULL,
    paragraph    text NOT NULL,
    PRIMARY KEY (publication, force, as_at, signal_id, change)
);
CREATE TRIGGER published_signals_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON kpi_signal_row
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What is to be said of a figure: a row at each midnight at which its chart's period ended, a signal stands on it or ended, its level is worse, or
-- it has a target; it stands until the next. The series is that of its chart, or where it has none of the figure as it is read. The sentence is
-- in two parts, since not all may see its numbers.
CREATE TABLE kpi_verdict_row (
    series_id          bigint NOT NULL,
    usual              double precision,
    lower              double precision,
    upper              double precision,
    goal               double precision,
    as_at              date NOT NULL,
    since              date CHECK (since <= as_at),
    judged_at          date CHECK (judged_at <= as_at),
    first_day          date,
    last_day           date CHECK (first_day <= last_day AND last_day < judged_at),
    numerator          int,
    denominator        int,
    more               int,
    numerator_before   int,
    denominator_before int,
    read_numerator     int,
    read_denominator   int,
    publication        smallint NOT NULL,
    side               smallint NOT NULL CHECK (side BETWEEN -1 AND 1),
    -- Whether its numbers that are in no row of a chart are of one to four people.
    few                boolean NOT NULL,
    state              text NOT NULL CHECK (state IN ('act', 'watch', 'no_change', 'improving', 'too_few', 'too_young', 'not_charted')),
    target             text NOT NULL CHECK (target IN ('meets', 'short', 'none')),
    why                text NOT NULL CHECK (why IN ('figure', 'data', 'level', 'provisional')),
    rule               text CHECK (rule IN ('outside', 'shift', 'trend', 'outer_third')),
    what               text,
    figures            text,
    signals            text NOT NULL,
    PRIMARY KEY (series_id, as_at, publication),
    CHECK (state IN ('act', 'watch', 'improving') = (since IS NOT NULL)),
    CHECK (what IS NOT NULL OR state NOT IN ('act', 'watch', 'improving') AND target <> 'short')
);
CREATE TRIGGER published_verdicts_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON kpi_verdict_row
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The open matters of each snapshot: figures that are taken to have one cause, of which an owner is asked once. The series is that of the chart
-- that shows it best; place is their order. Lists are separated by commas.
CREATE TABLE kpi_matter_row (
    series_id   bigint NOT NULL,
    as_at       date NOT NULL,
    raised      date NOT NULL CHECK (raised <= as_at),
    due         date NOT NULL CHECK (due > raised),
    since       date NOT NULL,
    day         date NOT NULL CHECK (since <= day AND day < raised),
    first_day   date,
    last_day    date,
    place       smallint NOT NULL,
    publication smallint NOT NULL,
    daily       boolean NOT NULL,
    few         boolean NOT NULL,
    matter      text NOT NULL,
    area        text NOT NULL,
    concern     text NOT NULL,
    theme       text NOT NULL,
    lpas        text NOT NULL,
    movement    text NOT NULL CHECK (movement IN ('better', 'worse', 'more', 'less')),
    why         text NOT NULL CHECK (why IN ('figure', 'data', 'level')),
    state       text NOT NULL CHECK (state IN ('act', 'watch')),
    what        text NOT NULL,
    figures     text NOT NULL,
    signals     text NOT NULL,
    shown_also  text NOT NULL,
    same_cases  text NOT NULL,
    PRIMARY KEY (as_at, series_id, matter, publication)
);
CREATE TRIGGER published_matters_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON kpi_matter_row
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What became known otherwise of the headlines: the value published at one midnight, and the rows of all midnights after it whose day is in its
-- window, add up to what is known of the same days now.
CREATE TABLE kpi_revision_row (
    series_id   bigint NOT NULL,
    as_at       date NOT NULL,
    day         date NOT NULL CHECK (day < as_at),
    numerator   int NOT NULL,
    denominator int,
    publication smallint NOT NULL,
    cause       text NOT NULL CHECK (cause IN ('late', 'cancelled', 'reclassified', 'outcome_changed', 'corrected', 'other_record', 'due')),
    PRIMARY KEY (series_id, as_at, day, cause, publication)
);
CREATE TRIGGER published_revisions_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON kpi_revision_row
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- How each stream of a force came, so that a report of that midnight says the same for ever.
CREATE TABLE kpi_stream_row (
    expected_week double precision,
    newest        date,
    since         date,
    as_at         date NOT NULL,
    publication   smallint NOT NULL,
    force         text NOT NULL,
    stream        text NOT NULL,
    state         text NOT NULL CHECK (state IN ('never received', 'as usual', 'silent', 'halved', 'not expected')),
    sentence      text NOT NULL,
    kpis          text NOT NULL,
    PRIMARY KEY (publication, force, as_at, stream)
);
CREATE TRIGGER published_streams_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON kpi_stream_row
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT ON kpi_snapshot, kpi_value_pack, kpi_estimate_row, kpi_limit_row, kpi_funnel_row, kpi_signal_row, kpi_revision_row,
    kpi_stream_row, kpi_verdict_row, kpi_matter_row TO vaiwg_writer;

------------------------------------------------------------------------------------------------------------------------ what is known now

CREATE FUNCTION sum_of(numbers int[]) RETURNS int
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT sum(number)::int FROM unnest(numbers) number
$$;

-- Every day as known now, a row a month: the arrays are indexed by the day of the month.
CREATE TABLE kpi_day_month (
    series_id    bigint NOT NULL,
    month        date NOT NULL CHECK (extract(day FROM month) = 1),
    numerators   int[] NOT NULL CHECK (cardinality(numerators) <= 31),
    denominators int[] CHECK (cardinality(denominators) = cardinality(numerators)),
    numerator    int GENERATED ALWAYS AS (sum_of(numerators)) STORED,
    denominator  int GENERATED ALWAYS AS (sum_of(denominators)) STORED,
    PRIMARY KEY (series_id, month)
);

CREATE TABLE kpi_feed_row (
    complete_through timestamptz NOT NULL,
    updated_at       timestamptz NOT NULL,
    force            text NOT NULL,
    stream           text NOT NULL,
    PRIMARY KEY (force, stream)
);

-- What sources say that they had, beside what was received: a row for each hour as at which it was compared. Empty texts stand for all records.
CREATE TABLE kpi_control_total_row (
    counted_from timestamptz NOT NULL,
    counted_to   timestamptz NOT NULL CHECK (counted_to > counted_from),
    known_at     timestamptz NOT NULL,
    stated       bigint NOT NULL CHECK (stated >= 0),
    received     bigint NOT NULL CHECK (received >= 0),
    force        text NOT NULL,
    stream       text NOT NULL,
    status       text NOT NULL,
    code         text NOT NULL,
    sentence     text NOT NULL,
    PRIMARY KEY (force, stream, counted_from, counted_to, status, code, known_at)
);

-- Pages ask for those of the last days.
CREATE INDEX kpi_control_total_newest ON kpi_control_total_row (counted_to);

-- What later releases of archives corrected: counts of crimes, written by the import. came and went move a month's and type's number of crimes;
-- altered are those that stay in them with another outcome or place.
CREATE TABLE release_change (
    known_from date NOT NULL,
    month      date NOT NULL CHECK (extract(day FROM month) = 1),
    came       int NOT NULL CHECK (came >= 0),
    went       int NOT NULL CHECK (went >= 0),
    altered    int NOT NULL CHECK (altered >= 0),
    force      text NOT NULL,
    crime_type text NOT NULL,
    cause      text NOT NULL,
    PRIMARY KEY (force, known_from, month, crime_type, cause)
);

GRANT SELECT, INSERT, UPDATE ON kpi_day_month, kpi_feed_row, kpi_control_total_row, release_change TO vaiwg_writer;

-- Events that arrived late; the key is the place in the log.
CREATE TABLE late_event (
    kafka_offset    bigint NOT NULL,
    changed_at      timestamptz NOT NULL,
    known_at        timestamptz NOT NULL,
    kafka_partition int NOT NULL,
    topic           text NOT NULL,
    force           text NOT NULL,
    stream          text NOT NULL,
    event_id        text NOT NULL,
    PRIMARY KEY (topic, kafka_partition, kafka_offset)
);
GRANT SELECT, INSERT ON late_event TO vaiwg_writer;

-- What owners say of signals, leads to the Strategy Board, both of commitments, and what the board asks for, in their words. Free text is here and
-- in no metric, label or log. What was said stays as it was said: the same number again is a further row.
CREATE TABLE kpi_note_row (
    version    bigint NOT NULL,
    at         timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    known_at   timestamptz NOT NULL,
    event_id   uuid NOT NULL,
    force      text NOT NULL,
    signal_id  text NOT NULL,
    kind       text NOT NULL CHECK (kind IN ('note', 'acknowledgement')),
    -- The post that owns the measure, not a person's name: a claim. The login is who made it; null where a producer does not say.
    post       text,
    cause      text,
    action     text,
    standing   text CHECK (standing IN ('on_course', 'behind', 'done')),
    login      text,
    -- Of an action that a meeting of the board asked for: who is to do it, by when, and when it was done.
    owner      text,
    due        date,
    done       date,
    PRIMARY KEY (force, signal_id, version, event_id)
);
CREATE TRIGGER what_was_said_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON kpi_note_row
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON kpi_note_row TO vaiwg_writer;

------------------------------------------------------------------------------------------------------------- editions of the board's report

-- Dashboards lead to the page on which a signal is answered; where that is, an installation says when it migrates.
CREATE TABLE board_address (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    address  text NOT NULL CHECK (address ~ '^https?://[^[:space:]]*[^/[:space:]]$')
);

-- In whose name a login approves. Only the owner of the tables writes it.
CREATE TABLE board_post (
    login text NOT NULL CHECK (login <> ''),
    post  text NOT NULL CHECK (post <> ''),
    PRIMARY KEY (login, post)
);

-- Which editions there are, on which figures and notes each rests, and who let it go. Who makes reports logs in as a member of vaiwg_secretary,
-- beside a group that reads figures; the job has no part in it.
CREATE TABLE board_report (
    drafted_at      timestamptz NOT NULL,
    notes_until     timestamptz NOT NULL CHECK (notes_until <= drafted_at),
    approved_at     timestamptz CHECK (approved_at >= drafted_at),
    issued_at       timestamptz CHECK (issued_at >= approved_at),
    as_at           date NOT NULL,
    edition         int NOT NULL CHECK (edition > 0),
    draft           int NOT NULL DEFAULT 1 CHECK (draft > 0),
    previous        int CHECK (previous < edition),
    replaces        int CHECK (replaces < edition),
    publication     smallint NOT NULL,
    force           text NOT NULL,
    tier            text NOT NULL CHECK (tier IN ('internal', 'board', 'public')),
    status          text NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'approved', 'issued')),
    approved_by     text CHECK (approved_by <> ''),
    what_changed    text CHECK (what_changed <> ''),
    manifest_sha256 text NOT NULL CHECK (manifest_sha256 ~ '^[0-9a-f]{64}$'),
    drafted_login   text NOT NULL,
    approved_login  text,
    issued_login    text,
    issue_sha256    text CHECK (issue_sha256 ~ '^[0-9a-f]{64}$'),
    PRIMARY KEY (force, edition, draft),
    FOREIGN KEY (publication, force, as_at) REFERENCES kpi_snapshot,
    CONSTRAINT board_report_approved_check CHECK (num_nonnulls(approved_by, approved_at) = CASE status WHEN 'draft' THEN 0 ELSE 2 END),
    CONSTRAINT board_report_issued_check CHECK ((issued_at IS NOT NULL) = (status = 'issued')),
    CONSTRAINT board_report_replaces_check CHECK ((replaces IS NULL) = (what_changed IS NULL))
);
-- Of the drafts of an edition one is approved.
CREATE UNIQUE INDEX board_report_approved ON board_report (force, edition) WHERE status <> 'draft';

-- The files of issued reports, as they were issued: they are the same for ever, also where another build would write them otherwise.
CREATE TABLE board_report_file (
    edition int NOT NULL,
    force   text NOT NULL,
    name    text NOT NULL CHECK (name <> ''),
    content bytea NOT NULL,
    PRIMARY KEY (force, edition, name)
);

-- Who drafts, approves and issues a report is who is logged in: the database writes session_user, which nobody can type. Who approves holds the
-- post in whose name it is approved, and is neither who drafted it nor who issues it. What is issued are the bytes that were approved.
CREATE FUNCTION check_report_is_begun() RETURNS trigger LANGUAGE plpgsql SET search_path = vaiwg, pg_temp AS $$
DECLARE
    earlier int;
BEGIN
    IF NEW.status <> 'draft' THEN
        RAISE EXCEPTION 'A report begins as a draft, and is approved and issued later.' USING ERRCODE = 'check_violation';
    END IF;
    IF EXISTS (SELECT FROM board_report WHERE force = NEW.force AND edition = NEW.edition AND status <> 'draft') THEN
        RAISE EXCEPTION 'Edition % of % has been approved: what is otherwise is a further edition.', NEW.edition, NEW.force
            USING ERRCODE = 'check_violation';
    END IF;
    FOREACH earlier IN ARRAY array_remove(ARRAY[NEW.previous, NEW.replaces], NULL) LOOP
        IF NOT EXISTS (
            SELECT FROM board_report
            WHERE force = NEW.force AND edition = earlier AND tier = NEW.tier AND status = 'issued' AND as_at <= NEW.as_at)
        THEN
            RAISE EXCEPTION 'Edition % of % has not been issued for the % tier with figures of this as-at or an earlier one: name one that has.',
                earlier, NEW.force, NEW.tier
                USING ERRCODE = 'check_violation';
        END IF;
    END LOOP;
    NEW.drafted_at := clock_timestamp();
    NEW.drafted_login := session_user;
    RETURN NEW;
END
$$;

CREATE FUNCTION check_report_goes_on() RETURNS trigger LANGUAGE plpgsql SET search_path = vaiwg, pg_temp AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND (OLD.status, NEW.status) IN (('draft', 'approved'), ('approved', 'issued')) THEN
        IF NEW.status = 'approved' THEN
            IF session_user = OLD.drafted_login THEN
                RAISE EXCEPTION 'Edition % of % was drafted by the login %, which therefore does not approve it: whoever holds the post approves it with another login.',
                    OLD.edition, OLD.force, OLD.drafted_login
                    USING ERRCODE = 'insufficient_privilege';
            END IF;
            IF NOT EXISTS (SELECT FROM board_post WHERE login = session_user AND post = NEW.approved_by) THEN
                RAISE EXCEPTION 'The login % does not hold the post "%": log in as somebody who does, or have the owner of the tables grant it.',
                    session_user, NEW.approved_by
                    USING ERRCODE = 'insufficient_privilege';
            END IF;
            OLD.approved_by := NEW.approved_by;
            OLD.issue_sha256 := NEW.issue_sha256;
            NEW.approved_at := clock_timestamp();
            OLD.approved_at := NEW.approved_at;
            NEW.approved_login := session_user;
            OLD.approved_login := NEW.approved_login;
        ELSE
            IF session_user = OLD.approved_login THEN
                RAISE EXCEPTION 'Edition % of % was approved by the login %, which therefore does not issue it: somebody else issues it.',
                    OLD.edition, OLD.force, OLD.approved_login
                    USING ERRCODE = 'insufficient_privilege';
            END IF;
            IF NEW.manifest_sha256 IS DISTINCT FROM OLD.issue_sha256 THEN
                RAISE EXCEPTION 'What would be issued as edition % of % is not what was approved: issue it with the build that it was approved with, or draft it again as a further edition.',
                    OLD.edition, OLD.force
                    USING ERRCODE = 'check_violation';
            END IF;
            NEW.issued_at := clock_timestamp();
            OLD.issued_at := NEW.issued_at;
            NEW.issued_login := session_user;
            OLD.issued_login := NEW.issued_login;
        END IF;
        OLD.status := NEW.status;
        OLD.manifest_sha256 := NEW.manifest_sha256;
        IF NEW IS NOT DISTINCT FROM OLD THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'A report is not rewritten: a draft is approved, an approved one is issued, and what is otherwise is a further draft or edition.'
        USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE FUNCTION check_file_is_of_issued_report() RETURNS trigger LANGUAGE plpgsql SET search_path = vaiwg, pg_temp AS $$
DECLARE
    told text;
BEGIN
    SELECT manifest_sha256 INTO told FROM board_report WHERE force = NEW.force AND edition = NEW.edition AND status = 'issued';
    IF NOT FOUND THEN
        RAISE EXCEPTION 'Edition % of % has not been issued.', NEW.edition, NEW.force USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.name <> 'manifest.json' THEN
        told := NULL;
        SELECT entry ->> 'sha256' INTO told
        FROM board_report_file m, jsonb_array_elements(convert_from(m.content, 'UTF8')::jsonb -> 'files') entry
        WHERE m.force = NEW.force AND m.edition = NEW.edition AND m.name = 'manifest.json' AND entry ->> 'name' = NEW.name;
    END IF;
    IF told IS DISTINCT FROM encode(sha256(NEW.content), 'hex') THEN
        RAISE EXCEPTION 'The file % is not one that edition % of % was issued with: its manifest does not name these bytes.',
            NEW.name, NEW.edition, NEW.force
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER reports_begin_as_drafts BEFORE INSERT ON board_report FOR EACH ROW EXECUTE FUNCTION check_report_is_begun();
CREATE TRIGGER reports_stay BEFORE UPDATE OR DELETE ON board_report FOR EACH ROW EXECUTE FUNCTION check_report_goes_on();
CREATE TRIGGER reports_are_not_emptied BEFORE TRUNCATE ON board_report FOR EACH STATEMENT EXECUTE FUNCTION check_report_goes_on();
CREATE TRIGGER files_are_of_issued_reports BEFORE INSERT ON board_report_file
    FOR EACH ROW EXECUTE FUNCTION check_file_is_of_issued_report();
CREATE TRIGGER issued_files_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON board_report_file
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The three steps. They have the rights of the tables' owner, since nobody else may write there; session_user stays who called.
CREATE FUNCTION draft_report(
    of_force text, of_edition int, of_draft int, of_as_at date, of_publication int, of_tier text, until timestamptz, beside int, instead_of int,
    because text, manifest text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = vaiwg, pg_temp AS $$
    INSERT INTO board_report (force, edition, draft, as_at, publication, tier, drafted_at, notes_until, previous, replaces, what_changed,
                              manifest_sha256)
    VALUES (of_force, of_edition, of_draft, of_as_at, of_publication::smallint, of_tier, clock_timestamp(), until, beside, instead_of, because,
            manifest)
$$;

CREATE FUNCTION approve_report(of_force text, of_edition int, of_draft int, in_name_of text, manifest text, manifest_when_issued text)
RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = vaiwg, pg_temp AS $$
BEGIN
    UPDATE board_report
    SET status = 'approved', approved_by = in_name_of, approved_at = clock_timestamp(), manifest_sha256 = manifest,
        issue_sha256 = manifest_when_issued
    WHERE force = of_force AND edition = of_edition AND draft = of_draft;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'There is no draft % of edition % of %.', of_draft, of_edition, of_force USING ERRCODE = 'no_data_found';
    END IF;
END
$$;

CREATE FUNCTION issue_report(of_force text, of_edition int, of_draft int, names text[], contents bytea[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = vaiwg, pg_temp AS $$
DECLARE
    manifest bytea := contents[array_position(names, 'manifest.json')];
BEGIN
    IF manifest IS NULL OR cardinality(names) <> cardinality(contents) THEN
        RAISE EXCEPTION 'A report is issued with all its files at once, manifest.json among them.' USING ERRCODE = 'check_violation';
    END IF;
    UPDATE board_report SET status = 'issued', issued_at = clock_timestamp(), manifest_sha256 = encode(sha256(manifest), 'hex')
    WHERE force = of_force AND edition = of_edition AND draft = of_draft;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'There is no draft % of edition % of %.', of_draft, of_edition, of_force USING ERRCODE = 'no_data_found';
    END IF;
    INSERT INTO board_report_file (force, edition, name, content) VALUES (of_force, of_edition, 'manifest.json', manifest);
    INSERT INTO board_report_file (force, edition, name, content)
    SELECT of_force, of_edition, file.name, file.content FROM unnest(names, contents) file(name, content) WHERE file.name <> 'manifest.json';
    IF cardinality(names) - 1 <> jsonb_array_length(convert_from(manifest, 'UTF8')::jsonb -> 'files') THEN
        RAISE EXCEPTION 'A file that the manifest of edition % of % names is missing.', of_edition, of_force USING ERRCODE = 'check_violation';
    END IF;
END
$$;

REVOKE ALL ON FUNCTION
    draft_report(text, int, int, date, int, text, timestamptz, int, int, text, text),
    approve_report(text, int, int, text, text, text),
    issue_report(text, int, int, text[], bytea[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION
    draft_report(text, int, int, date, int, text, timestamptz, int, int, text, text),
    approve_report(text, int, int, text, text, text),
    issue_report(text, int, int, text[], bytea[]) TO vaiwg_secretary;
GRANT SELECT ON board_report, board_report_file, board_post TO vaiwg_secretary;

-- Who saw, took, answered or was refused what. It is about people, so it has a group of readers of its own, and is kept for two years at least.
CREATE TABLE board_access (
    at             timestamptz NOT NULL DEFAULT clock_timestamp(),
    status         int,
    login          text NOT NULL,
    database_login text NOT NULL DEFAULT session_user,
    address        text,
    kind           text NOT NULL CHECK (kind IN ('page', 'export', 'answer', 'explanation', 'refusal', 'login_failed')),
    what           text,
    reason         text
);
CREATE INDEX board_access_at ON board_access (at);

CREATE FUNCTION log_access(login text, address text, kind text, what text, status int, reason text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = vaiwg, pg_temp AS $$
    INSERT INTO board_access (login, address, kind, what, status, reason)
    VALUES (log_access.login, log_access.address, log_access.kind, log_access.what, log_access.status, log_access.reason)
$$;

CREATE FUNCTION check_access_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.at > now() - interval '2 years' THEN
        RAISE EXCEPTION 'Access is kept for two years: forget what is older.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN OLD;
END
$$;

CREATE TRIGGER access_stays BEFORE UPDATE OR TRUNCATE ON board_access FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER access_is_kept BEFORE DELETE ON board_access FOR EACH ROW EXECUTE FUNCTION check_access_is_kept();

-- Gives how many rows it removed. For the owner of the tables.
CREATE FUNCTION forget_access(before date) RETURNS bigint LANGUAGE sql SET search_path = vaiwg, pg_temp AS $$
    WITH forgotten AS (DELETE FROM board_access WHERE at < before::timestamp AT TIME ZONE 'Europe/London' RETURNING 1)
    SELECT count(*) FROM forgotten
$$;

REVOKE ALL ON FUNCTION log_access(text, text, text, text, int, text), forget_access(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION log_access(text, text, text, text, int, text) TO vaiwg_reader, vaiwg_conduct, vaiwg_explain, vaiwg_secretary;

-- What was erased of data subjects, and why. It names nobody: references are here as keyed hashes alone. Written by the owner of the tables.
CREATE TABLE erasure (
    at             timestamptz NOT NULL DEFAULT clock_timestamp(),
    records        bigint NOT NULL,
    late_events    bigint NOT NULL,
    force          text NOT NULL,
    subject        text[] NOT NULL,
    old_topics     text NOT NULL,
    new_topics     text NOT NULL,
    reason         text NOT NULL CHECK (reason <> ''),
    database_login text NOT NULL DEFAULT session_user
);
CREATE TRIGGER erasure_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON erasure FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

------------------------------------------------------------------------------------------------------------ the lock of the job that publishes

-- One job at a time publishes here. It holds an advisory lock of its session, which the server gives back with the session. Anybody may take
-- an advisory lock, so its key is drawn anew for each job, and counts only where a member of vaiwg_writer holds it (publication_lock_holder).
CREATE TABLE publication_lock (
    key      bigint NOT NULL,
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row)
);

CREATE FUNCTION new_lock_key() RETURNS bigint LANGUAGE sql VOLATILE AS $$
    SELECT ('x' || left(replace(gen_random_uuid()::text, '-', ''), 16))::bit(64)::bigint
$$;

INSERT INTO publication_lock VALUES (new_lock_key());

-- Takes the lock for the session and gives null; where another job holds it, gives the key for which to wait. Who asks at the same time waits
-- at the row, which only a writer may lock.
CREATE FUNCTION take_publication_lock() RETURNS bigint LANGUAGE plpgsql SET search_path = vaiwg, pg_temp AS $$
DECLARE
    drawn bigint := new_lock_key();
    held bigint;
BEGIN
    PERFORM FROM publication_lock FOR UPDATE;
    SELECT key INTO held FROM publication_lock_holder WHERE pid <> pg_backend_pid();
    IF held IS NULL THEN
        PERFORM pg_advisory_lock(drawn);
        UPDATE publication_lock SET key = drawn;
    END IF;
    RETURN held;
END
$$;

REVOKE ALL ON FUNCTION take_publication_lock(), new_lock_key() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION take_publication_lock(), new_lock_key() TO vaiwg_writer;
GRANT SELECT, UPDATE ON publication_lock TO vaiwg_writer;
