package vaiwg.engine.panes;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vaiwg.engine.contributions.DeltaEntry;
import vaiwg.engine.contributions.PackedEntries;
import vaiwg.kpis.cases.RecordKind;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.SlotValues;
import vaiwg.kpis.fields.FieldWriter;
import vaiwg.kpis.time.ByDay;
import vaiwg.kpis.time.LondonDays;

/**
 * All panes of one force: what counts at the last cut-off, what waits for a later one, and the rolling sums. One object holds
 * every cell of the force, so a snapshot is one consistent thing: one prefix of input for every numerator and denominator.
 *
 * <p>A cut-off is the midnight that begins a day, by that day's number. A delta entry counts from the first cut-off at or after the
 * instant at which it enters; until then it waits apart, so that input that runs ahead puts nothing into an earlier snapshot.
 */
public final class ForcePanes implements SlotValues {
    /** Before the first delta entry. */
    public static final int NONE = Integer.MIN_VALUE;

    /**
     * The format of {@link #takeChangedPanes}, {@link #takeChangedFollowUp} and {@link #takeChangedWaiting}: raise it when one of them
     * changes.
     */
    private static final int STORED_FORMAT = 8;

    private final Catalogue catalogue;
    private final Grid grid;
    private final Expansion expansion;
    private final ByDay<DayPane> panes;
    private final WaitingDeltas waiting = new WaitingDeltas();
    private final PackedEntries.Reader reader = new PackedEntries.Reader();
    private final KnownStreams streams;
    private final WindowFigures windows;
    private final CaseFollowUp followUp = new CaseFollowUp();
    private final DayFigures dayFigures;
    private final Expansion.Receiver intoPanes;
    private final RevisionLog revised;
    /** Changed cells, by the first day of the month; null while nobody watches. */
    private Map<Integer, BitSet> changedMonths;

    private final HistoryStart history = new HistoryStart();
    /** What waits, by day, kept up to date from where {@link #knownDays} was asked to the next cut-off; null before. */
    private ByDay<DayPane> ahead;

    private int cutOff = NONE;
    /** The last cut-off whose snapshot was taken before what is applied now. */
    private int published = NONE;

    /** Panes of a force by whose name nobody has denominators, and that has sent every stream from the beginning. */
    public ForcePanes(Catalogue catalogue) {
        this(catalogue, "", new KnownStreams());
        RecordKind.all().forEach(kind -> streams.add(kind, Long.MIN_VALUE));
    }

    /**
     * Panes of a force of which no stream is known yet.
     *
     * @param force whose people rates are for
     */
    public ForcePanes(Catalogue catalogue, String force) {
        this(catalogue, force, new KnownStreams());
    }

    private ForcePanes(Catalogue catalogue, String force, KnownStreams streams) {
        this.catalogue = catalogue;
        this.streams = streams;
        this.grid = new Grid(catalogue);
        this.expansion = new Expansion(catalogue, grid);
        this.panes = new ByDay<>(() -> new DayPane(grid));
        this.windows = new WindowFigures(catalogue, force, grid, panes, streams);
        this.dayFigures = new DayFigures(catalogue, panes);
        this.intoPanes = new IntoPanes();
        this.revised = new RevisionLog(catalogue);
    }

    /**
     * What stored panes and delta entries mean: under another layout, or another format, they mean nothing and are made anew from the
     * subjects.
     */
    public static String layout(Catalogue catalogue) {
        return catalogue.layout() + '.' + STORED_FORMAT;
    }

    /** The last cut-off at which a snapshot was taken, or {@link #NONE}. */
    public int cutOff() {
        return cutOff;
    }

    /** The first day of the published history: the one before its first cut-off, or {@link #NONE} before that. */
    public int historyFrom() {
        return history.from();
    }

    /** What {@link #nextCutOff} means for the published history; where there is one. */
    public HistoryStep nextStep() {
        int next = nextCutOff();
        return history.step(next, newSubjectsAt(next));
    }

    /** Whether nothing is published at the last cut-off, and after it until the next. */
    public boolean isDormant() {
        return cutOff != NONE && history.isDormant(cutOff);
    }

    /** The next cut-off, or {@link #NONE} where nothing has arrived: the day after the last, or the first at which anything counts. */
    public int nextCutOff() {
        if (cutOff != NONE) {
            return cutOff + 1;
        }
        return waiting.isEmpty() ? NONE : waiting.firstDay();
    }

    /** A record of a kind is known from an instant on: what the kind tells has figures from the least of these on. */
    public void add(RecordKind kind, long knownAt) {
        if (streams.add(kind, knownAt) && changedMonths != null) {
            watchAllMonths();
        }
    }

    /** Whether the force has sent all kinds that a figure is told by, as of what counts; else there is no figure, and not 0. */
    public boolean tell(Set<RecordKind> kinds) {
        return streams.tell(kinds);
    }

    private boolean isTold(int slot) {
        return tell(catalogue.columnOfSlot(slot).recordKinds());
    }

