package vaiwg.engine.contributions;

import java.util.ArrayList;
import java.util.List;
import vaiwg.kpis.cases.NoteVersion;
import vaiwg.kpis.fields.FieldRecord;
import vaiwg.kpis.fields.Fields;

/**
 * What one event of a subject, or one update of a person, changes in the panes of a force: the only thing that travels from these to the
 * panes. Fields are public and flat because it crosses the network; it is not changed after it was sent.
 */
public final class Delta implements FieldRecord {
    /** The source of a delta that repeats what was known before, under another layout of panes. */
    public static final byte NO_SOURCE = -1;
    /** The stream of a delta that does not say that a stream is known. */
    public static final byte NO_STREAM = -1;

    /** The force whose panes it changes. */
    public String force;
    /** Ordinal of the source of the event that caused it, in the schema's list; or {@link #NO_SOURCE}. */
    public byte source;
    /** Ordinal of the stream that is known of the force from the time of its entry on; or {@link #NO_STREAM}. */
    public byte stream = NO_STREAM;
    /** What comes to the panes, and what goes from them. */
    public List<DeltaEntry> entries = List.of();
    /** Of a delta without delta entries: what an owner said of a signal; null elsewhere. */
    public NoteVersion note;

    public Delta() {}

    public Delta(String force, byte source, List<DeltaEntry> entries) {
        this.force = force;
        this.source = source;
        this.entries = entries;
    }

    /** One without figures: an event of this source and stream is known of this force from this instant on. */
    public static Delta ofOrigin(String force, byte source, byte stream, long enters) {
        Delta delta = new Delta(force, source, List.of(DeltaEntry.marker(enters, 0)));
        delta.stream = stream;
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
        stream = fields.number(stream);
        note = fields.recordIfAny(note, NoteVersion::new);
        int count = fields.number(entries.size());
        List<DeltaEntry> passed = entries.size() == count ? entries : fresh(count);
        DeltaEntry before = DeltaEntry.NOTHING;
        for (int i = 0; i < count; i++) {
            passed.get(i).pass(fields, before);
            before = passed.get(i);
        }
        entries = passed;
    }

    private static List<DeltaEntry> fresh(int count) {
        List<DeltaEntry> fresh = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            fresh.add(new DeltaEntry());
        }
        return fresh;
    }
}
