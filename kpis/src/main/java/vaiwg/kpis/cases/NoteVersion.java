package vaiwg.kpis.cases;

/** What an owner said of a signal, without the words. Each version number of a signal is a note of its own. */
public final class NoteVersion extends Version {
    public String signalId;
    /** Whether it says no more than that the signal was seen. */
    public boolean acknowledgement;

    @Override
    long thing() {
        return version;
    }

    @Override
    long[] content() {
        return new long[] {number(acknowledgement)};
    }
}
