package vaiwg.engine.contributions;

import java.util.List;
import vaiwg.kpis.cases.NoteVersion;
import vaiwg.kpis.cases.RecordKind;
import vaiwg.kpis.fields.FieldRecord;
import vaiwg.kpis.fields.FieldWriter;
import vaiwg.kpis.fields.Fields;
import vaiwg.schemas.EventStream;

/**
 * What one event of a subject, or one update of a person, changes in the panes of a force: the only thing that travels from these to the
 * panes. Fields are public and flat because it crosses the network; it is not changed after it was sent.
 */
public final class Delta implements FieldRecord {
    /** The source of a delta that repeats what was known before, under another layout of panes. */
    public static final byte NO_SOURCE = -1;
    /** The kind of a delta that does not say that a kind of record is known. */
    public static final byte NO_KIND = -1;

    /** The force whose panes it changes. */
    public String force;
    /** Ordinal of the source of the event that caused it, in the schema's list; or {@link #NO_SOURCE}. */
    public byte source;
    /** Number of the {@link RecordKind} that is known of the force from the time of its entry on; or {@link #NO_KIND}. */
    public byte kind = NO_KIND;
    /** From when on a marker among its entries says that something is known; {@link Fields#ABSENT} where none does. */
    public long marks = Fields.ABSENT;
    /** What comes to the panes, and what goes from them. */
    public PackedEntries[] entries = {};
    /** Of a delta without delta entries: what an owner said of a signal or to the board; null elsewhere. */
    public NoteVersion note;
    /** Of a delta without delta entries: how many records of its kind, a stream, became known on the day of {@link #marks}; 0 elsewhere. */
    public int arrivals;

    public Delta() {}

    public Delta(String force, byte source, List<DeltaEntry> entries) {
        this(force, source, entries, new FieldWriter());
    }

    /** @param writer that may be used again, by one thread */
    public Delta(String force, byte source, List<DeltaEntry> entries, FieldWriter writer) {
        this.force = force;
        this.source = source;
        this.entries = PackedEntries.of(entries, writer);
        for (DeltaEntry entry : entries) {
            if (entry.isMarker() && (marks == Fields.ABSENT || entry.enters < marks)) {
                marks = entry.enters;
            }
        }
    }

    /** One without figures: a record of this source and kind is known of this force from this instant on. */
    public static Delta ofOrigin(String force, byte source, RecordKind kind, long enters) {
        Delta delta = new Delta(force, source, List.of(DeltaEntry.marker(enters, 0)));
        delta.kind = kind.number();
        return delta;
    }

    /**
     * One without figures: so many records of a stream became known on a day.
     *
     * @param knownAt an instant of the day
     */
    public static Delta ofArrivals(String force, EventStream stream, long knownAt, int records) {
        Delta delta = new Delta(force, NO_SOURCE, List.of());
        delta.kind = RecordKind.of(stream).number();
        delta.marks = knownAt;
        delta.arrivals = records;
        return delta;
    }

    /** One without figures: an owner's note is known from its knowledge time on. */
    public static Delta ofNote(String force, NoteVersion note) {
        Delta delta = new Delta(force, NO_SOURCE, List.of());
        delta.note = note;
        return delta;
    }

    @Override
    public void pass(Fields fields) {
        force = fields.name(force);
        source = fields.number(source);
        kind = fields.number(kind);
        note = fields.recordIfAny(note, NoteVersion::new);
        marks = fields.instant(marks, 0);
        entries = fields.records(entries, PackedEntries::new);
        arrivals = fields.number(arrivals);
    }
}
