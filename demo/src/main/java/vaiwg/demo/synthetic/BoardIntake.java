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
import vaiwg.kpis.catalogue.Slice;
import vaiwg.kpis.reference.Sites;
import vaiwg.schemas.Note;
import vaiwg.schemas.NoteKind;
import vaiwg.schemas.Standing;
import vaiwg.statistics.signals.Signal;
import vaiwg.statistics.signals.alarm.AlarmSignals;
import vaiwg.statistics.signals.alarm.OutcomeSet;

/** What leads report to the Strategy Board, how owners say that commitments stand, and what the board asks for, at each meeting. */
final class BoardIntake {
    private static final long REPORT = 90;
    private static final long STANDING = 92;
    private static final long ANSWER = 98;
    private static final long ACTION = 102;
    private static final List<Priority> AREAS = Priority.shipped();
    private static final String SECRETARY = "the board's secretary";

    private final long seed;
    private final ForceCalendar calendar;
    private final List<Commitment> commitments;
    private final String force;

    /** @param force whose signals are answered */
    BoardIntake(long seed, ForceCalendar calendar, Sites sites, String force) {
        this.seed = seed;
        this.calendar = calendar;
        this.commitments = Commitments.of(sites).stream()
                .filter(entry -> entry.register() != Commitment.Register.INTERVENTION)
                .toList();
        this.force = force;
    }

    void casesOf(int day, Consumer<SimulatedCase> sink) {
        if (day == Figures.whole("error_answered_day") && Figures.whole("error_corrected_day") < calendar.days()) {
            sink.accept(sent(day, answerToMistake(day)));
        }
        LocalDate date = calendar.date(day);
        if (!BoardSubject.beginsMeeting(date)) {
            return;
        }
        YearMonth meeting = YearMonth.from(date);
        for (int i = 0; i < AREAS.size(); i++) {
            Priority area = AREAS.get(i);
            Draw draw = Draw.at(seed, REPORT, day, i);
            if (draw.chance(Figures.of("lead_reports"))) {
                Note report = note(BoardSubject.report(area, meeting), area.owner(), dayOfReport(day, draw), draw);
                report.setCause(Figures.choice("reports." + area.slug()).draw(draw));
                sink.accept(sent(day, report));
            }
        }
        for (Commitment commitment : commitments) {
            Draw draw = Draw.at(seed, STANDING, day, commitment.id().hashCode());
            if (draw.chance(Figures.of("owner_says_standing"))) {
                String post = commitment.owner().isEmpty() ? SECRETARY : commitment.owner();
                Note said = note(BoardSubject.commitment(commitment.id()), post, dayOfReport(day, draw), draw);
                said.setStanding(Standing.valueOf(Figures.choice("standings").draw(draw)));
                sink.accept(sent(day, said));
            }
        }
        sink.accept(action(day, meeting));
    }

    /** An action that the meeting asks of an area's lead, and that it was done: sooner or later than by its day. */
    private SimulatedCase action(int day, YearMonth meeting) {
        Draw draw = Draw.at(seed, ACTION, day);
        Priority area = AREAS.get(draw.below(AREAS.size()));
        String subject = BoardSubject.action(meeting + "/1");
        int from = dayOfReport(day, draw);
        Note asked = note(subject, SECRETARY, from, draw);
        asked.setAction(Figures.choice("actions." + area.slug()).draw(draw));
        asked.setOwner(area.owner());
        asked.setDue(Instant.ofEpochMilli(calendar.midnight(from + Figures.whole("days_of_actions"))));
        int done = from + 1 + draw.below(Figures.whole("longest_action"));
        Note told = note(subject, SECRETARY, done + 1, draw);
        told.setDone(Instant.ofEpochMilli(calendar.midnight(done)));
        SimulatedCase action = sent(day, asked);
        action.add(told.getChangedAt().toEpochMilli(), told);
        return action;
    }

    /**
     * What the daily alarm says of the planted mistake; its day is known, as that of no other signal is. Of outcomes 14 and 16: of 16 alone
     * a rise by chance stands already in the demonstration's own history, so none is raised.
     */
    private Note answerToMistake(int day) {
        OutcomeSet outcomes = OutcomeSet.OUTCOMES_14_AND_16;
        Draw draw = Draw.at(seed, ANSWER, outcomes.ordinal());
        int raised = (int) calendar.date(Figures.whole("error_day")).toEpochDay();
        String slice = Slice.ofTheme(SyntheticTheme.OTHER_SEXUAL.slug());
        String signal =
                Signal.id(force, outcomes.kpi(), AlarmSignals.BASIS, AlarmSignals.WINDOW, slice, "daily_rise", raised);
        Note answer = note(signal, Priority.shipped("criminal_justice").owner(), day, draw);
        answer.setCause(Figures.choice("answer.cause").draw(draw));
        answer.setAction(Figures.choice("answer.action").draw(draw));
        return answer;
    }

    private static int dayOfReport(int day, Draw draw) {
        return day + draw.below(Figures.whole("days_of_reports"));
    }

    /** Numbered by its instant, as those that people send. */
    private Note note(String subject, String post, int day, Draw draw) {
        Instant at = Instant.ofEpochMilli(calendar.hourOf(day, draw.uniform(8, 18)));
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
        simulated.add(note.getChangedAt().toEpochMilli(), note);
        return simulated;
    }
}
