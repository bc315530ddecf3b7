package vaiwg.jobs.decode;

import vaiwg.jobs.decode.Refusal.Reason;
import vaiwg.jobs.records.OwnerNote;
import vaiwg.kpis.cases.NoteVersion;
import vaiwg.schemas.Note;
import vaiwg.schemas.NoteKind;

/** From an event of an owner's note to what panes and database take of it. */
final class NoteProjection {
    /** In characters: a note is some sentences, no report. */
    private static final int LONGEST_TEXT = 4_000;

    private static final int LONGEST_POST = 200;

    /** @throws Refusal where a value is impossible, or the note says nothing */
    OwnerNote note(Note event) throws Refusal {
        NoteVersion version = new NoteVersion();
        Projection.envelope(version, event.getEventId(), event.getVersion(), event.getChangedAt());
        version.signalId = signal(event.getSignalId());
        version.acknowledgement = event.getKind() == NoteKind.ACKNOWLEDGEMENT;
        OwnerNote note = new OwnerNote();
        note.version = version;
        note.cause = text("cause", event.getCause(), LONGEST_TEXT);
        note.action = text("action", event.getAction(), LONGEST_TEXT);
        note.post = text("post", event.getPost(), LONGEST_POST);
        note.at = StepProjection.happened("at", event.getAt(), version);
        if (!version.acknowledgement && note.cause == null && note.action == null) {
            throw new Refusal(Reason.IMPOSSIBLE_VALUE, "a note with neither cause nor action");
        }
        return note;
    }

    private static String signal(String id) throws Refusal {
        if (id.isBlank() || id.chars().anyMatch(Character::isISOControl)) {
            throw new Refusal(Reason.IMPOSSIBLE_VALUE, "signalId is no name of a signal");
        }
        return id;
    }

    /** Null where nothing is said. No table can hold the character NUL. */
    private static String text(String field, String text, int longest) throws Refusal {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > longest) {
            throw new Refusal(Reason.IMPOSSIBLE_VALUE, field + " has more than " + longest + " characters");
        }
        if (text.indexOf('\0') >= 0) {
            throw new Refusal(Reason.IMPOSSIBLE_VALUE, field + " holds the character NUL");
        }
        return text;
    }
}
