package vaiwg.engine.responses;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import vaiwg.engine.contributions.AnswerDeltas;
import vaiwg.engine.contributions.DeltaEntry;
import vaiwg.kpis.catalogue.BoardSubject;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.facts.Fact;
import vaiwg.statistics.signals.SignalNotes;

/**
 * The reports that leads owe the Strategy Board, and the delta entries by which it is counted whether they were given. They are due from the
 * first meeting on before which one was known: of a force whose leads report otherwise nothing is said. It has no state: notes and days tell all.
 */
public final class LeadReports {
    private final AnswerDeltas entries;

    public LeadReports(Catalogue catalogue) {
        this.entries = new AnswerDeltas(catalogue, Fact.REPORT_DUE, Fact.REPORT_GIVEN);
    }

    /** What is due at a midnight, and what is known at it that was not at the one before; to be asked of each midnight. */
    public List<DeltaEntry> hear(SignalNotes notes, int cutOff) {
        List<DeltaEntry> found = new ArrayList<>();
        if (due(notes, cutOff).anyMatch(day -> day == cutOff)) {
            addAsked(cutOff, found);
        }
        due(notes, cutOff).forEach(day -> addGiven(notes, day, cutOff, known -> known == cutOff, found));
        return found;
    }

    /** All delta entries of what was due and given by a midnight: what panes that know nothing of it need. */
    public List<DeltaEntry> anew(SignalNotes notes, int cutOff) {
        List<DeltaEntry> found = new ArrayList<>();
        due(notes, cutOff).forEach(day -> {
            addAsked(day, found);
            addGiven(notes, day, cutOff, known -> known <= cutOff, found);
        });
        return found;
    }

    private static IntStream due(SignalNotes notes, int cutOff) {
        OptionalInt first = notes.firstAnswered(BoardSubject::isReport, cutOff);
        return first.isEmpty() ? IntStream.empty() : BoardSubject.meetings(first.getAsInt(), cutOff);
    }

    private void addAsked(int day, List<DeltaEntry> found) {
        BoardSubject.due(day).forEach(report -> found.addAll(entries.asked(day)));
    }

    /** A report that came before it was due is given from the midnight after that. */
    private void addGiven(SignalNotes notes, int day, int cutOff, IntPredicate when, List<DeltaEntry> found) {
        for (String report : BoardSubject.due(day)) {
            OptionalInt given = notes.answeredFrom(report, cutOff);
            int known = Math.max(given.orElse(Integer.MAX_VALUE), day + 1);
            if (given.isPresent() && when.test(known)) {
                found.addAll(entries.answered(day, known));
            }
        }
    }
}
