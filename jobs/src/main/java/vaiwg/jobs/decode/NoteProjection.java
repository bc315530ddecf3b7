package vaiwg.jobs.decode;

import java.util.Locale;
import vaiwg.jobs.records.DecodedRecord;
import vaiwg.jobs.records.OwnerNote;
import vaiwg.kpis.cases.NoteVersion;
import vaiwg.kpis.catalogue.BoardSubject;
import vaiwg.kpis.time.LondonDays;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.NoteKind;
import vaiwg.schemas.Standing;

/** An owner's note: what panes take of it, and what the database does. */
final class NoteProjection extends Projection {
    /** In characters: a note is some sentences, no report. */
    private static final int LONGEST_TEXT = 4_000;

    /** What was done is said beside a mark of a chart. */
    private static final int LONGEST_INTERVENTION = 200;

    /** Of a post, and of a login. */
    private static final int LONGEST_NAME = 200;

    private final int kind = column("kind");
    private final int cause = column("cause");
    private final int action = column("action");
    private final int post = column("post");
    private final int at = column("at");
    private final int standing = column("standing");
    private final int login = column("login");
    private final int owner = column("owner");
    private final int due = column("due");
    private final int done = column("done");

    NoteProjection() {
        super(EventStream.NOTE);
    }

    @Override
    void project(DecodedRecord record) throws Rejection {
        OwnerNote note = new OwnerNote();
        note.version = envelope(new NoteVersion());
        note.version.signalId = signal(record.subject);
        note.version.acknowledgement = number(kind) == NoteKind.ACKNOWLEDGEMENT.ordinal();
        note.force = record.force;
        note.cause = text(cause, LONGEST_TEXT);
        note.action = text(action, LONGEST_TEXT);
        note.post = text(post, LONGEST_NAME);
        note.login = text(login, LONGEST_NAME);
        note.at = happened(at);
        note.standing =
                has(standing) ? Standing.values()[(int) number(standing)].name().toLowerCase(Locale.ROOT) : null;
        note.owner = text(owner, LONGEST_NAME);
        note.due = day(instantIfAny(due));
        note.done = day(later(done, ABSENT));
        requireSomethingSaid(note);
        record.note = note;
        record.version = note.version;
    }

    private static void requireSomethingSaid(OwnerNote note) throws Rejection {
        String subject = note.version.signalId;
        if (note.standing != null && !BoardSubject.isCommitment(subject)) {
            throw impossible("standing is of a commitment alone");
        }
        boolean ofAction = note.owner != null || note.due != null || note.done != null;
        if (ofAction && !BoardSubject.isAction(subject)) {
            throw impossible("owner, due and done are of an action of the board alone");
        }
        if (BoardSubject.is(subject)) {
            if (!BoardSubject.isWellFormed(subject)) {
                throw impossible(
                        BoardSubject.isIntervention(subject)
                                ? "signalId names no day and figure of an intervention"
                                : "signalId names no area and meeting of the board, nor an action of one");
            }
            if (BoardSubject.isIntervention(subject)
                    && note.action != null
                    && note.action.length() > LONGEST_INTERVENTION) {
                throw impossible("action of an intervention has more than " + LONGEST_INTERVENTION + " characters");
            }
            if (note.version.acknowledgement) {
                throw impossible("an acknowledgement of what is no signal");
            }
        }
        boolean silent = note.cause == null && note.action == null && note.standing == null && !ofAction;
        if (silent && !note.version.acknowledgement) {
            throw impossible("a note with neither cause nor action");
        }
    }

    /** Null where there is no instant. */
    private static Integer day(long millis) {
        return millis == ABSENT ? null : LondonDays.dayOf(millis);
    }

    private static String signal(String id) throws Rejection {
        if (id.isBlank() || id.chars().anyMatch(Character::isISOControl)) {
            throw impossible("signalId is no name of a signal");
        }
        return id;
    }

    /** Null where nothing is said. No table can hold the character NUL. */
    private String text(int column, int longest) throws Rejection {
        String text = text(column);
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > longest) {
            throw impossible(name(column) + " has more than " + longest + " characters");
        }
        if (text.indexOf('\0') >= 0) {
            throw impossible(name(column) + " holds the character NUL");
        }
        requireWords(column);
        return text;
    }
}
