package vaiwg.board.web;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vaiwg.board.access.Grant;
import vaiwg.board.answer.AnswerAddress;
import vaiwg.board.answer.AnswerException;
import vaiwg.board.answer.AnswerTopic;
import vaiwg.board.answer.OwnerAnswer;
import vaiwg.board.figures.NoteReader;
import vaiwg.board.figures.PublishedNote;
import vaiwg.board.figures.SignalReader;
import vaiwg.board.figures.SignalRecord;
import vaiwg.board.page.AnswerDocument;
import vaiwg.board.page.AnswerDocument.Asked;
import vaiwg.board.page.AnswerDocument.Form;
import vaiwg.board.report.Matter;
import vaiwg.board.report.Report;
import vaiwg.board.report.SignalTitles;

/**
 * The page of a signal, {@code /answer?force=…&signal=…}: what was said of it, who answered, and a form. Alerts know no name of a signal;
 * they lead here by the labels of its series, and the address is completed.
 */
final class AnswerPages {
    private static final Logger LOG = LoggerFactory.getLogger(AnswerPages.class);
    private static final String UNKNOWN =
            "These figures have no such matter: open the link of the alert, of the dashboard or of the report again.";
    private static final Pattern ONCE = Pattern.compile("[0-9a-f-]{36}");
    private static final int LONGEST_NAME = 200;

    private final Connections connections;
    private final ReportCache reports;
    private final Optional<AnswerSender> sender;
    private final CasePages cases;
    private final AccessRecord records;

    /** @param topic empty where this server writes no answers */
    AnswerPages(
            Connections connections,
            ReportCache reports,
            Optional<AnswerTopic> topic,
            CasePages cases,
            AccessRecord records) {
        this.connections = connections;
        this.reports = reports;
        sender = topic.map(AnswerSender::new);
        this.cases = cases;
        this.records = records;
    }

    void routes(Routes routes) {
        routes.get(AnswerAddress.PATH, this::ask);
        routes.get(AnswerAddress.PATH + ".css", exchange -> exchange.css(AnswerDocument.STYLES));
        sender.ifPresent(writer -> routes.post(AnswerAddress.PATH, exchange -> answer(exchange, writer)));
    }

    /** Whether answers are sent to the address of a exchange. */
    boolean takes(WebExchange exchange) {
        return sender.isPresent() && isOf(exchange);
    }

    /** Whether a request is for the page of a signal, which says itself what is missing. */
    static boolean isOf(WebExchange exchange) {
        return exchange.path().equals(AnswerAddress.PATH);
    }

    private void ask(WebExchange exchange) throws SQLException {
        String force = parameter(exchange, "force");
        String signal = parameter(exchange, "signal");
        if (signal.isEmpty() && exchange.visitor().grant().sees(force)) {
            Optional<String> named = ofSeries(exchange, force);
            if (named.isPresent()) {
                exchange.redirect(AnswerAddress.of("", force, named.get()));
                return;
            }
        }
        Optional<Asked> asked = asked(exchange, force, signal);
        if (asked.isEmpty()) {
            unknown(exchange);
        } else {
            exchange.html(
                    AnswerDocument.ask(asked.get(), Form.empty(UUID.randomUUID().toString())));
        }
    }

