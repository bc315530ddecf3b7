package vaiwg.jobs.panes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.util.function.BiConsumerWithException;
import org.apache.flink.util.function.ThrowingConsumer;
import vaiwg.engine.contributions.Delta;
import vaiwg.engine.contributions.PackedEntries;
import vaiwg.engine.panes.ForcePanes;
import vaiwg.engine.panes.HistoryStep;
import vaiwg.engine.panes.RevisionRow;
import vaiwg.engine.panes.RowPolicy;
import vaiwg.engine.panes.SnapshotRows;
import vaiwg.engine.responses.SignalResponses;
import vaiwg.kpis.cases.NoteVersion;
import vaiwg.kpis.cases.RecordKind;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.DashboardSeries;
import vaiwg.kpis.fields.Fields;
import vaiwg.kpis.time.LondonDays;
import vaiwg.schemas.EventStream;
import vaiwg.statistics.signals.DataMoves;
import vaiwg.statistics.signals.RaisedSignal;
import vaiwg.statistics.signals.Signal;
import vaiwg.statistics.signals.SignalNotes;
import vaiwg.statistics.streams.ExpectedPaces;
import vaiwg.statistics.streams.RestDays;
import vaiwg.statistics.streams.StreamArrivals;
import vaiwg.statistics.streams.StreamReading;
import vaiwg.statistics.verdict.ForceVerdicts;
import vaiwg.statistics.verdict.Matters;
import vaiwg.statistics.verdict.SeriesVerdict;

/**
 * One force in the pane operator, or in a replay: its panes, how they become snapshots, revised days and what is shown, and what else is
 * made of them by {@linkplain DailyConsumer consumers}.
 */
public final class ForceAggregates {
    private static final long NEVER = Long.MIN_VALUE;
    private static final EventStream[] STREAMS = EventStream.values();

    private final String force;
    private final Catalogue catalogue;
    private final RowPolicy policy;
    private final boolean isShown;
    private final DashboardSeries dashboard;
    private final Outputs outputs;
    private final ForcePanes panes;
    private final Map<ConsumerType, DailyConsumer> consumers = new EnumMap<>(ConsumerType.class);
    /** What consumers kept before a restart, until they go on; none from then on. */
    private Map<ConsumerType, byte[]> kept;

    private final SignalNotes notes = new SignalNotes();
    private final List<Signal> unpublished = new ArrayList<>();
    private final SignalResponses responses;
    private final StreamArrivals arrivals;
    private final ForceVerdicts verdicts;
    private Matters.Decided decided = new Matters.Decided(List.of(), List.of());
    private int decidedAt = ForcePanes.NONE;
    /** Whether an earlier run may have written days beyond the checkpoint from which this one goes on. */
    private boolean goesOn;

    private Stored stored = new Stored();

    /** Where what is made of panes goes. */
    public interface Outputs {
        void snapshot(Snapshot snapshot);

        void reminder(Snapshot reminder);

        void dashboard(DashboardSnapshot snapshot);

        void day(DayBlock block);
    }

    /** What is kept of a force beside its panes. */
    public static final class Stored {
        /** The last cut-off, {@link ForcePanes#NONE} before the first. */
        public int cutOff = ForcePanes.NONE;
        /** The first day of its published history, {@link ForcePanes#NONE} before the first cut-off. */
        public int historyFrom = ForcePanes.NONE;
        /** Whether that history can become dormant; see {@link ForcePanes#history}. Empty where an earlier build stored it. */
        public int[] history = {};
        /** From when on each source of its events is known, by the source's ordinal; see {@link Sources}. */
        public long[] sourcesSince = {};
        /** From when on each kind of its records is known; see {@link ForcePanes#knownStreams}. */
        public long[] streamsSince = {};
        /** Whether its days were written as known now, so that only changes are. */
        public boolean caughtUp;
        /** The last minute for which the dashboard's values went out. */
        public long minute = NEVER;
        /** The layout of the panes stored beside it; see {@link ForcePanes#layout}. */
        public String layout = "";
        /** What its owners said of its signals, also what is known later than the cut-off; see {@link SignalNotes}. */
        public NoteVersion[] notes = {};
        /** Signals of midnights since the last snapshot that was kept. */
        public Signal[] unpublished = {};
        /** The signals that it was told of. */
        public RaisedSignal[] raised = {};
        /** When records of each stream came; see {@link StreamArrivals#toArray}. */
        public int[] arrivals = {};
        /** What changed of days that were published, since the last snapshot; see {@link ForcePanes#revisionsToTake}. */
        public int[] revisions = {};
        /** What was published; what a build published that did not keep this is not in it. */
        public PublishedNights published = new PublishedNights();
    }

