package vaiwg.board.web;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpStatus;
import vaiwg.board.answer.AnswerAddress;
import vaiwg.board.page.LiveDocument;
import vaiwg.board.page.ReportPage;
import vaiwg.board.report.Page;
import vaiwg.board.report.Report;
import vaiwg.board.web.ReportCache.Shown;

/**
 * What is found at which address: {@code /FORCE/DAY/PAGE}. {@code newest} stands for the newest day; a link that is to say next year
 * what it says today names the day.
 */
record LivePages(ReportCache reports) {
    /** The whole report, to be kept. */
    static final String DOCUMENT = "/report.html";

    private static final String NEWEST = "newest";
    private static final int LONGEST_SEARCH = 100;
    private static final String RELOAD = "Refresh";
    private static final String SECONDS = "10";
    /** Of the newest report while no history is loaded: another comes with each night. */
    private static final String NOW_AND_THEN = "300";

    void routes(Routes routes) {
        routes.get("/", this::home);
        routes.get("/go", this::go);
        routes.get("/{force}", exchange -> lead(exchange, force(exchange), NEWEST, LiveDocument.FIRST));
        routes.get("/{force}/{day}", exchange -> show(exchange, LiveDocument.FIRST));
        routes.get("/{force}/{day}/search", this::search);
        routes.get("/{force}/{day}/styles.css", this::styles);
        routes.get("/{force}/{day}" + DOCUMENT, this::document);
        routes.get("/{force}/{day}/{page}", exchange -> show(exchange, exchange.pathParam("page")));
    }

    void notFound(WebExchange exchange) {
        exchange.html(LiveDocument.notFound());
    }

    /** The only force's newest report, or which forces there are. */
    private void home(WebExchange exchange) throws SQLException {
        List<String> forces = reports.forces(exchange.visitor().grant());
        if (forces.size() == 1) {
            exchange.redirect(address(forces.get(0), NEWEST, LiveDocument.FIRST));
        } else {
            if (forces.isEmpty()) {
                exchange.header(RELOAD, SECONDS);
            }
            exchange.html(LiveDocument.forces(forces));
        }
    }

    /** From the form in which a day is chosen. */
    private void go(WebExchange exchange) throws SQLException {
        String force = exchange.queryParam("force");
        String day = orElse(exchange.queryParam("day"), NEWEST);
        String page = orElse(exchange.queryParam("page"), LiveDocument.FIRST);
        lead(exchange, force, day, page);
    }

    /** To a page of a force that there is: a browser takes an address that begins with two slashes for another server's. */
    private void lead(WebExchange exchange, String force, String day, String page) throws SQLException {
        if (reports.forces(exchange.visitor().grant()).contains(force)) {
            exchange.redirect(address(force, day, page));
        } else {
            exchange.status(HttpStatus.NOT_FOUND_404);
        }
    }

    private static String address(String force, String day, String page) {
        return Stream.of(force, day, page).map(AnswerAddress::encoded).collect(Collectors.joining("/", "/", ""));
    }

    private void show(WebExchange exchange, String page) throws SQLException {
        Optional<Shown> shown = shown(exchange);
        Optional<Page> found = shown.flatMap(one -> one.report().page(page));
        if (found.isEmpty()) {
            exchange.status(HttpStatus.NOT_FOUND_404);
            return;
        }
        Optional<String> loading = Optional.empty();
        if (exchange.pathParam("day").equals(NEWEST)) {
            loading = reports.loading(force(exchange));
            exchange.header(RELOAD, loading.isPresent() ? SECONDS : NOW_AND_THEN);
        }
        exchange.html(LiveDocument.page(shown.get().report(), found.get(), frame(exchange, shown.get(), loading)));
    }

    private void search(WebExchange exchange) throws SQLException {
        Optional<Shown> shown = shown(exchange);
        if (shown.isEmpty()) {
            return;
        }
        Report report = shown.get().report();
        String words = exchange.queryParam("q");
        String searched = words.substring(0, Math.min(words.length(), LONGEST_SEARCH));
        exchange.html(LiveDocument.found(
                report,
                searched,
                SearchIndex.of(report).find(searched),
                frame(exchange, shown.get(), Optional.empty())));
    }

    private void styles(WebExchange exchange) throws SQLException {
        Optional<Shown> shown = shown(exchange);
        if (shown.isPresent()) {
            exchange.css(ReportPage.styles(shown.get().report()) + LiveDocument.STYLES);
        }
    }

    /** The same as one document, to be kept or printed. */
    private void document(WebExchange exchange) throws SQLException {
        Optional<Shown> shown = shown(exchange);
        if (shown.isEmpty()) {
            return;
        }
        Report report = shown.get().report();
        SecurityHeaders.allowOwnStyles(exchange, ReportPage.styles(report));
        exchange.header(
                "Content-Disposition",
                "inline; filename=\"report-" + report.edition().force() + "-"
                        + report.edition().asAt() + ".html\"");
        exchange.html(ReportPage.html(report));
    }

    private static String orElse(String value, String other) {
        return value.isEmpty() ? other : value;
    }

    private static LiveDocument.Frame frame(WebExchange exchange, Shown shown, Optional<String> loading) {
        return new LiveDocument.Frame(
                exchange.pathParam("day"),
                shown.forces(),
                shown.days(),
                SeenWords.of(exchange.visitor(), shown.report().restricted()),
                loading);
    }

    /** What the address asks for; where there is none, the answer is that it is missing. */
    private Optional<Shown> shown(WebExchange exchange) throws SQLException {
        Optional<Shown> shown = Optional.empty();
        String day = exchange.pathParam("day");
        try {
            shown = reports.show(
                    force(exchange),
                    day.equals(NEWEST) ? Optional.empty() : Optional.of(LocalDate.parse(day)),
                    exchange.visitor().grant());
        } catch (DateTimeParseException e) {
            // No day, and so none of which there is a report.
        }
        if (shown.isEmpty()) {
            exchange.status(HttpStatus.NOT_FOUND_404);
        }
        return shown;
    }

    private static String force(WebExchange exchange) {
        return exchange.pathParam("force");
    }
}
