package vaiwg.demo.synthetic;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Consumer;
import vaiwg.kpis.catalogue.BoardSubject;
import vaiwg.kpis.catalogue.Commitment;
import vaiwg.kpis.catalogue.Commitments;
import vaiwg.kpis.catalogue.Priority;
import vaiwg.kpis.reference.Sites;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Note;
import vaiwg.schemas.NoteKind;
import vaiwg.schemas.Standing;

/** What leads report to the Strategy Board, and how owners say that commitments stand, at each meeting. */
final class BoardIntake {
    private static final long REPORT = 90;
    private static final long STANDING = 92;
    private static final String SECRETARY = "the board's secretary";

    private final long seed;
    private final ForceCalendar calendar;
    private final List<Commitment> commitments;

    BoardIntake(long seed, ForceCalendar calendar, Sites sites) {
        this.seed = seed;
        this.calendar = calendar;
        this.commitments = Commitments.of(sites);
    }

    void casesOf(int day, Consumer<SimulatedCase> sink) {
        LocalDate date = calendar.date(day);
        if (!BoardSubject.beginsMeeting(date)) {
            return;
        }
        YearMonth meeting = YearMonth.from(date);
        for (Priority area : Priority.values()) {
            Draw draw = Draw.at(seed, REPORT, day, area.ordinal());
            if (draw.chance(Figures.of("lead_reports"))) {
                Note report = note(BoardSubject.report(area, meeting), area.owner(), day, draw);
                report.setCause("A report of the synthetic force, which knows no causes.");
                sink.accept(sent(day, report));
            }
        }
        for (Commitment commitment : commitments) {
            Draw draw = Draw.at(seed, STANDING, day, commitment.id().hashCode());
            if (draw.chance(Figures.of("owner_says_standing"))) {
                String post = commitment.owner().isEmpty() ? SECRETARY : commitment.owner();
                Note said = note(BoardSubject.commitment(commitment.id()), post, day, draw);
                said.setStanding(Standing.valueOf(Figures.choice("standings").draw(draw)));
                sink.accept(sent(day, said));
            }
        }
    }

    /** Numbered by its instant, as those that people send. */
    private Note note(String subject, String post, int day, Draw draw) {
        Instant at = Instant.ofEpochMilli(
                calendar.hourOf(day + draw.below(Figures.whole("days_of_reports")), draw.uniform(8, 18)));
        Note note = Saved.begun(new Note());
        note.setSignalId(subject);
        note.setEventId(draw.uuid());
        note.setVersion(at.toEpochMilli());
        note.setChangedAt(at);
        note.setKind(NoteKind.NOTE);
        note.setPost(post);
        note.setAt(at);
        return note;
    }

    private static SimulatedCase sent(int day, Note note) {
        SimulatedCase simulated = new SimulatedCase(day, note.getSignalId());
        simulated.add(EventStream.NOTE, note.getSignalId(), note.getChangedAt().toEpochMilli(), note);
        return simulated;
    }
}
