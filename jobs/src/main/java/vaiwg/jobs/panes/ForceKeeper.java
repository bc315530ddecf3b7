package vaiwg.jobs.panes;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.util.function.BiConsumerWithException;
import org.apache.flink.util.function.ThrowingConsumer;
import vaiwg.kpis.attrition.Estimate;
import vaiwg.kpis.cases.NoteVersion;
import vaiwg.kpis.catalogue.BoardSet;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.panes.ForcePanes;
import vaiwg.kpis.panes.KnownDays;
import vaiwg.kpis.panes.RowPolicy;
import vaiwg.kpis.panes.SnapshotRows;
import vaiwg.kpis.signals.Signal;
import vaiwg.kpis.signals.SignalNotes;
import vaiwg.kpis.signatures.Posting;
import vaiwg.kpis.time.LondonDays;

/** One force in the pane operator: its panes, what of them was written, and how it becomes snapshots and restated days. */
final class ForceKeeper {
    private static final long NEVER = Long.MIN_VALUE;

    private final String force;
    private final Catalogue catalogue;
    private final RowPolicy policy;
    private final BoardSet board;
    private final Outputs outputs;
    private final ForcePanes panes;
    private final ChartKeeper charts;
    private final Set<Long> changed = new HashSet<>();
    private final SignalNotes notes = new SignalNotes();
    private Stored stored = new Stored();

    /** Where what is made of panes goes. */
    interface Outputs {
        void snapshot(Snapshot snapshot);

        void board(BoardSnapshot snapshot);

        void day(DayBlock block);
    }

    /** What is kept of a force beside its panes. */
    public static final class Stored {
        /** The last boundary, {@link ForcePanes#NONE} before the first. */
        public int boundary = ForcePanes.NONE;
        /** The day of its oldest event, {@link ForcePanes#NONE} before the first boundary. */
        public int historyFrom = ForcePanes.NONE;
        /** From when on each source of its events is known, by the source's ordinal; see {@link Sources}. */
        public long[] sourcesSince = {};
        /** Whether its days were written as known now, so that only changes are. */
        public boolean caughtUp;
        /** The last minute for which the board's values went out. */
        public long minute = NEVER;
        /** The layout of the panes stored beside it; see {@link ForcePanes#layout}. */
        public String layout = "";
        /** The block charts; see {@link vaiwg.kpis.signals.charts.ForceCharts#toBytes}. */
        public byte[] charts = {};
        /** What its owners said of its signals, also what is known later than the boundary; see {@link SignalNotes}. */
        public NoteVersion[] notes = {};
    }

    ForceKeeper(String force, Catalogue catalogue, PaneOptions options, Outputs outputs) {
        this.force = force;
        this.catalogue = catalogue;
        this.policy = options.rowPolicy();
        this.board = BoardSet.of(catalogue);
        this.outputs = outputs;
        this.panes = new ForcePanes(catalogue, force, this::markChanged);
        this.charts = new ChartKeeper(catalogue, policy);
    }

    void add(Posting posting) {
        if (posting.note != null) {
            notes.add(posting.note);
            return;
        }
        if (posting.isMarker() && posting.source != Posting.NO_SOURCE) {
            stored.sourcesSince = Sources.known(stored.sourcesSince, posting.source, posting.enters);
        }
        panes.add(posting);
        markChanged(posting);
    }

    private void markChanged(Posting posting) {
        if (stored.caughtUp) {
            panes.markChanged(posting, changed);
        }
    }

    /** Takes every snapshot whose midnight the watermark has reached, day by day. */
    void publishThrough(long watermark) {
        Snapshot held = null;
        while (isDue(watermark)) {
            panes.advance();
            if (stored.historyFrom == ForcePanes.NONE) {
                stored.historyFrom = panes.boundary() - 1;
            }
            charts.advance(panes.boundary(), stored.historyFrom, panes);
            if (held != null) {
                outputs.snapshot(held);
            }
            held = policy.keeps(panes.boundary()) ? snapshot() : null;
            outputs.board(board(LondonDays.startOf(panes.boundary()), charts.boardAtMidnight()));
        }
        if (held != null) {
            held.last = true;
            outputs.snapshot(held);
        }
    }

    /** Between midnights, while live: the board's values with what is known by the minute. */
    void publishMinute(long minute) {
        if (panes.boundary() == ForcePanes.NONE
                || minute <= stored.minute
                || minute <= LondonDays.startOf(panes.boundary())) {
            return;
        }
        panes.applyThrough(minute);
        stored.minute = minute;
        outputs.board(board(minute, charts.boardWhileLive()));
    }

    /** Writes all days as known now, once: a replay has caught up. */
    void restateAll() {
        if (!stored.caughtUp) {
            stored.caughtUp = true;
            panes.knownDays().forEachMonth(this::emitMonth);
        }
    }

