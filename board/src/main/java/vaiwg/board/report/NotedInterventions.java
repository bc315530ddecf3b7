package vaiwg.board.report;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vaiwg.board.Tier;
import vaiwg.board.figures.PublishedNote;
import vaiwg.kpis.catalogue.BoardSubject;
import vaiwg.kpis.catalogue.Commitment;

/**
 * Reads what leads noted as done into entries like those of the site's register. Of the notes on one day, figure and area the newest holds; one
 * that does not say what was done takes it back. Words are not for the public: that something was done is, since areas without it are compared.
 */
final class NotedInterventions {
    private static final String FOR_THE_PUBLIC = "Told to the Board alone";

    private NotedInterventions() {}

    /**
     * Those that were noted by the day of the report.
     *
     * @param notes of the force, the oldest first
     */
    static List<Commitment> of(List<PublishedNote> notes, String force, LocalDate asAt, Tier tier) {
        Map<String, PublishedNote> newest = new LinkedHashMap<>();
        notes.stream()
                .filter(note -> BoardSubject.isIntervention(note.signalId())
                        && !note.on().isAfter(asAt))
                .forEach(note -> newest.put(note.signalId(), note));
        return newest.values().stream()
                .filter(note -> !note.action().isEmpty())
                .flatMap(note -> BoardSubject.done(note.signalId()).stream()
                        .map(done ->
                                done.entry(force, tier == Tier.PUBLIC ? FOR_THE_PUBLIC : note.action(), note.post())))
                .toList();
    }
}
