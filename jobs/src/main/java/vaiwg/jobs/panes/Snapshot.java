package vaiwg.jobs.panes;

import vaiwg.engine.panes.EstimateRow;
import vaiwg.engine.panes.RevisionRow;
import vaiwg.statistics.signals.Signal;
import vaiwg.statistics.streams.StreamReading;

/** A snapshot of one force at the midnight that begins a day: the rows that are kept, and what they rest on. */
public final class Snapshot {
    public String force;
    /** The day that the midnight begins, as a day number. */
    public int asAt;
    /** The first day of the force's published history, as a day number: a window that begins before it holds less than it says. */
    public int historyFrom;
    /** Whether rows of all slices are kept, or of totals and themes only. */
    public boolean whole;

    public int count;
    public int[] slots;
    public int[] numerators;
    public int[] denominators;
    /** What is estimated and not counted. */
    public EstimateRow[] estimates = {};
    /** What is known otherwise since the snapshot before, of days of headlines that were published. */
    public RevisionRow[] revisions = {};
    /** What is to be put on record: raised, or followed, since the last snapshot that was kept. */
    public Signal[] signals = {};
    /** Blocks beside their limits, and areas side by side. */
    public SnapshotCharts charts = new SnapshotCharts();
    /** What is to be said of its figures. */
    public SnapshotVerdicts verdicts = new SnapshotVerdicts();
    /** The sources of the events known by then; see {@link Sources}. */
    public int sources;
    /** How each stream comes, as of its midnight. */
    public StreamReading[] streams = {};
    /** Whether no other snapshot of the force follows at once. */
    public boolean last;

    /** What was published of the force before it: where the tables lack any of that, they are not those that the job wrote. */
    public PublishedNights before = new PublishedNights();
    /** Whether it is none, and only says after a restart what was published before. */
    public boolean reminder;
}