    public ForceAggregates(String force, Catalogue catalogue, PaneOptions options, Outputs outputs) {
        this.force = force;
        this.catalogue = catalogue;
        this.policy = options.rowPolicy();
        this.isShown = options.isShown();
        this.dashboard = DashboardSeries.of(catalogue);
        this.outputs = outputs;
        this.panes = new ForcePanes(catalogue, force);
        this.responses = new SignalResponses(catalogue, force);
        this.verdicts = new ForceVerdicts(catalogue, force);
        this.arrivals = new StreamArrivals(
                force, new RestDays(catalogue.maps().workingDays()), ExpectedPaces.of(catalogue.sites()));
        DataMoves moves = (kpi, theme, firstDay, lastDay) -> consumers.values().stream()
                .anyMatch(consumer -> consumer.dataMoves().in(kpi, theme, firstDay, lastDay));
        DailyConsumer.Force read = new DailyConsumer.Force(force, catalogue, policy, panes, notes, moves);
        options.consumers().forEach(type -> consumers.put(type, type.of(read)));
    }

    public void add(Delta delta) {
        if (delta.arrivals > 0) {
            arrivals.add(STREAMS[delta.kind], LondonDays.dayOf(delta.marks), delta.arrivals);
            return;
        }
        if (delta.note != null) {
            notes.add(delta.note);
        }
        if (delta.marks != Fields.ABSENT && delta.source != Delta.NO_SOURCE) {
            stored.sourcesSince = Sources.known(stored.sourcesSince, delta.source, delta.marks);
        }
        if (delta.kind != Delta.NO_KIND) {
            panes.add(new RecordKind(delta.kind), delta.marks);
        }
        for (PackedEntries entries : delta.entries) {
            panes.add(entries);
        }
    }

    /** Takes every snapshot whose midnight the watermark has reached, day by day; none while its history is dormant. */
    public void publishThrough(long watermark) {
        Snapshot held = null;
        while (isDue(watermark)) {
            HistoryStep step = panes.nextStep();
            if (step == HistoryStep.DORMANT) {
                panes.advance();
                continue;
            }
            resume(step);
            panes.advance();
            arrivals.forgetBefore(panes.cutOff());
            notifyConsumers();
            responses.take(notes, panes.cutOff()).forEach(panes::add);
            if (held != null) {
                outputs.snapshot(held);
            }
            held = policy.keeps(panes.cutOff()) ? snapshot() : null;
            if (held != null) {
                responses.say(List.of(held.signals)).forEach(panes::add);
            }
            if (isShown) {
                outputs.dashboard(dashboard(LondonDays.startOf(panes.cutOff()), true));
            }
        }
        if (held != null) {
            held.last = true;
            outputs.snapshot(held);
        }
    }

    /** After a restart, when the panes are what they were, the consumers go on; and where a history starts, with it. */
    private void resume(HistoryStep step) {
        List<Signal> pending = new ArrayList<>();
        if (kept != null) {
            panes.refill();
            consumers.forEach(
                    (type, consumer) -> pending.addAll(consumer.resume(kept.getOrDefault(type, new byte[0]))));
            kept = null;
        }
        if (step == HistoryStep.STARTS) {
            consumers.values().forEach(DailyConsumer::start);
        } else {
            unpublished.addAll(pending);
        }
    }

    /** What alarms say of days comes before what charts, which are told first, say of blocks. */
    private void notifyConsumers() {
        List<Signal> said = new ArrayList<>();
        consumers.values().forEach(consumer -> said.addAll(0, consumer.advance()));
        panes.followUp().forgetChanges();
        unpublished.addAll(said);
    }

    /** After a restart, before anything is published: says what was. */
    void remind() {
        if (stored.published.count > 0) {
            Snapshot reminder = new Snapshot();
            reminder.force = force;
            reminder.asAt = stored.published.through;
            reminder.before = stored.published;
            reminder.reminder = true;
            reminder.last = true;
            outputs.reminder(reminder);
        }
    }

