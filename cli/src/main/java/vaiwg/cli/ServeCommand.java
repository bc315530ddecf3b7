package vaiwg.cli;

import io.prometheus.client.exporter.HTTPServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vaiwg.board.access.Grants;
import vaiwg.board.answer.AnswerTopic;
import vaiwg.board.cases.CaseLists;
import vaiwg.board.web.Access;
import vaiwg.board.web.BoardServer;
import vaiwg.board.web.DatabaseAccessLog;
import vaiwg.board.web.LogInKeys;
import vaiwg.board.web.LogInTerm;
import vaiwg.board.web.ProxyProof;
import vaiwg.board.web.ServerSettings;
import vaiwg.board.web.Tls;
import vaiwg.board.web.Users;
import vaiwg.cli.explain.PageCaseLists;
import vaiwg.cli.feed.note.NoteTopic;
import vaiwg.cli.options.JobInputOptions;
import vaiwg.cli.options.OptionValues;
import vaiwg.cli.options.ReaderConnections;
import vaiwg.cli.process.ShutdownSequence;
import vaiwg.cli.run.StartChecks;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.jobs.JobOptions;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.options.PasswordFile;

/** The report's live pages. */
@Command(name = "serve", mixinStandardHelpOptions = true)
final class ServeCommand extends PrintingVerb {
    private static final String METRICS_PORT = "--metrics-port";

    @Option(names = "--host", paramLabel = "ADDRESS", defaultValue = "${env:VAIWG_PAGES_HOST:-127.0.0.1}")
    private String host;

    @Option(names = "--port", defaultValue = "${env:VAIWG_PAGES_PORT:-8090}", converter = OptionValues.Port.class)
    private int port;

    @ArgGroup
    private Asking asking = new Asking();

    @ArgGroup(exclusive = false)
    private Certificate certificate;

    @Option(names = "--grants", paramLabel = "FILE")
    private Optional<Path> grants = Optional.empty();

    @Option(names = "--new-user", paramLabel = "NAME")
    private Optional<String> newUser = Optional.empty();

    @ArgGroup
    private Purpose purpose = new Purpose();

    @Option(names = "--cases")
    private boolean cases;

    @Option(
            names = "--requests-per-minute",
            paramLabel = "COUNT",
            defaultValue = "" + ServerSettings.REQUESTS_PER_MINUTE,
            converter = OptionValues.Positive.class)
    private int requestsPerMinute;

    @Option(names = METRICS_PORT, defaultValue = "0", converter = OptionValues.Port.class)
    private int metricsPort;

    @Mixin
    private JobInputOptions inputs;

    /** What is served beside the report, or instead of it. */
    static final class Purpose {
        @Option(names = "--answers")
        private boolean answers;

        @Option(names = "--restricted")
        private boolean restricted;
    }

    /** Who asks who is there. */
    static final class Asking {
        @ArgGroup(exclusive = false)
        private WithUsers users;

        @ArgGroup(exclusive = false)
        private BehindProxy proxy;
    }

    /** This server, over TLS. */
    static final class WithUsers {
        @Option(names = "--users", paramLabel = "FILE", required = true)
        private Path users;

        @Option(
                names = "--log-in-idle",
                paramLabel = "MINUTES",
                defaultValue = "" + LogInTerm.IDLE_MINUTES,
                converter = OptionValues.Positive.class)
        private int idleMinutes;

        @Option(
                names = "--log-in-longest",
                paramLabel = "HOURS",
                defaultValue = "" + LogInTerm.LONGEST_HOURS,
                converter = OptionValues.Positive.class)
        private int longestHours;

        @Option(names = "--log-in-key", paramLabel = "FILE", defaultValue = "${env:VAIWG_LOG_IN_KEY}")
        private Optional<Path> key = Optional.empty();

        LogInKeys keys() {
            Clock clock = Clock.systemUTC();
            return key.map(file -> LogInKeys.in(file, clock))
                    .orElseGet(() -> LogInKeys.whereItCanBe(Path.of("vaiwg-data/log-in-key"), clock));
        }
    }

    /** This server's own. */
    static final class Certificate {
        @Option(names = "--tls-key-store", paramLabel = "FILE", required = true)
        private Path keyStore;

        @Option(names = "--tls-password-file", paramLabel = "FILE", required = true)
        private Path passwordFile;
    }

    static final class BehindProxy {
        @Option(names = "--proxy-header", paramLabel = "NAME", required = true)
        private String header;

        @Option(names = "--proxy", paramLabel = "ADDRESS", split = ",", defaultValue = "127.0.0.1")
        private List<String> proxies;

        @Option(names = "--proxy-secret-header", paramLabel = "NAME", defaultValue = "X-Proxy-Secret")
        private String secretHeader;

        @Option(names = "--proxy-secret-file", paramLabel = "FILE")
        private Optional<Path> secretFile = Optional.empty();

        @Option(names = "--proxy-certificate", paramLabel = "FILE")
        private Optional<Path> certificate = Optional.empty();

        ProxyProof proof() {
            if (secretFile.isPresent() == certificate.isPresent()) {
                throw CommandFailure.wrongUsage("Whoever reaches this machine can write " + header
                        + ": let the proxy prove itself, with either --proxy-secret-file or --proxy-certificate.");
            }
            return secretFile.isPresent()
                    ? ProxyProof.Secret.read(secretHeader, secretFile.get())
                    : ProxyProof.Certificate.read(certificate.get());
        }
    }

