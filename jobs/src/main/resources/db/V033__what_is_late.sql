COMMENT ON TABLE late_event IS
    'Events whose change the clock of their partition had passed when they were read: changed at or before its newest progress record, or ten '
    'minutes or more before the newest change on it. They are known, and count, from admitted_at on, a millisecond after that clock. The key is the '
    'place in the log.';
