package vaiwg.kpis.facts;

import vaiwg.schemas.EventStream;

/**
 * A field that a stream's events have had only since a later version of its schema. A record without it says neither yes nor no: what is
 * counted of it is counted among the records that have it, and before the first of them there is no figure.
 */
public enum NewField {
    FREE_TEXT_GIVEN(EventStream.VICTIM_CONTACT, 2, "survey.freeTextGiven"),
    MARAC_REPEAT(EventStream.SAFEGUARDING, 2, "repeat");

    private final EventStream stream;
    private final int version;
    private final String path;

    NewField(EventStream stream, int version, String path) {
        this.stream = stream;
        this.version = version;
        this.path = path;
    }

    public EventStream stream() {
        return stream;
    }

    /** The first released version of the stream's schema that has it. */
    public int version() {
        return version;
    }

    /** Its name, after those of the records that it is in: {@code survey.freeTextGiven}. */
    public String path() {
        return path;
    }

    /** The fact that a record has it. */
    public Fact known() {
        return switch (this) {
            case FREE_TEXT_GIVEN -> Fact.FREE_TEXT_KNOWN;
            case MARAC_REPEAT -> Fact.REPEAT_KNOWN;
        };
    }
}
