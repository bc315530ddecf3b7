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
        Optional<Report> report = report(request);
        Optional<PageId> id = report.flatMap(found -> PageId.all(found).stream()
                .filter(one -> one.anchor().equals(page))
                .findFirst());
        if (id.isEmpty()) {
            request.status(HttpStatus.NOT_FOUND);
            return;
        }
        html(request, LiveDocument.page(report.get(), id.get(), frame(request, report.get())));
    }

    private void search(Context request) throws SQLException {
        Optional<Report> report = report(request);
        if (report.isEmpty()) {
            request.status(HttpStatus.NOT_FOUND);
            return;
        }
        String words = request.queryParamAsClass("q", String.class).getOrDefault("");
        String searched = words.substring(0, Math.min(words.length(), LONGEST_SEARCH));
        html(
                request,
                LiveDocument.found(
                        report.get(),
                        searched,
                        SearchIndex.of(report.get()).find(searched),
                        frame(request, report.get())));
    }

    private void styles(Context request) throws SQLException {
        Optional<Report> report = report(request);
        if (report.isEmpty()) {
            request.status(HttpStatus.NOT_FOUND);
            return;
        }
        request.contentType("text/css; charset=utf-8").result(ReportPage.styles(report.get()) + LiveDocument.STYLES);
    }

    /** The same as one document, to be kept or printed. */
    private void document(Context request) throws SQLException {
        Optional<Report> report = report(request);
        if (report.isEmpty()) {
            request.status(HttpStatus.NOT_FOUND);
            return;
        }
        String html = ReportPage.html(report.get());
        SecurityHeaders.allowOwnStyles(request, ReportPage.styles(report.get()));
        request.header(
                "Content-Disposition",
                "inline; filename=\"report-" + report.get().edition().force() + "-"
                        + report.get().edition().asAt() + ".html\"");
        html(request, html);
    }

    private static void html(Context request, String document) {
        request.contentType("text/html; charset=utf-8").result(document);
    }

    private LiveDocument.Frame frame(Context request, Report report) throws SQLException {
        return new LiveDocument.Frame(
                request.pathParam("day"),
                reports.forces(),
                reports.days(report.edition().force()));
    }

    private Optional<Report> report(Context request) throws SQLException {
        String day = request.pathParam("day");
        if (day.equals(NEWEST)) {
            return reports.report(force(request), Optional.empty());
        }
        try {
            return reports.report(force(request), Optional.of(LocalDate.parse(day)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String force(Context request) {
        return request.pathParam("force");
    }
}
