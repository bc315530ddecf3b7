package vaiwg.cli.feed.json;

import vaiwg.jobs.decode.Rejection.Reason;

/** A line cannot become an event. Names fields, never values: values may be personal. */
public final class BadLine extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;
    private final String advice;

    private BadLine(String reason, String detail, String advice) {
        super(detail);
        this.reason = reason;
        this.advice = advice;
    }

    static BadLine notJson(String detail) {
        return new BadLine("not_json", detail, "Write one JSON object a line, in UTF-8.");
    }

    static BadLine unknownStream(String choices) {
        return new BadLine(
                "unknown_stream",
                "neither the option, the line nor the file's name gives the stream",
                "Give --stream, or a field \"stream\" with one of " + choices + ".");
    }

    static BadLine missingField(String field) {
        return new BadLine("missing_field", field + " is missing", "Add it: the schema gives it no default.");
    }

    static BadLine unknownField(String field) {
        return new BadLine(
                "unknown_field", field + " is not in the schema", "Correct the name, or leave the field out.");
    }

    static BadLine repeatedField(String field) {
        return new BadLine("repeated_field", field + " is there twice", "Keep one of them.");
    }

    static BadLine wrongType(String field, String wanted) {
        return new BadLine("wrong_type", field + " is not " + wanted, "Write it as the schema has it.");
    }

    static BadLine pseudonymAlready(String field) {
        return new BadLine(
                "pseudonym_already",
                field + " is a pseudonym already",
                "Leave the keys out for files whose pseudonyms are made: one of a pseudonym would name somebody else.");
    }

    static BadLine liveInHistory() {
        return new BadLine(
                "live_in_history",
                "source says that it was told as it happened",
                "Write LOAD, or give --source feed: from its midnight on snapshots would be published for ever.");
    }

    /** A line that is an event, which the job would reject. */
    static BadLine rejected(Reason reason, String detail) {
        return new BadLine(reason.slug(), detail, reason.advice());
    }

    /** Slug of the reason: one of the job's, or one of those that only JSON can have. */
    public String reason() {
        return reason;
    }

    /** What to do: one sentence. */
    public String advice() {
        return advice;
    }
}