    private void answer(WebExchange exchange, AnswerSender writer) throws SQLException {
        OwnForms.require(exchange);
        FormBody body = FormBody.read(exchange);
        Form form = new Form(
                body.text("once"),
                body.text("cause"),
                body.text("action"),
                body.text("post"),
                body.text("acknowledge").equals("yes"));
        if (!ONCE.matcher(form.once()).matches()) {
            throw Refusal.badRequest("The form is not complete: open the page of the matter again.");
        }
        Optional<Asked> asked = asked(exchange, body.text("force"), body.text("signal"));
        if (asked.isEmpty()) {
            unknown(exchange);
            return;
        }
        if (!exchange.visitor().grant().posts().contains(form.post())) {
            throw Refusal.forbidden(
                    "That post is not granted to this login: answer in the name of one that is, or ask whoever keeps the file of grants.");
        }
        OwnerAnswer answer =
                answer(asked.get().signal(), form, exchange.visitor().login());
        records.begins(exchange, form.post());
        try {
            writer.send(form.once(), answer);
            exchange.html(AnswerDocument.written(asked.get(), answer));
        } catch (AnswerException e) {
            if (!e.isRejected()) {
                LOG.warn("An answer was not written.", e);
            }
            exchange.status(e.isRejected() ? HttpStatus.BAD_REQUEST_400 : HttpStatus.SERVICE_UNAVAILABLE_503);
            exchange.html(AnswerDocument.askAgain(asked.get(), form, e.getMessage()));
        }
    }

    private static OwnerAnswer answer(SignalRecord signal, Form form, String login) {
        return new OwnerAnswer(
                signal.force(),
                signal.id(),
                form.acknowledgement(),
                Optional.of(form.cause()).filter(text -> !text.isEmpty()),
                Optional.of(form.action()).filter(text -> !text.isEmpty()),
                Optional.empty(),
                OwnerAnswer.Terms.NONE,
                form.post(),
                login);
    }

    private Optional<Asked> asked(WebExchange exchange, String force, String signal) throws SQLException {
        if (!isName(force) || !isName(signal)) {
            return Optional.empty();
        }
        Grant grant = exchange.visitor().grant();
        exchange.about(force + " " + signal);
        try (Connection connection = connections.open()) {
            Optional<SignalRecord> found = SignalReader.find(connection, force, signal);
            Optional<ReportCache.Shown> shown =
                    found.isEmpty() ? Optional.empty() : reports.show(force, Optional.empty(), grant);
            return shown.isEmpty()
                    ? Optional.empty()
                    : Optional.of(asked(connection, found.get(), shown.get().report(), grant));
        }
    }

    private Asked asked(Connection connection, SignalRecord signal, Report report, Grant grant) throws SQLException {
        Optional<Matter> matter = SignalTitles.matter(report, signal.id());
        List<String> signals = matter.map(Matter::signalIds).orElse(List.of(signal.id()));
        List<PublishedNote> notes = NoteReader.notes(
                        connection, signal.force(), report.edition().notesUntil())
                .stream()
                .filter(note -> signals.contains(note.signalId()))
                .toList();
        LocalDate asAt = report.edition().asAt();
        return new Asked(
                report.edition(),
                signal,
                matter.map(Matter::title).orElse(SignalTitles.of(signal)),
                matter.map(Matter::text).orElse(""),
                matter.map(Matter::charts).orElse(1),
                notes,
                matter.map(Matter::openDays).orElse(signal.openDays(asAt)),
                grant.seesAsItIs(signal.area()),
                sender.isPresent() ? Optional.of(grant.posts()) : Optional.empty(),
                cases.offered(connection, signal.force(), signal.id(), grant));
    }

    private Optional<String> ofSeries(WebExchange exchange, String force) throws SQLException {
        Map<String, String> labels = Stream.of("kpi", "basis", "window", "rule", "theme", "lpa")
                .collect(Collectors.toMap(name -> name, name -> parameter(exchange, name)));
        try (Connection connection = connections.open()) {
            return SignalReader.newest(connection, force, labels);
        }
    }

    /** Empty where it is missing. */
    private static String parameter(WebExchange exchange, String name) {
        String value = exchange.queryParam(name);
        return !isName(value) ? "" : value;
    }

    /** No table can hold the character NUL. */
    private static boolean isName(String value) {
        return !value.isEmpty() && value.length() <= LONGEST_NAME && value.indexOf('\0') < 0;
    }

    private static void unknown(WebExchange exchange) {
        exchange.status(HttpStatus.NOT_FOUND_404);
        exchange.html(AnswerDocument.unknown(UNKNOWN));
    }
}