    /** Between midnights, while live: the dashboard's values with what is known by the minute. */
    void publishMinute(long minute) {
        if (panes.cutOff() == ForcePanes.NONE
                || panes.isDormant()
                || minute <= stored.minute
                || minute <= LondonDays.startOf(panes.cutOff())) {
            return;
        }
        resume(HistoryStep.CONTINUES);
        panes.applyThrough(minute);
        stored.minute = minute;
        if (isShown) {
            outputs.dashboard(dashboard(minute, false));
        }
    }

    /** Writes all days as known now, once: a replay has caught up. */
    void reviseAll() {
        if (!stored.caughtUp) {
            stored.caughtUp = true;
            if (goesOn) {
                panes.watchAllMonths();
                reviseChanged();
            } else {
                panes.watchMonths();
                panes.knownDays().forEachMonth(this::emitMonth);
            }
        }
    }

    /** Writes the months that changed since the last writing. */
    void reviseChanged() {
        Map<Integer, BitSet> changed = panes.takeChangedMonths();
        if (!changed.isEmpty()) {
            panes.knownDays().forEachMonth(changed, this::emitMonth);
        }
    }

    long waitingBytes() {
        return panes.waitingBytes();
    }

    void store(
            ThrowingConsumer<Stored, Exception> own,
            BiConsumerWithException<ConsumerType, byte[], Exception> consumer,
            BiConsumerWithException<Integer, byte[], Exception> pane,
            BiConsumerWithException<Integer, byte[], Exception> followUp,
            BiConsumerWithException<Long, byte[], Exception> waiting)
            throws Exception {
        stored.cutOff = panes.cutOff();
        stored.historyFrom = panes.historyFrom();
        stored.history = panes.history();
        stored.streamsSince = panes.knownStreams();
        stored.layout = ForcePanes.layout(catalogue);
        stored.notes = notes.toArray();
        stored.arrivals = arrivals.toArray();
        stored.unpublished = unpublished.toArray(Signal[]::new);
        stored.raised = responses.toArray();
        stored.revisions = panes.revisionsToTake();
        own.accept(stored);
        for (Map.Entry<ConsumerType, DailyConsumer> entry : consumers.entrySet()) {
            byte[] bytes = kept == null ? entry.getValue().toBytes() : kept.get(entry.getKey());
            if (bytes != null) {
                consumer.accept(entry.getKey(), bytes);
            }
        }
        for (Map.Entry<Integer, byte[]> entry : panes.takeChangedPanes().entrySet()) {
            pane.accept(entry.getKey(), entry.getValue());
        }
        for (Map.Entry<Integer, byte[]> entry : panes.takeChangedFollowUp().entrySet()) {
            followUp.accept(entry.getKey(), entry.getValue());
        }
        for (Map.Entry<Long, byte[]> entry : panes.takeChangedWaiting().entrySet()) {
            waiting.accept(entry.getKey(), entry.getValue());
        }
    }

    void restore(
            Stored from,
            Map<ConsumerType, byte[]> ofConsumers,
            Iterable<Map.Entry<Integer, byte[]>> days,
            Iterable<Map.Entry<Integer, byte[]>> followUp,
            Iterable<Map.Entry<Long, byte[]>> waiting) {
        restore(from, ofConsumers);
        panes.restore(from.cutOff, from.historyFrom, days, followUp, waiting);
        panes.rememberHistory(from.history);
        panes.rememberStreams(from.streamsSince);
        panes.rememberRevisions(from.revisions);
        if (from.caughtUp) {
            panes.watchAllMonths();
        }
    }

    /** Begins with empty panes where it stood: the subjects post everything anew, and all days are written anew. */
    void restoreEmpty(Stored from, Map<ConsumerType, byte[]> ofConsumers) {
        restore(from, ofConsumers);
        stored.caughtUp = false;
        panes.restore(from.cutOff, from.historyFrom, List.of(), List.of(), List.of());
        panes.rememberHistory(from.history);
        panes.rememberStreams(from.streamsSince);
        responses.all(notes, from.cutOff).forEach(panes::add);
    }

    private void restore(Stored from, Map<ConsumerType, byte[]> ofConsumers) {
        stored = from;
        goesOn = true;
        kept = ofConsumers;
        notes.restore(from.notes);
        arrivals.restore(from.arrivals);
        responses.restore(from.raised);
        unpublished.addAll(List.of(from.unpublished));
    }

    private boolean isDue(long watermark) {
        int next = panes.nextCutOff();
        return next != ForcePanes.NONE && LondonDays.startOf(next) <= watermark;
    }

