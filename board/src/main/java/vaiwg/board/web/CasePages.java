package vaiwg.board.web;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpStatus;
import vaiwg.board.access.Grant;
import vaiwg.board.cases.AskedFigure;
import vaiwg.board.cases.CaseListException;
import vaiwg.board.cases.CaseListRequest;
import vaiwg.board.cases.CaseListStanding;
import vaiwg.board.cases.CaseLists;
import vaiwg.board.figures.SignalFigures;
import vaiwg.board.page.AnswerDocument;
import vaiwg.board.page.CasesDocument;
import vaiwg.board.report.SignalTitles;

/**
 * Lists of the cases behind the figures of a signal, for logins that they are granted to: the form on the page of the signal, a page that
 * says how far a list is, and the list.
 */
final class CasePages implements AutoCloseable {
    private static final String PATH = CasesDocument.PATH;
    private static final String LIST = "/" + CasesDocument.FILE;
    private static final String AGAIN_SECONDS = "5";
    /** As long as a row of the access log keeps it whole. */
    private static final int LONGEST_WHY = 250;

    private final Connections connections;
    private final Optional<CaseLists> maker;
    private final Optional<CaseListShelf> shelf;

    /** @param maker empty where this server makes no lists */
    CasePages(Connections connections, Optional<CaseLists> maker) {
        this.connections = connections;
        this.maker = maker;
        shelf = maker.map(one -> new CaseListShelf(one, System::nanoTime));
    }

    void routes(Routes routes) {
        shelf.ifPresent(lists -> {
            routes.post(PATH, exchange -> ask(exchange, lists));
            routes.get(PATH + "/{list}", exchange -> show(exchange, lists));
            routes.get(PATH + "/{list}" + LIST, exchange -> take(exchange, lists));
        });
    }

    /** Whether a form is sent to where lists are asked for. */
    boolean takes(WebExchange exchange) {
        return shelf.isPresent() && exchange.path().equals(PATH);
    }

    /** Whether a request asks for a list or takes one, and not only for how far it is. */
    static boolean isOf(WebExchange exchange) {
        String path = exchange.path();
        return path.equals(PATH) || path.startsWith(PATH + "/") && path.endsWith(LIST);
    }

    /** What the page of a signal offers a login; empty where it is shown no cases. */
    Optional<AnswerDocument.Cases> offered(Connection connection, String force, String signal, Grant grant)
            throws SQLException {
        return grant.cases()
                ? Optional.of(new AnswerDocument.Cases(figures(connection, force, signal), shelf.isPresent()))
                : Optional.empty();
    }

    @Override
    public void close() {
        shelf.ifPresent(CaseListShelf::close);
    }

    private List<AskedFigure> figures(Connection connection, String force, String signal) throws SQLException {
        SignalFigures found = SignalFigures.read(connection, force, signal);
        return found.figures().stream()
                .map(at -> new AskedFigure(
                        force,
                        at.series(),
                        at.asAt(),
                        SignalTitles.of(
                                found.title(), found.values(), at.series().slice())))
                .filter(figure -> maker.isEmpty() || maker.get().explains(figure))
                .toList();
    }

    private void ask(WebExchange exchange, CaseListShelf lists) throws SQLException {
        OwnForms.require(exchange);
        FormBody body = FormBody.read(exchange);
        String force = body.text("force");
        Grant grant = exchange.visitor().grant();
        if (!grant.cases() || !grant.sees(force)) {
            lists.refuse(exchange.visitor(), force + " " + body.text("figure"));
            throw Refusal.forbidden(
                    "Cases behind figures of this force are not shown to this login: ask whoever keeps the grants for cases = yes.");
        }
        AskedFigure figure = figure(force, body.text("signal"), body.text("figure"));
        exchange.about(force + " " + figure.name());
        String why = body.text("why");
        if (why.isEmpty() || why.length() > LONGEST_WHY) {
            throw Refusal.badRequest("Say in up to " + LONGEST_WHY
                    + " characters what the cases are wanted for, which is put on record: go back to the form.");
        }
        Visitor visitor = exchange.visitor();
        try {
            String name = lists.ask(new CaseListRequest(visitor.login(), visitor.address(), figure, why));
            exchange.redirect(PATH + "/" + name);
        } catch (CaseListException e) {
            throw Refusal.of(HttpStatus.SERVICE_UNAVAILABLE_503, e.getMessage());
        }
    }

    /** One of those that the form offers, and no other. */
    private AskedFigure figure(String force, String signal, String name) throws SQLException {
        // No table can hold the character NUL.
        if (force.indexOf('\0') < 0 && signal.indexOf('\0') < 0) {
            try (Connection connection = connections.open()) {
                for (AskedFigure figure : figures(connection, force, signal)) {
                    if (figure.name().equals(name)) {
                        return figure;
                    }
                }
            }
        }
        throw Refusal.badRequest("The matter has no such figure any more: open the page of the matter again.");
    }

    private static void show(WebExchange exchange, CaseListShelf lists) {
        Optional<CaseListStanding> found = find(exchange, lists);
        if (found.isEmpty()) {
            exchange.status(HttpStatus.NOT_FOUND_404);
            return;
        }
        if (!found.get().isOver()) {
            exchange.header("Refresh", AGAIN_SECONDS);
        }
        exchange.html(CasesDocument.page(exchange.pathParam("list"), found.get()));
    }

    private static void take(WebExchange exchange, CaseListShelf lists) {
        Optional<CaseListStanding> ready =
                find(exchange, lists).filter(one -> one.list().isPresent());
        if (ready.isEmpty()) {
            exchange.status(HttpStatus.NOT_FOUND_404);
            return;
        }
        exchange.header("Content-Disposition", "attachment; filename=\"" + CasesDocument.FILE + "\"");
        exchange.csv(ready.get().list().get().csv());
    }

    /** Of the login that asked for it, as long as cases of the force are granted to it. */
    private static Optional<CaseListStanding> find(WebExchange exchange, CaseListShelf lists) {
        Visitor visitor = exchange.visitor();
        Optional<CaseListStanding> found = lists.find(exchange.pathParam("list"), visitor.login())
                .filter(one -> visitor.grant().cases()
                        && visitor.grant().sees(one.request().figure().force()));
        found.map(one -> one.request().figure())
                .ifPresent(figure -> exchange.about(figure.force() + " " + figure.name()));
        return found;
    }
}
