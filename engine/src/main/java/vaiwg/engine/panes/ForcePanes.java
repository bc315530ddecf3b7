package vaiwg.engine.panes;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vaiwg.engine.signatures.Posting;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.SlotValues;
import vaiwg.kpis.time.ByDay;
import vaiwg.kpis.time.LondonDays;

/**
 * All panes of one force: what counts at the last boundary, what waits for a later one, and the rolling sums. One object holds
 * every cell of the force, so a snapshot is one consistent thing: one prefix of input for every numerator and denominator.
 *
 * <p>A boundary is the midnight that begins a day, by that day's number. A posting counts from the first boundary at or after the
 * instant at which it enters; until then it waits apart, so that input that runs ahead puts nothing into an earlier snapshot.
 */
public final class ForcePanes implements SlotValues {
    /** Before the first posting. */
    public static final int NONE = Integer.MIN_VALUE;

    /**
     * The format of {@link #takeChangedPanes}, {@link #takeChangedLives} and {@link #takeChangedWaiting}: raise it when one of them
     * changes.
     */
    private static final int STORED_FORMAT = 7;

    private final Catalogue catalogue;
    private final Grid grid;
    private final Expansion expansion;
    private final ByDay<DayPane> panes;
    private final WaitingPostings waiting = new WaitingPostings();
    private final WindowFigures windows;
    private final CaseLives lives = new CaseLives();
    private final DayFigures dayFigures;
    private final Expansion.Receiver intoPanes;
    private final RevisionLog revised;
    /** Changed cells, by the first day of the month; null while nobody watches. */
    private Map<Integer, BitSet> changedMonths;

    private final HistoryStart history = new HistoryStart();
    /** What waits, by day, kept up to date from where {@link #knownDays} was asked to the next boundary; null before. */
    private ByDay<DayPane> ahead;

    private int boundary = NONE;
    /** The last boundary whose snapshot was taken before what is applied now. */
    private int published = NONE;

    /** Panes of a force by whose name nobody has denominators. */
    public ForcePanes(Catalogue catalogue) {
        this(catalogue, "");
    }

    /** @param force whose people rates are for */
    public ForcePanes(Catalogue catalogue, String force) {
        this.catalogue = catalogue;
        this.grid = new Grid(catalogue);
        this.expansion = new Expansion(catalogue, grid);
        this.panes = new ByDay<>(() -> new DayPane(grid));
        this.windows = new WindowFigures(catalogue, force, grid, panes);
        this.dayFigures = new DayFigures(catalogue, panes);
        this.intoPanes = new IntoPanes();
        this.revised = new RevisionLog(catalogue);
    }

    /**
     * What stored panes and postings mean: under another layout, or another format, they mean nothing and are made anew from the
     * subjects.
     */
    public static String layout(Catalogue catalogue) {
        return catalogue.layout() + '.' + STORED_FORMAT;
    }

    /** The last boundary at which a snapshot was taken, or {@link #NONE}. */
    public int boundary() {
        return boundary;
    }

    /** The first day of the published history: the one before its first boundary, or {@link #NONE} before that. */
    public int historyFrom() {
        return history.from();
    }

    /** What {@link #nextBoundary} means for the published history; where there is one. */
    public HistoryStep nextStep() {
        int next = nextBoundary();
        return history.step(next, newSubjectsAt(next));
    }

    /** Whether nothing is published at the last boundary, and after it until the next. */
    public boolean isDormant() {
        return boundary != NONE && history.isDormant(boundary);
    }

    /** The next boundary, or {@link #NONE} where nothing has arrived: the day after the last, or the first at which anything counts. */
    public int nextBoundary() {
        if (boundary != NONE) {
            return boundary + 1;
        }
        return waiting.isEmpty() ? NONE : waiting.firstDay();
    }

    /** Takes a posting; it waits until its boundary. */
    public void add(Posting posting) {
        waiting.add(LondonDays.boundaryFor(posting.enters), posting);
        if (ahead != null) {
            expandAhead(posting);
        }
        markChanged(posting);
    }

    /** Moves to {@link #nextBoundary}: what enters by then counts, and every window moves on by a day. */
    public void advance() {
        int next = nextBoundary();
        ahead = null;
        history.advanceTo(next, newSubjectsAt(next));
        if (boundary == NONE) {
            windows.beginAt(next - 1);
        }
        applyThrough(next);
        windows.advanceTo(next);
        boundary = next;
        published = boundary;
    }

    /** How many subjects are first known at a boundary that is still to come. */
    private int newSubjectsAt(int next) {
        if (!history.isCounting()) {
            return 0;
        }
        int[] subjects = new int[1];
        waiting.forEach(next, posting -> subjects[0] += posting.isMarker() ? posting.sign : 0);
        return subjects[0];
    }

    /**
     * Between boundaries, while live: lets count what has entered by an instant within the day after the last boundary. Markers wait
     * for the boundary, at which they are counted.
     */
    public void applyThrough(long instant) {
        applyThrough(boundary);
        if (boundary != NONE) {
            waiting.take(boundary + 1, posting -> posting.enters <= instant && !posting.isMarker(), this::apply);
        }
    }

    /** Lets count what waits for a boundary that has passed: panes that began anew are filled to where they stand. */
    public void refill() {
        applyThrough(boundary);
    }

    /** The lives of cases that count now. */
    public CaseLives lives() {
        return lives;
    }

