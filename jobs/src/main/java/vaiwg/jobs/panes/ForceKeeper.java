package vaiwg.jobs.panes;

import java.time.LocalDate;
import java.util.ArrayList;
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
import vaiwg.kpis.panes.HistoryStep;
import vaiwg.kpis.panes.KnownDays;
import vaiwg.kpis.panes.RowPolicy;
import vaiwg.kpis.panes.SnapshotRows;
import vaiwg.kpis.signals.RaisedSignal;
import vaiwg.kpis.signals.Signal;
import vaiwg.kpis.signals.SignalNotes;
import vaiwg.kpis.signals.SignalResponses;
import vaiwg.kpis.signatures.Delta;
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
    private final AlarmKeeper alarms;
    private final Set<Long> changed = new HashSet<>();
    private final SignalNotes notes = new SignalNotes();
    private final List<Signal> unpublished = new ArrayList<>();
    private final SignalResponses responses;
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
        /** The first day of its published history, {@link ForcePanes#NONE} before the first boundary. */
        public int historyFrom = ForcePanes.NONE;
        /** Whether that history can become dormant; see {@link ForcePanes#history}. Empty where an earlier build stored it. */
        public int[] history = {};
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
        /** What the daily alarm cannot make anew from the lives of cases; see {@link AlarmKeeper#toBytes}. */
        public byte[] alarms = {};
        /** Signals of midnights since the last snapshot that was kept. */
        public Signal[] unpublished = {};
        /** The signals that it was told of. */
        public RaisedSignal[] raised = {};
        /** What its headlines said at the last midnights; see {@link ForcePanes#headlines}. */
        public int[] headlines = {};
        /** What changed of days that were published, since the last snapshot; see {@link ForcePanes#revisionsToTake}. */
        public int[] revisions = {};
    }

    ForceKeeper(String force, Catalogue catalogue, PaneOptions options, Outputs outputs) {
        this.force = force;
        this.catalogue = catalogue;
        this.policy = options.rowPolicy();
        this.board = BoardSet.of(catalogue);
        this.outputs = outputs;
        this.panes = new ForcePanes(catalogue, force, this::counted);
        this.charts = new ChartKeeper(catalogue, policy);
        this.alarms = new AlarmKeeper(force, panes);
        this.responses = new SignalResponses(catalogue, force);
    }

    void add(Delta delta) {
        if (delta.note != null) {
            notes.add(delta.note);
        }
        for (Posting posting : delta.postings) {
            if (posting.isMarker() && delta.source != Delta.NO_SOURCE) {
                stored.sourcesSince = Sources.known(stored.sourcesSince, delta.source, posting.enters);
            }
            panes.add(posting);
            markChanged(posting);
        }
    }

    private void counted(Posting posting) {
        if (ForcePanes.isDated(posting)) {
            markChanged(posting);
        }
        alarms.add(posting);
    }

    /** What the panes themselves tell of their signals counts from the next midnight on. */
    private void count(List<Posting> postings) {
        postings.forEach(panes::add);
        postings.forEach(this::markChanged);
    }

    private void markChanged(Posting posting) {
        if (stored.caughtUp) {
            panes.markChanged(posting, changed);
        }
    }

    /** Takes every snapshot whose midnight the watermark has reached, day by day; none while its history is dormant. */
    void publishThrough(long watermark) {
        Snapshot held = null;
        while (isDue(watermark)) {
            HistoryStep step = panes.nextStep();
            if (step == HistoryStep.DORMANT) {
                panes.advance();
                continue;
            }
            if (step == HistoryStep.STARTS) {
                charts.start();
                alarms.start();
            }
            unpublished.addAll(alarms.resume(stored, charts.dataMoves()));
            alarms.begin();
            panes.advance();
            charts.advance(panes.boundary(), panes.historyFrom(), panes);
            unpublished.addAll(alarms.judge(notes, charts.dataMoves()));
            count(responses.hear(notes, panes.boundary()));
            if (held != null) {
                outputs.snapshot(held);
            }
            held = policy.keeps(panes.boundary()) ? snapshot() : null;
            if (held != null) {
                count(responses.say(List.of(held.signals)));
            }
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
                || panes.isDormant()
                || minute <= stored.minute
                || minute <= LondonDays.startOf(panes.boundary())) {
            return;
        }
        unpublished.addAll(alarms.resume(stored, charts.dataMoves()));
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
        stored.historyFrom = panes.historyFrom();
        stored.history = panes.history();
        stored.layout = ForcePanes.layout(catalogue);
        stored.charts = charts.toBytes();
        stored.notes = notes.toArray();
        stored.alarms = alarms.toBytes(stored);
        stored.unpublished = unpublished.toArray(Signal[]::new);
        stored.raised = responses.toArray();
        stored.headlines = panes.headlines();
        stored.revisions = panes.revisionsToTake();
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
        panes.restore(from.boundary, from.historyFrom, days, lives, waiting);
        panes.rememberHistory(from.history);
        panes.remember(from.headlines);
        panes.rememberRevisions(from.revisions);
    }

    /** Begins with empty panes where it stood: the subjects post everything anew, and all days are written anew. */
    void restoreEmpty(Stored from) {
        restore(from);
        stored.caughtUp = false;
        panes.restore(from.boundary, from.historyFrom, List.of(), List.of(), List.of());
        panes.rememberHistory(from.history);
        responses.anew(notes, from.boundary).forEach(panes::add);
    }

    private void restore(Stored from) {
        stored = from;
        notes.restore(from.notes);
        responses.restore(from.raised);
        charts.restore(from.charts);
        unpublished.addAll(List.of(from.unpublished));
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
        snapshot.historyFrom = panes.historyFrom();
        snapshot.whole = policy.isWhole(panes.boundary());
        snapshot.count = rows.count;
        snapshot.slots = Arrays.copyOf(rows.slots, rows.count);
        snapshot.parts = Arrays.copyOf(rows.parts, rows.count);
        snapshot.wholes = Arrays.copyOf(rows.wholes, rows.count);
        snapshot.estimates = new SnapshotEstimates(panes.estimates(policy));
        snapshot.revisions = new SnapshotRevisions(panes.takeRevisions());
        snapshot.charts = charts.rows(panes.boundary(), panes);
        unpublished.addAll(charts.signals());
        snapshot.signals = unpublished.toArray(Signal[]::new);
        unpublished.clear();
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
        snapshot.alarms = alarms.readings();
        snapshot.standing = alarms.standing();
        snapshot.over = alarms.over();
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