    @Override
    public int toldFrom(Column column) {
        return streams.tellByNow(column.recordKinds()) ? streams.firstDay(column.recordKinds()) : Integer.MAX_VALUE;
    }

    /** Takes delta entries; they wait until their cut-off. */
    public void add(PackedEntries entries) {
        waiting.add(entries);
        if (ahead != null || changedMonths != null) {
            entries.forEach(reader, this::tellAhead);
        }
    }

    public void add(DeltaEntry entry) {
        for (PackedEntries packed : PackedEntries.of(List.of(entry), new FieldWriter())) {
            add(packed);
        }
    }

    /** Updates what shows delta entries before they count: days as known now, and the months to write. */
    private void tellAhead(DeltaEntry entry) {
        if (ahead != null) {
            expandAhead(entry);
        }
        markChanged(entry);
    }

    /** Moves to {@link #nextCutOff}: what enters by then counts, and every window moves on by a day. */
    public void advance() {
        int next = nextCutOff();
        ahead = null;
        history.advanceTo(next, newSubjectsAt(next));
        if (cutOff == NONE) {
            windows.beginAt(next - 1);
        }
        applyThrough(next);
        streams.goTo(LondonDays.startOf(next));
        windows.advanceTo(next);
        cutOff = next;
        published = cutOff;
    }

    /** How many subjects are first known at a cut-off that is still to come. */
    private int newSubjectsAt(int next) {
        if (!history.isCounting()) {
            return 0;
        }
        int[] subjects = new int[1];
        waiting.forEach(next, entry -> subjects[0] += entry.isMarker() ? entry.sign : 0);
        return subjects[0];
    }

    /**
     * Between cut-offs, while live: lets count what has entered by an instant within the day after the last cut-off. Markers wait
     * for the cut-off, at which they are counted.
     */
    public void applyThrough(long instant) {
        applyThrough(cutOff);
        if (cutOff != NONE) {
            waiting.take(cutOff + 1, entry -> entry.enters <= instant && !entry.isMarker(), this::apply);
            streams.goTo(instant);
        }
    }

    /** Lets count what waits for a cut-off that has passed: panes that began anew are filled to where they stand. */
    public void refill() {
        applyThrough(cutOff);
    }

    /** The follow-up of cases that count now. */
    public CaseFollowUp followUp() {
        return followUp;
    }

    ByDay<DayPane> days() {
        return panes;
    }

    /** The values at the last cut-off that a policy keeps. */
    public SnapshotRows rows(RowPolicy policy) {
        return windows.rows(policy);
    }

    /** How many bytes of delta entries wait. */
    public long waitingBytes() {
        return waiting.bytes();
    }

    /**
     * The panes as known now: what counts, and what waits but for what counts by its date alone. Who asks again before the next cut-off
     * pays for what came since only.
     */
    public KnownDays knownDays() {
        if (ahead == null) {
            ahead = new ByDay<>(() -> new DayPane(grid));
            waiting.forEach(this::expandAhead);
        }
        return new KnownDays(panes, ahead, catalogue, streams);
    }

    private void expandAhead(DeltaEntry entry) {
        if (!Expansion.isDated(entry)) {
            expansion.expand(entry, new PaneFilling(ahead));
        }
    }

    /** What counts is ahead no more. */
    private void leaveAhead(DeltaEntry entry) {
        entry.sign = (byte) -entry.sign;
        expandAhead(entry);
        entry.sign = (byte) -entry.sign;
    }

    /** From now on {@link #takeChangedMonths} tells what changed of {@link #knownDays}. */
    public void watchMonths() {
        changedMonths = new TreeMap<>();
    }

    /**
     * Likewise, and all that may have been told of {@link #knownDays} before counts as changed: every cell, in every month that has any day
     * until the one after the last cut-off. Who goes on from a checkpoint needs it: an earlier run may have told of days what it knew of
     * some events before others, and of the same events in another order there may be nothing to tell of these days.
     */
    public void watchAllMonths() {
        watchMonths();
        KnownDays known = knownDays();
        known.months().forEach(first -> changedMonths.put(first, known.cellsWithDays()));
        if (cutOff != NONE) {
            changedMonths.put(LondonDays.firstOfMonth(cutOff), known.cellsWithDays());
        }
    }

    /** The months of cells that changed since the last call, as {@link KnownDays#forEachMonth} takes them; none while nobody watches. */
    public Map<Integer, BitSet> takeChangedMonths() {
        if (changedMonths == null || changedMonths.isEmpty()) {
            return Map.of();
        }
        Map<Integer, BitSet> changed = changedMonths;
        changedMonths = new TreeMap<>();
        return changed;
    }

    private void markChanged(DeltaEntry entry) {
        if (changedMonths != null) {
            expansion.expand(entry, new ChangedMonths(grid, changedMonths));
        }
    }

    @Override
    public int numerator(int slot) {
        return Cells.numerator(value(slot));
    }

    @Override
    public int denominator(int slot) {
        return Cells.denominator(value(slot));
    }

