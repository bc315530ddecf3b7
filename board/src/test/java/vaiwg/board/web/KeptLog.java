package vaiwg.board.web;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import vaiwg.board.access.AccessLog;

/** An access log in memory, which may be told to fail. */
final class KeptLog implements AccessLog {
    private final List<Entry> entries = new ArrayList<>();
    private final List<Entry> all = new ArrayList<>();
    private boolean fails;

    @Override
    public synchronized void write(Entry entry) throws SQLException {
        if (fails) {
            throw new SQLException("The disk is full.");
        }
        entries.add(entry);
        all.add(entry);
    }

    synchronized void fail(boolean now) {
        fails = now;
    }

    synchronized List<Entry> all() {
        return List.copyOf(all);
    }

    /** Those since the last time that somebody asked. */
    synchronized List<Entry> take() {
        List<Entry> taken = List.copyOf(entries);
        entries.clear();
        return taken;
    }
}
