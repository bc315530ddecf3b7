-- Of a dormant history nothing is published, whatever its panes hold.

DELETE FROM expected_value WHERE (force, as_at) NOT IN (SELECT (force, as_at) FROM published);
DELETE FROM expected_event_day WHERE (force, as_at) NOT IN (SELECT (force, as_at) FROM published);
DELETE FROM expected_estimate WHERE (force, as_at) NOT IN (SELECT (force, as_at) FROM published);