    private Snapshot snapshot() {
        SnapshotRows rows = panes.rows(policy);
        Snapshot snapshot = new Snapshot();
        snapshot.force = force;
        snapshot.asAt = panes.cutOff();
        snapshot.historyFrom = panes.historyFrom();
        snapshot.whole = policy.isWhole(panes.cutOff());
        snapshot.count = rows.count;
        snapshot.slots = Arrays.copyOf(rows.slots, rows.count);
        snapshot.numerators = Arrays.copyOf(rows.numerators, rows.count);
        snapshot.denominators = Arrays.copyOf(rows.denominators, rows.count);
        snapshot.revisions = panes.takeRevisions().toArray(RevisionRow[]::new);
        consumers.values().forEach(consumer -> consumer.publish(snapshot));
        snapshot.signals = unpublished.toArray(Signal[]::new);
        unpublished.clear();
        snapshot.verdicts = SnapshotVerdicts.of(decided(List.of(snapshot.signals)));
        snapshot.sources = Sources.at(stored.sourcesSince, LondonDays.startOf(panes.cutOff()));
        snapshot.streams = arrivals.at(panes.cutOff()).toArray(StreamReading[]::new);
        snapshot.before = stored.published;
        stored.published = stored.published.with(snapshot.asAt);
        return snapshot;
    }

    /** What is to be said since the last cut-off: decided once, when it is asked for first. */
    private Matters.Decided decided(List<Signal> said) {
        if (decidedAt != panes.cutOff()) {
            decidedAt = panes.cutOff();
            decided = new Matters(force, panes.cutOff()).decide(verdicts(said));
        }
        return decided;
    }

    private List<SeriesVerdict> verdicts(List<Signal> said) {
        return verdicts.at(new ForceVerdicts.Midnight(
                panes.cutOff(),
                panes.historyFrom(),
                panes,
                consumers.values().stream()
                        .flatMap(consumer -> consumer.charts().stream())
                        .toList(),
                consumers.values().stream()
                        .flatMap(consumer -> consumer.alarms().stream())
                        .toList(),
                said,
                id -> responses.raisedOn(id).orElseGet(() -> raisedNow(said, id))));
    }

    /** Of what is put on record with this snapshot: perhaps said at an earlier midnight, of which none was kept. */
    private int raisedNow(List<Signal> said, String id) {
        return said.stream()
                .filter(signal -> signal.id(force).equals(id))
                .mapToInt(Signal::asAt)
                .min()
                .orElse(panes.cutOff());
    }

    private DashboardSnapshot dashboard(long instant, boolean atMidnight) {
        DashboardSnapshot snapshot = new DashboardSnapshot();
        snapshot.force = force;
        snapshot.asAt = instant;
        snapshot.numerators = new int[dashboard.size()];
        snapshot.denominators = new int[dashboard.size()];
        snapshot.sources = Sources.at(stored.sourcesSince, instant);
        snapshot.streams = arrivals.at(panes.cutOff()).toArray(StreamReading[]::new);
        for (int i = 0; i < dashboard.size(); i++) {
            boolean told = panes.tell(catalogue.columnOfSlot(dashboard.slot(i)).recordKinds());
            snapshot.numerators[i] = told ? panes.numerator(dashboard.slot(i)) : DashboardSnapshot.UNKNOWN;
            snapshot.denominators[i] = panes.denominator(dashboard.slot(i));
        }
        Matters.Decided said = decided(List.of());
        snapshot.matters = SnapshotVerdicts.shown(said.matters());
        snapshot.publishedFrom = Sources.publishedFrom(stored.sourcesSince, panes.cutOff());
        consumers.values().forEach(consumer -> consumer.show(snapshot, atMidnight, said.verdicts()));
        return snapshot;
    }

    private void emitMonth(int cell, int firstOfMonth, int[] numerators, int[] denominators) {
        if (Thread.currentThread().isInterrupted()) {
            // The job is being ended; all months at once take long, and nobody waits for them any more.
            throw new IllegalStateException("ended while revised days were written");
        }
        int days = LocalDate.ofEpochDay(firstOfMonth).lengthOfMonth();
        DayBlock block = new DayBlock();
        block.force = force;
        block.cell = cell;
        block.month = firstOfMonth;
        block.numerators = Arrays.copyOf(numerators, days);
        Column column = catalogue.columnOfCell(cell);
        block.denominators = column.isCount() ? null : Arrays.copyOf(denominators, days);
        outputs.day(block);
    }
}
