package vaiwg.board.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vaiwg.board.Days;
import vaiwg.board.report.Edition;
import vaiwg.board.report.Report;
import vaiwg.board.report.ReportWords;
import vaiwg.kpis.catalogue.BoardSubject;

/** What a report says of itself. */
final class EditionWords {
    static final String TITLE = "Violence, abuse and intimidation against women and girls";
    static final String CAUTION = "Management information, provisional; not official statistics.";
    static final String SYNTHETIC = "SYNTHETIC DATA";
    static final String INCOMPLETE =
            "Some sources had not sent all that they had, or count otherwise: the latest figures are incomplete.";

    private EditionWords() {}

    /** The document's title. */
    static String title(Report report) {
        Edition edition = report.edition();
        return name(report) + ", " + edition.forceTitle() + ", " + Days.asAt(edition.asAt());
    }

    static String name(Report report) {
        return report.restricted() ? "VAIWG Strategy Board, restricted annex" : "VAIWG Strategy Board report";
    }

    /** In the head of each page: "as at 26 November 2026". */
    static String asAt(Edition edition) {
        return Days.asAt(edition.asAt());
    }

    /** "last report 1 October 2026", that it is the first, or that it is compared with none: a meeting before had one. */
    static String previous(Edition edition) {
        return edition.previous()
                .map(day -> "last report " + Days.full(day))
                .orElse(edition.first() ? "the first report of this force" : "none was issued before it");
    }

    /** All days of the head in one: "As at 26 November 2026 (the end of 25 Nov), for the meeting of November 2026"; an annex goes to none. */
    static String days(Report report) {
        LocalDate asAt = report.edition().asAt();
        String last = Days.brief(asAt.minusDays(1));
        String counted = ReportWords.capital(asAt(report.edition())) + " (the end of " + last + ")";
        return report.restricted()
                ? counted
                : counted + ", for the meeting of " + Days.month(BoardSubject.meetingFor(asAt));
    }

    /** How far the edition has come, in a few words. */
    static String status(Edition edition) {
        return switch (edition.status()) {
            case UNREGISTERED -> "Draft, not issued";
            case DRAFT -> "Draft, not approved";
            case APPROVED -> "Approved, not issued";
            case ISSUED -> edition.number().map(number -> "Edition " + number).orElse("Issued");
        };
    }

    /** What a reader must know before the first figure; few are true at once. */
    static List<String> warnings(Edition edition) {
        List<String> warnings = new ArrayList<>();
        if (!edition.complete()) {
            warnings.add(INCOMPLETE);
        }
        if (edition.reconstructed()) {
            warnings.add("Worked out later for this day: nobody was shown these figures then.");
        }
        if (edition.themesOnly()) {
            warnings.add("Of this day only themes were kept, no policing areas.");
        }
        if (edition.byMonth()) {
            warnings.add("The source knows months, not days: periods are months.");
        }
        edition.correction().ifPresent(text -> warnings.add("Re-issued. " + text));
        return warnings;
    }
}
