package vaiwg.board.web;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import vaiwg.board.page.LiveDocument;
import vaiwg.board.page.PageId;
import vaiwg.board.page.ReportPage;
import vaiwg.board.report.Report;
import vaiwg.board.web.ReportCache.Shown;

/**
 * What is found at which address: {@code /FORCE/DAY/PAGE}. {@code newest} stands for the newest day; a link that is to say next year
 * what it says today names the day.
 */
final class LivePages {
    private static final String NEWEST = "newest";
    private static final int LONGEST_SEARCH = 100;

    private final ReportCache reports;

    LivePages(ReportCache reports) {
        this.reports = reports;
    }

    void routes(Javalin server) {
        server.get("/", this::home);
        server.get("/go", this::go);
        server.get("/{force}", request -> request.redirect("/" + force(request) + "/" + NEWEST + "/summary"));
        server.get("/{force}/{day}", request -> show(request, "summary"));
        server.get("/{force}/{day}/search", this::search);
        server.get("/{force}/{day}/styles.css", this::styles);
        server.get("/{force}/{day}/report.html", this::document);
        server.get("/{force}/{day}/{page}", request -> show(request, request.pathParam("page")));
    }

    void notFound(Context request) {
        html(request, LiveDocument.notFound());
    }

    /** The only force's newest report, or which forces there are. */
    private void home(Context request) throws SQLException {
        List<String> forces = reports.forces();
        if (forces.size() == 1) {
            request.redirect("/" + forces.get(0) + "/" + NEWEST + "/summary");
        } else {
            html(request, LiveDocument.forces(forces));
        }
    }

    /** From the form in which a day is chosen. */
    private void go(Context request) {
        String force = request.queryParamAsClass("force", String.class).getOrDefault("");
        String day = request.queryParamAsClass("day", String.class).getOrDefault(NEWEST);
        String page = request.queryParamAsClass("page", String.class).getOrDefault("summary");
        request.redirect(
                "/" + LiveDocument.encoded(force) + "/" + LiveDocument.encoded(day) + "/" + LiveDocument.encoded(page));
    }

    private void show(Context request, String page) throws SQLException {
        Optional<Shown> shown = shown(request);
        Optional<PageId> id = shown.flatMap(found -> PageId.all(found.report()).stream()
                .filter(one -> one.anchor().equals(page))
                .findFirst());
        if (id.isEmpty()) {
            request.status(HttpStatus.NOT_FOUND);
            return;
        }
        html(request, LiveDocument.page(shown.get().report(), id.get(), frame(request, shown.get())));
    }

    private void search(Context request) throws SQLException {
        Optional<Shown> shown = shown(request);
        if (shown.isEmpty()) {
            return;
        }
        Report report = shown.get().report();
        String words = request.queryParamAsClass("q", String.class).getOrDefault("");
        String searched = words.substring(0, Math.min(words.length(), LONGEST_SEARCH));
        html(
                request,
                LiveDocument.found(
                        report, searched, SearchIndex.of(report).find(searched), frame(request, shown.get())));
    }

    private void styles(Context request) throws SQLException {
        Optional<Shown> shown = shown(request);
        if (shown.isPresent()) {
            request.contentType("text/css; charset=utf-8")
                    .result(ReportPage.styles(shown.get().report()) + LiveDocument.STYLES);
        }
    }

    /** The same as one document, to be kept or printed. */
    private void document(Context request) throws SQLException {
        Optional<Shown> shown = shown(request);
        if (shown.isEmpty()) {
            return;
        }
        Report report = shown.get().report();
        SecurityHeaders.allowOwnStyles(request, ReportPage.styles(report));
        request.header(
                "Content-Disposition",
                "inline; filename=\"report-" + report.edition().force() + "-"
                        + report.edition().asAt() + ".html\"");
        html(request, ReportPage.html(report));
    }

    private static void html(Context request, String document) {
        request.contentType("text/html; charset=utf-8").result(document);
    }

    private static LiveDocument.Frame frame(Context request, Shown shown) {
        return new LiveDocument.Frame(request.pathParam("day"), shown.forces(), shown.days());
    }

    /** What the address asks for; where there is none, the answer is that it is missing. */
    private Optional<Shown> shown(Context request) throws SQLException {
        Optional<Shown> shown = Optional.empty();
        String day = request.pathParam("day");
        try {
            shown = reports.show(
                    force(request), day.equals(NEWEST) ? Optional.empty() : Optional.of(LocalDate.parse(day)));
        } catch (DateTimeParseException e) {
            // No day, and so none of which there is a report.
        }
        if (shown.isEmpty()) {
            request.status(HttpStatus.NOT_FOUND);
        }
        return shown;
    }

    private static String force(Context request) {
        return request.pathParam("force");
    }
}
