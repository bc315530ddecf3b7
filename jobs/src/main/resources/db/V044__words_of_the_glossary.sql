-- One word for one thing, as in docs/glossary.md: publication, known at, caveats.
DO $$
DECLARE
    word record;
    place record;
BEGIN
    FOR word IN SELECT * FROM (VALUES ('generation', 'publication'), ('admitted_at', 'known_at'), ('caution', 'caveats')) w(old, new) LOOP
        -- Partitions take the name of their table.
        FOR place IN
            SELECT c.relname, c.relkind FROM pg_attribute a
            JOIN pg_class c ON c.oid = a.attrelid AND c.relnamespace = 'vaiwg'::regnamespace AND c.relkind IN ('r', 'p', 'v')
            WHERE a.attname = word.old AND a.attinhcount = 0 AND NOT a.attisdropped
        LOOP
            EXECUTE format('ALTER %s vaiwg.%I RENAME COLUMN %I TO %I',
                CASE place.relkind WHEN 'v' THEN 'VIEW' ELSE 'TABLE' END, place.relname, word.old, word.new);
        END LOOP;
        -- Views and constraints follow by themselves; the text of a function does not. A parameter of the new name is told from the column by
        -- the name of its function; the bare name is the column's.
        FOR place IN
            SELECT replace(pg_get_functiondef(p.oid), p.prosrc,
                CASE WHEN l.lanname = 'plpgsql' AND word.new = ANY (p.proargnames) THEN E'\n#variable_conflict use_column' ELSE '' END
                || regexp_replace(
                    regexp_replace(p.prosrc, '(?<!\.)\m' || word.new || '\M', p.proname || '.' || word.new, 'g'),
                    '\m' || word.old || '\M', word.new, 'g')) AS definition
            FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang
            WHERE p.pronamespace = 'vaiwg'::regnamespace AND p.prosrc ~ ('\m' || word.old || '\M')
        LOOP
            EXECUTE place.definition;
        END LOOP;
    END LOOP;
END
$$;

ALTER TABLE kpi_generation RENAME TO kpi_publication;