    @Override
    public Integer call() throws Exception {
        if (newUser.isPresent()) {
            say(Users.line(newUser.get(), newPassword()));
            return 0;
        }
        StartChecks.requireFreePort(METRICS_PORT, metricsPort);
        ServerSettings settings = settings();
        Optional<AnswerTopic> topic = topic();
        ReaderConnections readers = readers();
        Optional<CaseLists> lists = caseLists();
        try (ShutdownSequence parts = ShutdownSequence.install(() -> System.out.println("Ending ..."))) {
            DatabaseAccessLog log = parts.start("the access log", () -> readers.log(inputs.database()));
            BoardServer server = parts.start(
                    "the pages", () -> BoardServer.start(settings, readers.of(inputs.database()), log, topic, lists));
            if (metricsPort != 0) {
                parts.start("the metrics", () -> metrics(server));
            }
            say((purpose.restricted ? "The restricted annex is at " : "The report is at ") + server.address() + ". "
                    + Vaiwg.HOW_TO_END);
            Thread.currentThread().join();
        }
        return 0;
    }

    private HTTPServer metrics(BoardServer server) {
        try {
            return new HTTPServer.Builder()
                    .withHostname(JobOptions.HOST)
                    .withPort(metricsPort)
                    .withRegistry(server.metrics())
                    .withDaemonThreads(true)
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says what is wrong with the database before anybody opens a page. */
    private ReaderConnections readers() throws SQLException {
        inputs.databaseOptions().connect().close();
        ReaderConnections readers = purpose.restricted ? ReaderConnections.CONDUCT : ReaderConnections.READERS;
        if (!readers.areFor(inputs.database())) {
            throw CommandFailure.wrongUsage("These pages are shown with the rights of the group " + readers.group()
                    + ", which this login of the database is not of: name one that is with --database-user"
                    + " (docs/go-live.md).");
        }
        return readers;
    }

    private Optional<AnswerTopic> topic() {
        if (purpose.answers && grants.isEmpty()) {
            throw CommandFailure.wrongUsage(
                    "Nobody may answer until posts are granted to logins: give --grants beside --answers (docs/security.md).");
        }
        return purpose.answers
                ? Optional.of(new NoteTopic(inputs.kafka(), inputs.eventsIfNamed(), Clock.systemUTC()))
                : Optional.empty();
    }

    private Optional<CaseLists> caseLists() throws SQLException {
        if (!cases) {
            return Optional.empty();
        }
        if (purpose.restricted || grants.isEmpty()) {
            throw CommandFailure.wrongUsage(
                    "Cases are listed on the report's pages, to logins with cases = yes: give --grants beside --cases, and not --restricted"
                            + " (docs/security.md).");
        }
        ReaderConnections explain = ReaderConnections.EXPLAIN;
        if (!explain.areFor(inputs.database())) {
            throw CommandFailure.wrongUsage(
                    "Cases are listed with the rights of the group " + explain.group()
                            + ", which this login of the database is not of: make it a member, or leave --cases out (docs/figures.md).");
        }
        EventOptions events = inputs.events();
        return Optional.of(
                new PageCaseLists(inputs.catalogue(events).get(), events, inputs.kafka(), inputs.database(), out()));
    }

    private ServerSettings settings() {
        return CommandFailure.orWrongUsage(() -> new ServerSettings(
                host,
                port,
                access(),
                grants.map(file -> Grants.read(file, inputs.siteOptions().areas()))
                        .orElseGet(Grants::none),
                requestsPerMinute,
                purpose.restricted));
    }

    private Access access() {
        Optional<Tls> tls =
                Optional.ofNullable(certificate).map(own -> new Tls(own.keyStore, PasswordFile.read(own.passwordFile)));
        if (asking.users != null) {
            return new Access.Basic(
                    Users.read(asking.users.users),
                    tls.orElseThrow(() -> CommandFailure.wrongUsage(
                            "Passwords are taken over TLS alone: give --tls-key-store beside --users.")),
                    new LogInTerm(
                            Duration.ofMinutes(asking.users.idleMinutes), Duration.ofHours(asking.users.longestHours)),
                    asking.users.keys());
        }
        if (asking.proxy != null) {
            BehindProxy proxy = asking.proxy;
            return new Access.Proxy(proxy.header, addresses(proxy.proxies), proxy.proof(), tls);
        }
        if (tls.isPresent()) {
            throw CommandFailure.wrongUsage(
                    "A certificate is for logins: give --users or --proxy-header beside --tls-key-store.");
        }
        return new Access.Loopback();
    }

    private static Set<InetAddress> addresses(List<String> names) {
        return names.stream()
                .map(name -> {
                    try {
                        return InetAddress.getByName(name);
                    } catch (UnknownHostException e) {
                        throw new IllegalArgumentException("The proxy's address " + name + " is not known.", e);
                    }
                })
                .collect(Collectors.toSet());
    }

    private static char[] newPassword() {
        if (System.console() == null) {
            throw CommandFailure.wrongUsage("A password is asked for at a terminal: run --new-user there.");
        }
        char[] password = System.console().readPassword("Password: ");
        if (password == null || password.length < 12) {
            throw CommandFailure.wrongUsage("The password needs twelve characters or more.");
        }
        return password;
    }
}