    /** Writes the months that changed since the last writing. */
    void restateChanged() {
        if (stored.caughtUp && !changed.isEmpty()) {
            KnownDays known = panes.knownDays();
            known.forEachMonth(changed, this::emitMonth);
            changed.clear();
        }
    }

    long waitingBytes() {
        return panes.waitingBytes();
    }

    void store(
            ThrowingConsumer<Stored, Exception> keeper,
            BiConsumerWithException<Integer, byte[], Exception> pane,
            BiConsumerWithException<Integer, byte[], Exception> lives,
            BiConsumerWithException<Integer, byte[], Exception> waiting)
            throws Exception {
        stored.boundary = panes.boundary();
        stored.layout = ForcePanes.layout(catalogue);
        stored.charts = charts.toBytes();
        stored.notes = notes.toArray();
        keeper.accept(stored);
        for (Map.Entry<Integer, byte[]> entry : panes.takeChangedPanes().entrySet()) {
            pane.accept(entry.getKey(), entry.getValue());
        }
        for (Map.Entry<Integer, byte[]> entry : panes.takeChangedLives().entrySet()) {
            lives.accept(entry.getKey(), entry.getValue());
        }
        for (Map.Entry<Integer, byte[]> entry : panes.waitingPostings().entrySet()) {
            waiting.accept(entry.getKey(), entry.getValue());
        }
    }

    void restore(
            Stored from,
            Iterable<Map.Entry<Integer, byte[]>> days,
            Iterable<Map.Entry<Integer, byte[]>> lives,
            Iterable<Map.Entry<Integer, byte[]>> waiting) {
        restore(from);
        panes.restore(from.boundary, days, lives, waiting);
    }

    /** Begins with empty panes where it stood: the subjects post everything anew, and all days are written anew. */
    void restoreEmpty(Stored from) {
        restore(from);
        stored.caughtUp = false;
        panes.restore(from.boundary, List.of(), List.of(), List.of());
    }

    private void restore(Stored from) {
        stored = from;
        notes.restore(from.notes);
        charts.restore(from.charts);
    }

    private boolean isDue(long watermark) {
        int next = panes.nextBoundary();
        return next != ForcePanes.NONE && LondonDays.startOf(next) <= watermark;
    }

    private Snapshot snapshot() {
        SnapshotRows rows = panes.rows(policy);
        Snapshot snapshot = new Snapshot();
        snapshot.force = force;
        snapshot.asAt = panes.boundary();
        snapshot.historyFrom = stored.historyFrom;
        snapshot.whole = policy.isWhole(panes.boundary());
        snapshot.count = rows.count;
        snapshot.slots = Arrays.copyOf(rows.slots, rows.count);
        snapshot.parts = Arrays.copyOf(rows.parts, rows.count);
        snapshot.wholes = Arrays.copyOf(rows.wholes, rows.count);
        snapshot.estimates = new SnapshotEstimates(panes.estimates(policy));
        snapshot.charts = charts.rows(panes.boundary(), panes);
        snapshot.signals = charts.signals().toArray(Signal[]::new);
        snapshot.sources = Sources.at(stored.sourcesSince, LondonDays.startOf(panes.boundary()));
        return snapshot;
    }

    private BoardSnapshot board(long instant, BoardCharts ofCharts) {
        BoardSnapshot snapshot = new BoardSnapshot();
        snapshot.force = force;
        snapshot.asAt = instant;
        snapshot.parts = new int[board.size()];
        snapshot.wholes = new int[board.size()];
        snapshot.sources = Sources.at(stored.sourcesSince, instant);
        snapshot.charts = ofCharts;
        for (int i = 0; i < board.size(); i++) {
            snapshot.parts[i] = panes.part(board.slot(i));
            snapshot.wholes[i] = panes.whole(board.slot(i));
        }
        snapshot.estimates = board.estimates().stream()
                .mapToDouble(slot -> panes.estimate(slot).map(Estimate::value).orElse(Double.NaN))
                .toArray();
        return snapshot;
    }

    private void emitMonth(int cell, int firstOfMonth, int[] parts, int[] wholes) {
        if (Thread.currentThread().isInterrupted()) {
            // The job is being ended; all months at once take long, and nobody waits for them any more.
            throw new IllegalStateException("ended while restated days were written");
        }
        int days = LocalDate.ofEpochDay(firstOfMonth).lengthOfMonth();
        DayBlock block = new DayBlock();
        block.force = force;
        block.cell = cell;
        block.month = firstOfMonth;
        block.parts = Arrays.copyOf(parts, days);
        Column column = catalogue.columnOfCell(cell);
        block.wholes = column.isCount() ? null : Arrays.copyOf(wholes, days);
        outputs.day(block);
    }
}
