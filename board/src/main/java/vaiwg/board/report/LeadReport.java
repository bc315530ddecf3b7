package vaiwg.board.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vaiwg.board.Days;
import vaiwg.board.figures.PublishedNote;
import vaiwg.kpis.catalogue.BoardSubject;
import vaiwg.kpis.catalogue.Priority;

/**
 * What an area's lead reported to the newest meeting of the board by the day of the report. It is asked for where leads report in this way at all; of
 * the area of conduct, whose report may rest on such figures, in the restricted annex alone.
 */
record LeadReport(Material material) {
    Optional<OwnerComment> of(Priority area) {
        YearMonth meeting = BoardSubject.meetingAt(material.asAt());
        String subject = BoardSubject.report(area, meeting);
        String title = "Report to the board of " + Days.month(meeting);
        if (material.notes().stream().noneMatch(note -> isReportOf(area, note))) {
            return Optional.empty();
        }
        return newest(material.notes(), subject, material.asAt())
                .map(note -> OwnerComment.of(title, note))
                .or(() -> Optional.of(OwnerComment.asked(title, area.owner(), BoardSubject.reportDue(meeting))));
    }

    /** Of each area in its order what its lead reported, but of that of conduct; none where leads do not report in this way. */
    Map<Priority, OwnerComment> open() {
        Map<Priority, OwnerComment> reports = new LinkedHashMap<>();
        material.dictionary().areas().stream()
                .filter(area -> !area.isOfConduct())
                .forEach(area -> of(area).ifPresent(said -> reports.put(area, said)));
        return reports;
    }

    /** How many leads reported; empty where they do not report in this way. */
    Optional<Given> given() {
        return Given.of(BoardSubject.meetingAt(material.asAt()), open().values());
    }

    /** To a meeting of the board as many leads reported of those who were asked. */
    record Given(YearMonth meeting, int given, int asked) {
        static Optional<Given> of(YearMonth meeting, Collection<OwnerComment> reports) {
            int given = (int) reports.stream().filter(said -> !said.missing()).count();
            return reports.isEmpty() ? Optional.empty() : Optional.of(new Given(meeting, given, reports.size()));
        }

        boolean isAll() {
            return given == asked;
        }

        /** Whether the day for it has passed at a midnight: like a matter or an action it is late from the day after that on which it is due. */
        boolean wasDue(LocalDate asAt) {
            return BoardSubject.reportDue(meeting).isBefore(asAt);
        }

        /** "Leads’ reports for November 2026: 5 of 6". */
        String words() {
            return "Leads’ reports for " + Days.month(meeting) + ": " + given + " of " + asked;
        }
    }

    /** What was said of a subject last by a day: a report has no note that is dated after it. */
    static Optional<PublishedNote> newest(List<PublishedNote> notes, String subject, LocalDate asAt) {
        return notes.stream()
                .filter(note -> note.signalId().equals(subject) && !note.on().isAfter(asAt))
                .reduce((earlier, later) -> later);
    }

    /** Whether a note shows that reports on the area are written, and read by this edition. */
    private static boolean isReportOf(Priority area, PublishedNote note) {
        return area.isOfConduct()
                ? BoardSubject.isReportOf(area, note.signalId())
                : BoardSubject.isReport(note.signalId());
    }
}
