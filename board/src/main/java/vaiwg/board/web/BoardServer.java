package vaiwg.board.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.net.URI;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vaiwg.board.answer.AnswerTopic;

/**
 * Serves the report's pages, and the page on which a signal is answered. It takes nothing but the form of that page, where it has a topic
 * for answers: any other method than GET and HEAD is rejected. Pages hold no script, and the policy that is sent with them allows none.
 */
public final class BoardServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BoardServer.class);
    private static final int NEWEST_SECONDS = 20;
    private static final int MOST_THREADS = 16;
    private static final int IDLE_MILLIS = 30_000;
    private static final int MOST_HEADER_BYTES = 8_192;

    private final Javalin server;
    private final ServerSettings settings;
    private final ScheduledExecutorService newest;

    private BoardServer(Javalin server, ServerSettings settings, ReportCache reports) {
        this.server = server;
        this.settings = settings;
        newest = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "newest reports");
            thread.setDaemon(true);
            return thread;
        });
        newest.scheduleWithFixedDelay(() -> readNewest(reports), 0, NEWEST_SECONDS, TimeUnit.SECONDS);
    }

    /**
     * Starts to serve, and writes no answers.
     *
     * @throws BoardServerException in one sentence, where it cannot listen
     */
    public static BoardServer start(ServerSettings settings, Connections connections) {
        return start(settings, connections, Optional.empty());
    }

    /**
     * Starts to serve.
     *
     * @param answers where answers of owners are written; empty where they are written elsewhere
     * @throws BoardServerException in one sentence, where it cannot listen
     */
    public static BoardServer start(ServerSettings settings, Connections connections, Optional<AnswerTopic> answers) {
        ReportCache reports = new ReportCache(connections);
        LivePages pages = new LivePages(reports);
        AnswerPages answerPages = new AnswerPages(connections, reports, answers);
        Visitors visitors = new Visitors(settings.access());
        Javalin server = Javalin.create(config -> configure(config, settings));
        server.before(request -> {
            SecurityHeaders.set(request, settings.access() instanceof Access.Basic);
            if (AnswerPages.isOf(request)) {
                SecurityHeaders.sayOrigin(request);
            }
            requireMethod(request, answerPages);
            visitors.require(request);
        });
        answerPages.routes(server);
        pages.routes(server);
        server.error(HttpStatus.NOT_FOUND, request -> {
            if (!AnswerPages.isOf(request)) {
                pages.notFound(request);
            }
        });
        server.exception(SQLException.class, (failure, request) -> {
            LOG.warn("A page could not be made, since the database did not answer.", failure);
            request.status(HttpStatus.SERVICE_UNAVAILABLE)
                    .result("The database does not answer. Try again in a minute.");
        });
        try {
            server.start();
        } catch (io.javalin.util.JavalinBindException e) {
            throw new BoardServerException(
                    "Port " + settings.port() + " of " + settings.host()
                            + " cannot be listened on, most likely because it is in use: choose another with --port, or --pages-port of run.",
                    e);
        }
        return new BoardServer(server, settings, reports);
    }

    /** Where the pages are. */
    public URI address() {
        String scheme = settings.access() instanceof Access.Basic ? "https" : "http";
        return URI.create(scheme + "://" + settings.host() + ":" + server.port() + "/");
    }

    @Override
    public void close() {
        newest.shutdownNow();
        server.stop();
    }

    /** So that nobody waits for a new snapshot's report: it is made before it is asked for. */
    private void readNewest(ReportCache reports) {
        try {
            for (String force : reports.forces()) {
                reports.show(force, Optional.empty());
            }
        } catch (SQLException | RuntimeException e) {
            // Whoever ends the server ends what it makes.
            if (!newest.isShutdown()) {
                LOG.warn("The newest report was not made ahead; it is made when it is asked for.", e);
            }
        }
    }

    private static void requireMethod(Context request, AnswerPages answers) {
        if (request.method() == HandlerType.GET || request.method() == HandlerType.HEAD) {
            return;
        }
        boolean takes = answers.takes(request);
        if (!takes || request.method() != HandlerType.POST) {
            request.header("Allow", takes ? "GET, HEAD, POST" : "GET, HEAD");
            throw new io.javalin.http.MethodNotAllowedResponse(
                    AnswerPages.isOf(request)
                            ? "This server writes no answers like this: use the form of the page, or ./vaiwg note."
                            : "These pages are read only.",
                    java.util.Map.of());
        }
    }

    private static void configure(JavalinConfig config, ServerSettings settings) {
        config.showJavalinBanner = false;
        config.startupWatcherEnabled = false;
        config.http.generateEtags = true;
        config.http.defaultContentType = "text/html; charset=utf-8";
        config.jetty.threadPool = new QueuedThreadPool(MOST_THREADS);
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setSendDateHeader(true);
            http.setRequestHeaderSize(MOST_HEADER_BYTES);
        });
        config.jetty.addConnector((server, http) -> connector(server, http, settings));
    }

    private static ServerConnector connector(Server server, HttpConfiguration http, ServerSettings settings) {
        ServerConnector connector;
        if (settings.access() instanceof Access.Basic basic) {
            SslContextFactory.Server tls = new SslContextFactory.Server();
            tls.setKeyStorePath(basic.tls().keyStore().toString());
            tls.setKeyStorePassword(basic.tls().password());
            tls.setIncludeProtocols("TLSv1.3", "TLSv1.2");
            HttpConfiguration secure = new HttpConfiguration(http);
            secure.addCustomizer(new SecureRequestCustomizer(false));
            connector = new ServerConnector(
                    server, new SslConnectionFactory(tls, "http/1.1"), new HttpConnectionFactory(secure));
        } else {
            connector = new ServerConnector(server, new HttpConnectionFactory(http));
        }
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(IDLE_MILLIS);
        return connector;
    }
}
