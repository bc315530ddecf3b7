-- Dashboards lead to the page on which a signal is answered; where that is, an installation says when it migrates.
CREATE TABLE board_address (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    address  text NOT NULL CHECK (address ~ '^https?://[^[:space:]]*[^/[:space:]]$')
);

GRANT SELECT ON board_address TO vaiwg_reader, vaiwg_conduct, vaiwg_explain, vaiwg_dashboard;