    private long value(int slot) {
        Column column = catalogue.columnOfSlot(slot);
        return tell(column.recordKinds())
                ? windows.value(column, column.windowIndexOfSlot(slot), column.rowOfSlot(slot))
                : 0;
    }

    @Override
    public int numeratorOn(int slot, int day) {
        return isTold(slot) ? dayFigures.numeratorOn(slot, day) : 0;
    }

    @Override
    public int denominatorOn(int slot, int day) {
        return isTold(slot) ? dayFigures.denominatorOn(slot, day) : 0;
    }

    @Override
    public Figure ofDays(int slot, int firstDay, int days) {
        Figure figure = isTold(slot) ? dayFigures.of(slot, firstDay, days) : new Figure(0, 0);
        boolean forPeople = catalogue.columnOfSlot(slot).measure().population().isPresent();
        return forPeople ? new Figure(figure.numerator(), denominator(slot)) : figure;
    }

    /** The panes that changed since the last call, encoded, by day. */
    public Map<Integer, byte[]> takeChangedPanes() {
        Map<Integer, byte[]> encoded = new HashMap<>();
        panes.forEach((day, pane) -> {
            if (pane.isChanged) {
                encoded.put(day, PaneCodec.encode(pane));
                pane.isChanged = false;
            }
        });
        return encoded;
    }

    /** The days of the follow-up of cases that changed since the last call, encoded. */
    public Map<Integer, byte[]> takeChangedFollowUp() {
        return followUp.takeChanged();
    }

    /** What changed of days that were published, since the last call. */
    public List<RevisionRow> takeRevisions() {
        return revised.take();
    }

    /** What {@link #takeRevisions} would give, for {@link #rememberRevisions}. */
    public int[] revisionsToTake() {
        return revised.toArray();
    }

    /** Takes over what {@link #revisionsToTake} gave under the same layout. */
    public void rememberRevisions(int[] stored) {
        revised.restore(stored);
    }

    /** From when on each kind of record is known, by its number, for {@link #rememberStreams}. */
    public long[] knownStreams() {
        return streams.toArray();
    }

    /** Takes over what {@link #knownStreams} gave, after {@link #restore}. */
    public void rememberStreams(long[] stored) {
        streams.restore(stored);
        if (cutOff != NONE) {
            streams.goTo(LondonDays.startOf(cutOff));
        }
    }

    /** How far the history is known to be one, for {@link #rememberHistory}. */
    public int[] history() {
        return history.toArray();
    }

    /** Takes over what {@link #history} gave, after {@link #restore}; without it the history is never dormant. */
    public void rememberHistory(int[] stored) {
        history.restore(history.from(), stored);
    }

    /** What changed of the delta entries that wait since the last call, encoded, in pieces; a piece without bytes is there no longer. */
    public Map<Long, byte[]> takeChangedWaiting() {
        return waiting.takeChanged();
    }

    /**
     * Takes over a stored cut-off, panes, follow-up and waiting delta entries; the sums are made anew from the panes.
     *
     * @param storedHistoryFrom as {@link #historyFrom} was
     */
    public void restore(
            int storedCutOff,
            int storedHistoryFrom,
            Iterable<Map.Entry<Integer, byte[]>> storedPanes,
            Iterable<Map.Entry<Integer, byte[]>> storedFollowUp,
            Iterable<Map.Entry<Long, byte[]>> storedWaiting) {
        cutOff = storedCutOff;
        published = storedCutOff;
        history.restore(storedHistoryFrom, new int[0]);
        followUp.restore(storedFollowUp);
        storedPanes.forEach(entry -> PaneCodec.decode(entry.getValue(), panes.at(entry.getKey())));
        waiting.restore(storedWaiting);
        if (cutOff == NONE) {
            return;
        }
        windows.beginAt(cutOff);
    }

    /** What waits for a cut-off that has passed is there only where panes that began anew are being filled. */
    private void applyThrough(int last) {
        while (!waiting.isEmpty() && waiting.firstDay() <= last) {
            waiting.takeFirst(this::apply);
        }
    }

    private void apply(DeltaEntry entry) {
        if (ahead != null) {
            leaveAhead(entry);
        }
        followUp.add(entry);
        revised.add(entry, expansion, published);
        expansion.expand(entry, intoPanes);
        if (Expansion.isDated(entry)) {
            markChanged(entry);
        }
    }

    /** Adds to the panes that count, and to the windows. */
    private final class IntoPanes implements Expansion.Receiver {
        @Override
        public void add(Changes changes, int day) {
            DayPane pane = panes.at(day);
            pane.add(changes);
            pane.isChanged = true;
            windows.add(changes, day);
        }

        @Override
        public void addNumber(Column column, int day, DimensionRows.Rows rows, int number, int times) {
            DayPane pane = panes.at(day);
            pane.isChanged = true;
            for (int i = 0; i < rows.count; i++) {
                int cell = column.firstCell() + rows.rows[i];
                pane.numbers.add(cell, number, times);
                windows.addNumber(cell, day, number, times);
            }
        }
    }
}
