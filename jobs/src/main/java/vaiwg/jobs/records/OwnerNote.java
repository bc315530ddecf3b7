package vaiwg.jobs.records;

import vaiwg.kpis.cases.NoteVersion;

/** An owner's note with its words: a row of the database. Nothing but {@link #version} goes anywhere else. */
public final class OwnerNote {
    public String force;
    public NoteVersion version;
    /** Null where it names none. */
    public String cause;
    /** Null where it names none. */
    public String action;
    /** The post that owns the measure, null where it is not told. */
    public String post;
    /** Who was logged in, null where it is not told. */
    public String login;
    /** How the commitment that it is on stands, in lower case; null where it does not say. */
    public String standing;
    /** The post that is to do an action of the board, null where it does not say. */
    public String owner;
    /** The day by which the action is to be done, as a day number; null where it does not say. */
    public Integer due;
    /** The day on which it was done, likewise. */
    public Integer done;
    /** When it was said, epoch milliseconds. */
    public long at;
}
