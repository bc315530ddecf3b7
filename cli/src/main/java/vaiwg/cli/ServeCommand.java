package vaiwg.cli;

import io.prometheus.client.exporter.HTTPServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vaiwg.board.answer.AnswerTopic;
import vaiwg.board.web.Access;
import vaiwg.board.web.BoardServer;
import vaiwg.board.web.BoardServerException;
import vaiwg.board.web.ServerSettings;
import vaiwg.board.web.Tls;
import vaiwg.board.web.Users;
import vaiwg.cli.feed.note.NoteTopic;
import vaiwg.cli.options.DatabaseOptions;
import vaiwg.cli.options.EventRulesOptions;
import vaiwg.cli.options.KafkaOptions;
import vaiwg.cli.options.OptionValues;
import vaiwg.cli.options.ReaderConnections;
import vaiwg.cli.process.ShutdownSequence;
import vaiwg.cli.run.StartChecks;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.jobs.JobOptions;
import vaiwg.jobs.options.PasswordFile;

/** The report's live pages. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Shows the Strategy Board's report as live pages, for the newest and any earlier day.",
            "They are for this machine alone unless readers are authenticated: give --users with a",
            "certificate, or let a reverse proxy authenticate them and name the user in a header.",
            "They are read-only except for the page of a signal, which with --answers takes its owner's answer."
        })
final class ServeCommand implements Callable<Integer> {
    private static final String METRICS_PORT = "--metrics-port";

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "${env:VAIWG_PAGES_HOST:-127.0.0.1}",
            description = "Where to listen, or VAIWG_PAGES_HOST (${DEFAULT-VALUE}).")
    private String host;

    @Option(
            names = "--port",
            defaultValue = "${env:VAIWG_PAGES_PORT:-8090}",
            converter = OptionValues.Port.class,
            description = "Or VAIWG_PAGES_PORT (${DEFAULT-VALUE}); 0 for any that is free.")
    private int port;

    @ArgGroup
    private Asking asking = new Asking();

    @Option(
            names = "--new-user",
            paramLabel = "NAME",
            description = "Ask for a password and print a line for the file of users; nothing is served.")
    private Optional<String> newUser = Optional.empty();

    @Option(
            names = "--answers",
            description = "Take answers of owners on the pages of signals, and write them to Kafka as vaiwg note does.")
    private boolean answers;

    @Option(
            names = "--requests-per-minute",
            paramLabel = "COUNT",
            defaultValue = "" + ServerSettings.REQUESTS_PER_MINUTE,
            converter = OptionValues.Positive.class,
            description = "How many requests of one address are answered (${DEFAULT-VALUE}), a quarter of them at once;"
                    + " those that come through the proxy are not counted.")
    private int requestsPerMinute;

    @Option(
            names = METRICS_PORT,
            defaultValue = "0",
            converter = OptionValues.Port.class,
            description = "Port of 127.0.0.1 that tells Prometheus what the server does; 0 for none.")
    private int metricsPort;

    @Mixin
    private DatabaseOptions database;

    @Mixin
    private KafkaOptions kafka;

    @Mixin
    private EventRulesOptions rules;

    /** Who asks who is there. */
    static final class Asking {
        @ArgGroup(exclusive = false)
        private WithUsers users;

        @ArgGroup(exclusive = false)
        private BehindProxy proxy;
    }

    /** This server, over TLS. */
    static final class WithUsers {
        @Option(
                names = "--users",
                paramLabel = "FILE",
                required = true,
                description = "Names and hashed passwords, a line each; --new-user makes one.")
        private Path users;

        @Option(
                names = "--tls-key-store",
                paramLabel = "FILE",
                required = true,
                description = "Certificate and key for TLS, PKCS #12.")
        private Path keyStore;

        @Option(
                names = "--tls-password-file",
                paramLabel = "FILE",
                required = true,
                description = "The file that holds the key store's password.")
        private Path passwordFile;
    }

    /** A reverse proxy. */
    static final class BehindProxy {
        @Option(
                names = "--proxy-header",
                paramLabel = "NAME",
                required = true,
                description = "The header in which a reverse proxy names the user, such as X-Forwarded-User.")
        private String header;

        @Option(
                names = "--proxy",
                paramLabel = "ADDRESS",
                split = ",",
                defaultValue = "127.0.0.1",
                description = "Address of the proxy (${DEFAULT-VALUE}); requests from others are not answered.")
        private List<String> proxies;
    }

    @Override
    public Integer call() throws Exception {
        if (newUser.isPresent()) {
            spec.commandLine().getOut().println(Users.line(newUser.get(), newPassword()));
            return 0;
        }
        StartChecks.requireFreePort(METRICS_PORT, metricsPort);
        // Says what is wrong with the database before anybody opens a page.
        database.connect().close();
        try (ShutdownSequence parts = ShutdownSequence.install(() -> System.out.println("Ending ..."))) {
            BoardServer server = parts.start("the pages", () -> start(settings()));
            if (metricsPort != 0) {
                parts.start("the metrics", () -> metrics(server));
            }
            spec.commandLine().getOut().println("The report is at " + server.address() + ". " + Vaiwg.HOW_TO_END);
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

    private BoardServer start(ServerSettings settings) {
        try {
            return BoardServer.start(settings, ReaderConnections.of(database.database()), topic());
        } catch (BoardServerException e) {
            throw CommandFailure.wrongUsage(e.getMessage());
        }
    }

    private Optional<AnswerTopic> topic() {
        return answers
                ? Optional.of(new NoteTopic(kafka.connection(), rules.ifNamed(Optional.empty()), Clock.systemUTC()))
                : Optional.empty();
    }

    private ServerSettings settings() {
        try {
            return new ServerSettings(host, port, access(), requestsPerMinute);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.wrongUsage(e.getMessage());
        }
    }

    private Access access() {
        if (asking.users != null) {
            WithUsers with = asking.users;
            return new Access.Basic(
                    Users.read(with.users), new Tls(with.keyStore, PasswordFile.read(with.passwordFile)));
        }
        return asking.proxy == null
                ? new Access.Loopback()
                : new Access.Proxy(asking.proxy.header, addresses(asking.proxy.proxies));
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
