package vaiwg.board.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vaiwg.board.answer.AnswerAddress;
import vaiwg.board.report.Page;
import vaiwg.board.report.Report;

/** A page of a report as a document of its own, with what leads to the others. */
public final class LiveDocument {
    /** What the frame adds to the report's style sheet. */
    public static final String STYLES = Stylesheet.live();

    /** The id of the page with which each report begins. */
    public static final String FIRST = "summary";

    private LiveDocument() {}

    /**
     * What stands around a page.
     *
     * @param day as the address names it, {@code newest} or a date
     * @param forces whose reports there are
     * @param days of which there are reports of this force, the newest first
     * @param seen what its reader sees, in a sentence
     * @param loading how far the force's history is loaded, while it is
     */
    public record Frame(String day, List<String> forces, List<LocalDate> days, String seen, Optional<String> loading) {}

    /**
     * Something found.
     *
     * @param page the id of the page that has it
     */
    public record Hit(String title, String text, String page) {}

    public static String page(Report report, Page page, Frame frame) {
        return ReportPage.render("livepage.jte", Map.of("c", context(report, frame), "frame", frame, "page", page));
    }

    public static String found(Report report, String words, List<Hit> hits, Frame frame) {
        return ReportPage.render(
                "livefound.jte", Map.of("c", context(report, frame), "frame", frame, "words", words, "hits", hits));
    }

    public static String forces(List<String> forces) {
        return ReportPage.render("liveforces.jte", Map.of("forces", forces));
    }

    public static String notFound() {
        return ReportPage.render("livemissing.jte", Map.of());
    }

    /** Where the report's pages are, as the address at hand names the day. */
    static String base(Report report, Frame frame) {
        return base(report, frame.day());
    }

    /** Where a page will be found next year too. */
    static String permanent(Report report, Page page) {
        return base(report, report.edition().asAt().toString()) + (page == null ? FIRST : page.id());
    }

    private static String base(Report report, String day) {
        return "/" + AnswerAddress.encoded(report.edition().force()) + "/" + AnswerAddress.encoded(day) + "/";
    }

    private static Context context(Report report, Frame frame) {
        String base = base(report, frame);
        return new Context(report, new Links() {
            @Override
            public String to(String id) {
                return base + id;
            }

            @Override
            public Optional<String> answer(String force, String signalId) {
                return Optional.of(AnswerAddress.of("", force, signalId));
            }
        });
    }
}
