package vaiwg.board.report;

import java.time.YearMonth;
import java.util.Optional;
import vaiwg.board.Days;
import vaiwg.board.figures.PublishedNote;
import vaiwg.kpis.catalogue.BoardSubject;
import vaiwg.kpis.catalogue.Priority;

/**
 * What an area's lead reports to the newest meeting of the board. It is asked for where leads report in this way at all; of Our Behaviour, which
 * may rest on figures of conduct, in the restricted annex alone.
 */
record LeadReport(Material material) {
    Optional<OwnerComment> of(Priority area) {
        YearMonth meeting = BoardSubject.meetingAt(material.asAt());
        String subject = BoardSubject.report(area, meeting);
        String title = "Report to the board of " + Days.month(meeting);
        if (material.notes().stream().noneMatch(note -> isReportOf(area, note))) {
            return Optional.empty();
        }
        return material.newestNote(subject)
                .map(note -> comment(title, note))
                .or(() -> Optional.of(OwnerComment.asked(title, area.owner(), meeting.atDay(1))));
    }

    /** Whether a note shows that reports on the area are written, and read by this edition. */
    private static boolean isReportOf(Priority area, PublishedNote note) {
        return area == Priority.OUR_BEHAVIOUR
                ? BoardSubject.isReportOf(area, note.signalId())
                : BoardSubject.isReport(note.signalId());
    }

    private static OwnerComment comment(String title, PublishedNote note) {
        return new OwnerComment(title, note.cause(), note.action(), note.post(), note.loggedIn(), note.on(), false);
    }
}
