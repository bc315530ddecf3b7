package vaiwg.cli.doctor;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.utils.Utils;
import vaiwg.jobs.options.HttpEndpoint;
import vaiwg.jobs.options.KafkaConnection;
import vaiwg.jobs.store.Database;

/** Which of the servers that are configured show a certificate. */
final class TlsServers {
    private static final String JDBC = "jdbc:";
    private static final int DATABASE_PORT = 5_432;
    private static final int HTTPS_PORT = 443;

    private TlsServers() {}

    /** @param pages by what each is */
    static List<TlsServer> of(KafkaConnection kafka, Database database, Map<String, Optional<HttpEndpoint>> pages) {
        List<TlsServer> servers = new ArrayList<>();
        if (kafka.isEncrypted()) {
            for (String address : kafka.bootstrapServers().split(",")) {
                Integer port = Utils.getPort(address.strip());
                String host = Utils.getHost(address.strip());
                if (host != null && port != null) {
                    servers.add(new TlsServer("Kafka", host, port, false));
                }
            }
        }
        // Of several servers in one address the URI has none: the driver asks whichever answers.
        URI url = URI.create(database.url().substring(JDBC.length()));
        if (url.getHost() != null) {
            servers.add(new TlsServer("PostgreSQL", url.getHost(), port(url, DATABASE_PORT), true));
        }
        pages.forEach((what, endpoint) -> endpoint.map(HttpEndpoint::address)
                .filter(page -> "https".equals(page.getScheme()))
                .ifPresent(page -> servers.add(new TlsServer(what, page.getHost(), port(page, HTTPS_PORT), false))));
        return servers;
    }

    private static int port(URI address, int usual) {
        return address.getPort() < 0 ? usual : address.getPort();
    }
}
