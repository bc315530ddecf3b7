package vaiwg.kpis.cases;

import vaiwg.kpis.fields.Fields;

/** What an owner said of a signal or to the board, without the words. Each version number of a subject is a note of its own. */
public final class NoteVersion extends Version {
    public String signalId;
    /** Whether it says no more than that the signal was seen. */
    public boolean acknowledgement;

    @Override
    long thing() {
        return version;
    }

    @Override
    public VersionKind versionKind() {
        return VersionKind.NOTE;
    }

    @Override
    void content(Fields fields) {
        acknowledgement = fields.flag(acknowledgement);
    }

    @Override
    public void pass(Fields fields) {
        super.pass(fields);
        signalId = fields.text(signalId);
    }
}
