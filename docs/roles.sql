-- The database, its groups and its logins, for psql on PostgreSQL 15 to 17, as a superuser (temp_file_limit is set by nobody else):
--
--     psql --dbname=postgres --set=passwords=/etc/vaiwg-admin --file=docs/roles.sql
--
-- The folder holds a file for each login, named after it, with its password in one line: vaiwg_owner and vaiwg_job must be there, the others
-- where the login is wanted. Run again it changes passwords and limits, and nothing else. Then ./vaiwg migrate makes the tables, as vaiwg_owner.
-- Another name of the database: --set=database=NAME.
\set ON_ERROR_STOP on
\set QUIET on
SET client_min_messages = warning;
\if :{?database} \else
\set database vaiwg
\endif
\if :{?passwords} \else
DO $$ BEGIN RAISE EXCEPTION 'Name the folder of passwords with --set=passwords=FOLDER.'; END $$;
\endif
\set owner `cat :'passwords'/vaiwg_owner 2>&-; true`
\set job `cat :'passwords'/vaiwg_job 2>&-; true`
\set grafana `cat :'passwords'/vaiwg_grafana 2>&-; true`
\set grafana_conduct `cat :'passwords'/vaiwg_grafana_conduct 2>&-; true`
\set board_conduct `cat :'passwords'/vaiwg_board_conduct 2>&-; true`
\set board `cat :'passwords'/vaiwg_board 2>&-; true`
\set report `cat :'passwords'/vaiwg_report 2>&-; true`
\set approver `cat :'passwords'/vaiwg_approver 2>&-; true`
\set auditor `cat :'passwords'/vaiwg_auditor 2>&-; true`
SELECT '' IN (:'owner', :'job') AS missing \gset
\if :missing
DO $$ BEGIN RAISE EXCEPTION 'Write a password into each of the files vaiwg_owner and vaiwg_job of the folder of passwords, and let the user who runs psql read them.'; END $$;
\endif

-- Groups: what their members may is in the migrations.
SELECT format('CREATE ROLE %I NOLOGIN', name)
FROM unnest(ARRAY['vaiwg_writer', 'vaiwg_reader', 'vaiwg_conduct', 'vaiwg_explain', 'vaiwg_dashboard', 'vaiwg_secretary', 'vaiwg_audit']) name
WHERE name NOT IN (SELECT rolname FROM pg_roles) \gexec

-- Logins. A group passes no limit on to its members, so each has its own: how many connections, how long a question, how much disk for it.
SELECT CASE WHEN login NOT IN (SELECT rolname FROM pg_roles) THEN format('CREATE ROLE %I', login) END,
       format('ALTER ROLE %I LOGIN CONNECTION LIMIT %s PASSWORD %L', login, connections, password),
       'GRANT ' || nullif(groups, '') || format(' TO %I', login),
       format('ALTER ROLE %I SET statement_timeout = ', login) || quote_literal(nullif(timeout, '')),
       format('ALTER ROLE %I SET idle_in_transaction_session_timeout = ', login) || quote_literal(nullif(timeout, '')),
       CASE WHEN limited THEN format('ALTER ROLE %I SET temp_file_limit = %L', login, '1GB') END
FROM (VALUES
    ('vaiwg_owner',           :'owner',           '',                             -1, '',    false),
    ('vaiwg_job',             :'job',             'vaiwg_writer',                 40, '',    false),
    ('vaiwg_grafana',         :'grafana',         'vaiwg_dashboard',              20, '60s', true),
    ('vaiwg_grafana_conduct', :'grafana_conduct', 'vaiwg_conduct',                20, '60s', true),
    ('vaiwg_board_conduct',   :'board_conduct',   'vaiwg_conduct',                20, '60s', true),
    ('vaiwg_board',           :'board',           'vaiwg_reader',                 20, '60s', true),
    ('vaiwg_report',          :'report',          'vaiwg_secretary, vaiwg_reader', 5, '',    true),
    ('vaiwg_approver',        :'approver',        'vaiwg_secretary, vaiwg_reader', 5, '',    true),
    ('vaiwg_auditor',         :'auditor',         'vaiwg_audit',                   5, '60s', true)
) logins (login, password, groups, connections, timeout, limited)
WHERE password <> '' \gexec

SELECT format('CREATE DATABASE %I OWNER vaiwg_owner', :'database')
WHERE :'database' NOT IN (SELECT datname FROM pg_database) \gexec
SELECT format('ALTER DATABASE %I OWNER TO vaiwg_owner', :'database'), format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', :'database') \gexec
