package vaiwg.engine.responses;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import vaiwg.engine.contributions.AnswerDeltas;
import vaiwg.engine.contributions.DeltaEntry;
import vaiwg.engine.panes.ForcePanes;
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

    /**
     * The delta entries of what was due and given by a midnight and was not by an earlier one.
     *
     * @param before the midnight of the last entries; before all others, such as {@link ForcePanes#NONE}, where panes know nothing of it yet
     */
    public List<DeltaEntry> since(int before, SignalNotes notes, int cutOff) {
        List<DeltaEntry> found = new ArrayList<>();
        due(notes, cutOff).forEach(day -> {
            if (day > before) {
                BoardSubject.due(day).forEach(report -> found.addAll(entries.asked(day)));
            }
            addGiven(day, before, notes, cutOff, found);
        });
        return found;
    }

    private static IntStream due(SignalNotes notes, int cutOff) {
        OptionalInt first = notes.firstAnswered(BoardSubject::isReport, cutOff);
        return first.isEmpty() ? IntStream.empty() : BoardSubject.meetings(first.getAsInt(), cutOff);
    }

    /** A report that came before it was due is given from the midnight after that. */
    private void addGiven(int day, int before, SignalNotes notes, int cutOff, List<DeltaEntry> found) {
        for (String report : BoardSubject.due(day)) {
            OptionalInt given = notes.answeredFrom(report, cutOff);
            int known = Math.max(given.orElse(Integer.MAX_VALUE), day + 1);
            if (known > before && known <= cutOff) {
                found.addAll(entries.answered(day, known));
            }
        }
    }
}