    ByDay<DayPane> days() {
        return panes;
    }

    /** The values at the last boundary that a policy keeps. */
    public SnapshotRows rows(RowPolicy policy) {
        return windows.rows(policy);
    }

    /** How many bytes of postings wait. */
    public long waitingBytes() {
        return waiting.bytes();
    }

    /**
     * The panes as known now: what counts, and what waits but for what counts by its date alone. Who asks again before the next boundary
     * pays for what came since only.
     */
    public KnownDays knownDays() {
        if (ahead == null) {
            ahead = new ByDay<>(() -> new DayPane(grid));
            waiting.forEach(this::expandAhead);
        }
        return new KnownDays(panes, ahead, catalogue);
    }

    private void expandAhead(Posting posting) {
        if (!Expansion.isDated(posting)) {
            expansion.expand(posting, new PaneFilling(ahead));
        }
    }

    /** What counts is ahead no more. */
    private void leaveAhead(Posting posting) {
        posting.sign = (byte) -posting.sign;
        expandAhead(posting);
        posting.sign = (byte) -posting.sign;
    }

    /** From now on {@link #takeChangedMonths} tells what changed of {@link #knownDays}. */
    public void watchMonths() {
        changedMonths = new TreeMap<>();
    }

    /**
     * Likewise, and all that may have been told of {@link #knownDays} before counts as changed: every cell, in every month that has any day
     * until the one after the last boundary. Who goes on from a checkpoint needs it: an earlier run may have told of days what it knew of
     * some events before others, and of the same events in another order there may be nothing to tell of these days.
     */
    public void watchAllMonths() {
        watchMonths();
        BitSet cells = new BitSet(catalogue.cells());
        for (Column column : catalogue.columns()) {
            if (!column.isPresence()) {
                cells.set(column.firstCell(), column.firstCell() + column.rows().size());
            }
        }
        knownDays().months().forEach(first -> changedMonths.put(first, (BitSet) cells.clone()));
        if (boundary != NONE) {
            changedMonths.put(LondonDays.firstOfMonth(boundary), (BitSet) cells.clone());
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

    private void markChanged(Posting posting) {
        if (changedMonths != null) {
            expansion.expand(posting, new ChangedMonths(grid, changedMonths));
        }
    }

    @Override
    public int part(int slot) {
        Column column = catalogue.columnOfSlot(slot);
        return windows.part(column, column.windowIndexOfSlot(slot), column.rowOfSlot(slot));
    }

    @Override
    public int whole(int slot) {
        Column column = catalogue.columnOfSlot(slot);
        return windows.whole(column, column.windowIndexOfSlot(slot), column.rowOfSlot(slot));
    }

    @Override
    public int partOn(int slot, int day) {
        return dayFigures.partOn(slot, day);
    }

    @Override
    public int wholeOn(int slot, int day) {
        return dayFigures.wholeOn(slot, day);
    }

    @Override
    public Figure ofDays(int slot, int firstDay, int days) {
        Figure figure = dayFigures.of(slot, firstDay, days);
        boolean forPeople = catalogue.columnOfSlot(slot).measure().population().isPresent();
        return forPeople ? new Figure(figure.part(), whole(slot)) : figure;
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

    /** The days of cases' lives that changed since the last call, encoded. */
    public Map<Integer, byte[]> takeChangedLives() {
        return lives.takeChanged();
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

    /** How far the history is known to be one, for {@link #rememberHistory}. */
    public int[] history() {
        return history.toArray();
    }

    /** Takes over what {@link #history} gave, after {@link #restore}; without it the history is never dormant. */
    public void rememberHistory(int[] stored) {
        history.restore(history.from(), stored);
    }

    /** What changed of the postings that wait since the last call, encoded, in pieces; a piece without bytes is there no longer. */
    public Map<Long, byte[]> takeChangedWaiting() {
        return waiting.takeChanged();
    }

    /**
     * Takes over a stored boundary, panes, lives and waiting postings; the sums are made anew from the panes.
     *
     * @param storedHistoryFrom as {@link #historyFrom} was
     */
    public void restore(
            int storedBoundary,
            int storedHistoryFrom,
            Iterable<Map.Entry<Integer, byte[]>> storedPanes,
            Iterable<Map.Entry<Integer, byte[]>> storedLives,
            Iterable<Map.Entry<Long, byte[]>> storedWaiting) {
        boundary = storedBoundary;
        published = storedBoundary;
        history.restore(storedHistoryFrom, new int[0]);
        lives.restore(storedLives);
        storedPanes.forEach(entry -> PaneCodec.decode(entry.getValue(), panes.at(entry.getKey())));
        waiting.restore(storedWaiting);
        if (boundary == NONE) {
            return;
        }
        windows.beginAt(boundary);
    }

    /** What waits for a boundary that has passed is there only where panes that began anew are being filled. */
    private void applyThrough(int last) {
        while (!waiting.isEmpty() && waiting.firstDay() <= last) {
            waiting.takeFirst(this::apply);
        }
    }

    private void apply(Posting posting) {
        if (ahead != null) {
            leaveAhead(posting);
        }
        lives.add(posting);
        revised.add(posting, expansion, published);
        expansion.expand(posting, intoPanes);
        if (Expansion.isDated(posting)) {
            markChanged(posting);
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
        public void addNumber(Column column, int day, TupleRows.Rows rows, int number, int times) {
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
