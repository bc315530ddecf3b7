package vaiwg.board.web;

import io.prometheus.client.CollectorRegistry;
import java.net.BindException;
import java.net.URI;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vaiwg.board.access.AccessLog;
import vaiwg.board.access.Grant;
import vaiwg.board.answer.AnswerTopic;
import vaiwg.board.cases.CaseLists;

/**
 * Serves the report's pages, and the page of a signal. It takes nothing but the forms of that page, where it has a topic for answers or
 * somebody who makes lists of cases: any other method than GET and HEAD is rejected. Pages hold no script, and the policy that is sent
 * with them allows none.
 */
public final class BoardServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BoardServer.class);
    private static final int NEWEST_SECONDS = 20;

    private final Server server;
    private final ServerSettings settings;
    private final ReportCache reports;
    private final CasePages cases;
    private final WorkThreads threads;
    private final ServerMetrics metrics;
    private final ScheduledExecutorService newest;

    private BoardServer(
            Server server,
            ServerSettings settings,
            ReportCache reports,
            CasePages cases,
            WorkThreads threads,
            ServerMetrics metrics) {
        this.server = server;
        this.settings = settings;
        this.reports = reports;
        this.cases = cases;
        this.metrics = metrics;
        this.threads = threads;
        newest = Executors.newSingleThreadScheduledExecutor(WorkThreads.daemons("newest reports"));
        newest.scheduleWithFixedDelay(this::readNewest, 0, NEWEST_SECONDS, TimeUnit.SECONDS);
    }

    /**
     * Starts to serve, and writes no answers.
     *
     * @throws BoardServerException in one sentence, where it cannot listen
     */
    public static BoardServer start(ServerSettings settings, Connections connections, AccessLog log) {
        return start(settings, connections, log, Optional.empty());
    }

    /**
     * Starts to serve, and makes no lists of cases.
     *
     * @throws BoardServerException in one sentence, where it cannot listen
     */
    public static BoardServer start(
            ServerSettings settings, Connections connections, AccessLog log, Optional<AnswerTopic> answers) {
        return start(settings, connections, log, answers, Optional.empty());
    }

    /**
     * Starts to serve.
     *
     * @param log of what is shown to whom; whoever starts the server closes it
     * @param answers where answers of owners are written; empty where they are written elsewhere
     * @param cases who makes the lists of cases behind figures; empty where they are made elsewhere
     * @throws BoardServerException in one sentence, where it cannot listen
     */
    public static BoardServer start(
            ServerSettings settings,
            Connections connections,
            AccessLog log,
            Optional<AnswerTopic> answers,
            Optional<CaseLists> cases) {
        AccessRecord records = new AccessRecord(log, settings.restricted());
        ServerMetrics metrics = new ServerMetrics();
        ReportCache reports = new ReportCache(connections, metrics, settings.restricted());
        LivePages pages = new LivePages(reports);
        CasePages casePages = new CasePages(connections, cases);
        AnswerPages answerPages = new AnswerPages(connections, reports, answers, casePages, records);
        Routes routes = new Routes();
        new Health(connections).routes(routes);
        if (!settings.restricted()) {
            answerPages.routes(routes);
            casePages.routes(routes);
        }
        pages.routes(routes);
        Doors doors = new Doors(
                answerPages,
                casePages,
                new Visitors(settings.access(), settings.grants(), metrics),
                new RequestLimits(settings.requestsPerMinute(), System::nanoTime),
                settings);
        WorkThreads threads = new WorkThreads();
        Server server = Listener.of(settings);
        server.setHandler(new PagesHandler(doors, routes, pages::notFound, records, threads, metrics));
        try {
            server.start();
        } catch (Exception e) {
            threads.close();
            casePages.close();
            reports.close();
            throw cannotListen(settings, e);
        }
        return new BoardServer(server, settings, reports, casePages, threads, metrics);
    }

    private static BoardServerException cannotListen(ServerSettings settings, Exception cause) {
        if (!(cause.getCause() instanceof BindException)) {
            return new BoardServerException(
                    "The pages cannot be served (" + cause.getMessage()
                            + "): name with --tls-key-store a PKCS #12 file that the password of --tls-password-file opens.",
                    cause);
        }
        return new BoardServerException(
                "Port " + settings.port() + " of " + settings.host()
                        + " cannot be listened on, most likely because it is in use: choose another with --port.",
                cause);
    }

    public URI address() {
        String scheme = settings.access().tls().isPresent() ? "https" : "http";
        return URI.create(scheme + "://" + settings.host() + ":"
                + ((ServerConnector) server.getConnectors()[0]).getLocalPort() + "/");
    }

    public CollectorRegistry metrics() {
        return metrics.registry();
    }

    @Override
    public void close() {
        newest.shutdownNow();
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the web server could not be stopped", e);
        } finally {
            threads.close();
            cases.close();
            reports.close();
        }
    }

    /** So that nobody waits for a new snapshot's report: it is made before it is asked for. */
    private void readNewest() {
        try {
            for (String force : reports.forces(Grant.BOARD)) {
                reports.prepareNewest(force, settings.showsInternal());
            }
        } catch (SQLException | RuntimeException e) {
            // Whoever ends the server ends what it makes.
            if (!newest.isShutdown()) {
                LOG.warn(
                        "The newest report was not made ahead; it is made when it is asked for ({}).",
                        String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
            }
        }
    }
}
